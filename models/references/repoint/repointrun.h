// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/operations/batchrun.h"
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

    // How far an item is. Done: the server has it. Unknown: the answer is lost, and what the server
    // has now does not tell either.
    enum class Step { None, Waiting, Reading, Saving, Done, Failed, Unknown, NotStarted };

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
    // Of one item, or of several at once that wait or are not started. text: what became of each,
    // sentences; translated.
    void stepChanged(const QList<Sluice::PipelineKey> &keys, Sluice::RepointRun::Step step,
                     const QString &text);
    void finished();

private:
    // What was told of an item last.
    struct Told {
        Step step = Step::None;
        QString text = {};
        bool operator==(const Told &) const = default;
    };

    ReplaceOperation::Replacement plan(const Item &item, const QJsonObject &onServer) const;
    void notify(const QList<int> &items);
    Told now(int item) const;
    Step stepUnderWay(int item) const;

    Fleet *m_fleet;
    Repointing m_repointing;
    QList<Item> m_items;
    QList<Told> m_told;
    BatchRun m_batch;
};

} // namespace Sluice
