// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/operations/batchrun.h"
#include "models/operations/itemreport.h"
#include "models/operations/replaceoperation.h"
#include "models/references/repoint/repointing.h"

#include <QJsonObject>
#include <QObject>

namespace Sluice {

class Fleet;

// Re-points pipelines, one after the other, each by one save of its whole definition: read right
// before, merged with what changed there, and left alone when that touches the references. Nothing
// is sent a second time unless the server said that it did not act. What would fail the same way
// for all that follow ends the run for that account or project.
class RepointRun final : public QObject
{
    Q_OBJECT

public:
    struct Item {
        PipelineKey key;
        QJsonObject base; // the definition of which the user saw what changes
    };

    // Tries of a save that the server refuses because of too many calls.
    static constexpr int mostTries = 3;
    // Failures of the server itself, one after the other, that end the run for an account.
    static constexpr int mostFailures = 3;

    // The fleet outlives it.
    RepointRun(Fleet *fleet, const Repointing &repointing, const QList<Item> &items,
               QObject *parent = nullptr);

    void start() { m_batch.start(); }

    // No further item after the one under way; what is sent gets its answer.
    void stop() { m_batch.stop(); }

    bool isStopping() const { return m_batch.isStopping(); }

Q_SIGNALS:
    // Of one item, or of several at once of which the same is to be said.
    void reported(const QList<Sluice::PipelineKey> &keys, const Sluice::ItemReport &report);
    void finished();

private:
    ReplaceOperation::Replacement plan(const Item &item, const QJsonObject &onServer) const;
    void notify(const QList<int> &items);
    ItemReport now(int item) const;

    Fleet *m_fleet;
    Repointing m_repointing;
    QList<Item> m_items;
    QList<ItemReport> m_told; // of each item, as it was told last
    BatchRun m_batch;
};

} // namespace Sluice
