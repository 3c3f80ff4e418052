// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/watch/metricstext.h"
#include "models/definition/pipelinekey.h"

#include <QHash>
#include <QMap>
#include <QObject>

namespace Sluice {

class Watch;
struct PipelineRow;
struct WatchEvent;

// What a watch knows, as metrics. A pipeline that left the list leaves the metrics.
class WatchMetrics final : public QObject
{
    Q_OBJECT

public:
    explicit WatchMetrics(const Watch &watch);

    QByteArray text(MetricsText::Form form) const;

private:
    // A pipeline and the labels that tell it from all others.
    struct Labelled {
        const PipelineRow *row;
        MetricsText::Labels labels;
    };

    QList<Labelled> pipelines() const;
    void onTold(const WatchEvent &event);
    void writePipelines(MetricsText &text) const;
    void writeApi(MetricsText &text) const;

    const Watch &m_watch;
    QHash<QString, int> m_unexpectedStops; // by the pipeline's id
    QMap<int, qint64> m_calls;             // by HTTP status; 0: no answer
};

} // namespace Sluice
