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

// Re-points pipelines, one after the other. Each is read, merged with what changed on the server
// and saved as a whole. When the references changed on the server, the pipeline is left alone.
// Nothing is sent a second time unless the server said that it did not act. An error that would hit
// all following pipelines ends the run for that account or project.
class RepointRun final : public QObject
{
    Q_OBJECT

public:
    struct Item {
        PipelineKey key;
        QJsonObject base; // the definition whose changes the user saw
    };

    // How often a save is tried when the server refuses it because of too many calls.
    static constexpr int mostTries = 3;
    // So many failures of the server in a row end the run for an account.
    static constexpr int mostFailures = 3;

    // The fleet outlives it.
    RepointRun(Fleet *fleet, const Repointing &repointing, const QList<Item> &items,
               QObject *parent = nullptr);

    void start() { m_batch.start(); }

    // Ends the run after the item under way. What was sent still gets its answer.
    void stop() { m_batch.stop(); }

    bool isStopping() const { return m_batch.isStopping(); }

Q_SIGNALS:
    // The report of one item, or the same report of several items.
    void reported(const QList<Sluice::PipelineKey> &keys, const Sluice::ItemReport &report);
    void finished();

private:
    ReplaceOperation::Replacement plan(const Item &item, const QJsonObject &onServer) const;
    void notify(const QList<int> &items);
    ItemReport now(int item) const;

    Fleet *m_fleet;
    Repointing m_repointing;
    QList<Item> m_items;
    QList<ItemReport> m_told; // the last report of each item
    BatchRun m_batch;
};

} // namespace Sluice
