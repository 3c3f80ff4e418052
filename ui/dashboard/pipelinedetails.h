// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QJsonObject>
#include <QTabWidget>

namespace Sluice {

class Fleet;
class JsonView;
class Overview;
class ReferenceMonitor;
struct History;

// The two tabs of one pipeline, overview and definition. The pane below the table and the
// pipeline's page use them. They follow the row in the PipelineModel.
class PipelineDetails final : public QTabWidget
{
    Q_OBJECT

public:
    PipelineDetails(Fleet *fleet, const ReferenceMonitor *secrets, const History &history,
                    QWidget *parent = nullptr);

    void setPipeline(const PipelineKey &key);

    const PipelineKey &pipeline() const { return m_key; }

Q_SIGNALS:
    // The shown pipeline is no longer there (deleted, or its account was removed).
    void pipelineGone();
    // See Overview.
    void runnerRequested(const QString &account, const QString &agentId, const QString &name);
    void fieldRequested(const Sluice::PipelineKey &key, const QString &path);
    void logRequested(const Sluice::PipelineKey &key);
    void retentionRequested(const Sluice::PipelineKey &key);

private:
    void follow(const QModelIndex &first, const QModelIndex &last);
    void refresh();

    Fleet *m_fleet;
    Overview *m_overview;
    JsonView *m_definition;
    PipelineKey m_key;
    QJsonObject m_shown;
};

} // namespace Sluice
