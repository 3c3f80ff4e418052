// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/fleet/table/pipelinelabel.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace Sluice {

class Fleet;

// All pins, tags and notes, also of pipelines that are not in the fleet now. It gives them to the
// rows of the fleet, and lets pinned pipelines be checked before others.
class LabelBook final : public QObject
{
    Q_OBJECT

public:
    using Labels = QHash<PipelineKey, PipelineLabel>;

    // The fleet outlives it.
    explicit LabelBook(Fleet *fleet, QObject *parent = nullptr);

    PipelineLabel label(const PipelineKey &key) const { return m_labels.value(key); }

    // All tags that any pipeline has, sorted. Of two that differ by case the first one.
    QStringList tags() const;

    bool isEmpty() const { return m_labels.isEmpty(); }

    // Those that are to be set. An empty label takes everything away.
    void set(const Labels &labels);
    // What an earlier run kept; empty when that could not be read. What was set in this run stays.
    void recall(const Labels &labels);
    // Does it once recall() was called, at once or later: what is edited before would replace what
    // was kept.
    void whenRecalled(QObject *context, const std::function<void()> &then);
    void forgetAccount(const QString &account);

Q_SIGNALS:
    void recalled();
    // Not after recall().
    void labelsSet(const QSet<Sluice::PipelineKey> &keys);
    // Whether anything has a tag or a pin may be another now.
    void changed();

private:
    void give(const QList<PipelineKey> &keys);

    Fleet *m_fleet;
    Labels m_labels; // none is empty
    QSet<PipelineKey> m_set;
    bool m_isRecalled = false;
};

} // namespace Sluice
