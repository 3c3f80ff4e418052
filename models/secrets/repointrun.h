// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"
#include "models/fleet/pipelinesave.h"
#include "models/secrets/repointing.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <memory>

namespace Sluice {

class PipelineDocument;

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
    ~RepointRun() override;

    void start();
    // No further item after the one under way; what is sent gets its answer.
    void stop();

    bool isStopping() const { return m_isStopped; }

Q_SIGNALS:
    // Of one item, or of several at once that wait or are not started. text: what became of each,
    // sentences; translated.
    void stepChanged(const QList<Sluice::PipelineKey> &keys, Sluice::RepointRun::Step step,
                     const QString &text);
    void finished();

private:
    using Place = std::pair<QString, QString>; // account and project; of all projects: ""

    const Item &item() const { return m_items.at(m_at); }

    void next();
    void goOn();
    void startItem();
    void send();
    void connectSave();
    void follow();
    void judgeMove();
    void takeFailure(const ApiError &error);
    void noteFailure(const ApiError &error);
    QString whyHalted(const PipelineKey &key) const;
    void tell(Step step, const QString &text = {});
    void end(Step step, const QString &text);

    Fleet *m_fleet;
    Repointing m_repointing;
    QList<Item> m_items;
    qsizetype m_at = -1;
    bool m_isStopped = false;
    int m_tries = 0;
    int m_moves = 0;
    QHash<Place, QString> m_halted; // why
    QHash<QString, int> m_inARow;   // failures of the server, by account
    std::unique_ptr<PipelineDocument> m_document;
    std::unique_ptr<PipelineSave> m_save;
};

} // namespace Sluice
