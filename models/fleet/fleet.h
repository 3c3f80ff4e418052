// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/account.h"
#include "models/api/result.h"
#include "models/fleet/polling/statuspoller.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/fleet/table/pipelineturns.h"
#include "models/operations/createoperation.h"
#include "models/operations/replaceoperation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace Sluice {

class CommandOperation;
class DeleteOperation;

// All signed-in accounts, their pipelines in one model and a poller for each. Actions on pipelines
// are operations; the fleet follows them, so that the rows keep up and whoever listens is told.
class Fleet final : public QObject
{
    Q_OBJECT

public:
    // How often the definitions are read again by the clock.
    static constexpr std::chrono::minutes definitionsInterval{5};
    static constexpr int askedAtOnce = 20; // rows that one refresh asks out of turn

    explicit Fleet(StatusPoller::Intervals intervals = {}, QObject *parent = nullptr);
    ~Fleet() override;

    Account *addAccount(std::unique_ptr<Account> account); // reads it and starts polling
    void removeAccount(const QString &id);
    QList<Account *> accounts() const;
    Account *account(const QString &id) const;
    StatusPoller *poller(const QString &account) const;
    Client *client(const QString &account) const; // nullptr: not signed in

    PipelineModel *pipelines() { return &m_pipelines; }

    const PipelineModel *pipelines() const { return &m_pipelines; }

    // Reads all definitions again and asks all statuses.
    void refreshAll();
    void refresh(const PipelineKey &key);
    // Asks each at once when they are few, else all of them in turn as the budget allows.
    void refresh(const QList<PipelineKey> &keys);
    // Requests of all accounts that would change something, and wait to be sent: at the end of the
    // program they are lost.
    int unsentWrites() const;
    void setPolling(bool on);
    // Nobody can see the pipelines: only those that may need somebody are asked, and no lists are
    // read.
    void setUnseen(bool isUnseen);

    bool isPolling() const { return m_polling; }

    // The pipelines that somebody looks at: they are checked before the rest.
    void setInView(const QSet<PipelineKey> &keys);
    // They are checked like those with a problem.
    void setPinned(const QSet<PipelineKey> &keys);

    // What is done when another action on the pipeline is under way: Refuse tells so by
    // actionFailed, so that no click is sent twice; Wait sends it afterwards.
    enum class IfBusy { Refuse, Wait };

    // Sends the guide's command. The row shows the command as requested at once. actionFailed tells
    // when it fails, also for a pipeline that is not in the model.
    void sendCommand(const PipelineKey &key, PipelineCommand command,
                     IfBusy ifBusy = IfBusy::Refuse);
    void deletePipeline(const PipelineKey &key);

    // Called before a DELETE is sent, with the row that the server is about to forget. The request
    // waits for the answer. A sentence as the answer stops the request, and actionFailed tells it.
    using DeleteAnswer = std::function<void(const QString &refusal)>;
    using BeforeDelete = std::function<void(const PipelineRow &row, const DeleteAnswer &answer)>;

    void setBeforeDelete(BeforeDelete hook) { m_beforeDelete = std::move(hook); }

    PipelineTurns *turns() { return &m_turns; }

    // A replacement of its definition from here is under way.
    bool isSaving(const PipelineKey &key) const { return m_saving.contains(key); }

    bool isBusy(const PipelineKey &key) const { return m_turns.isBusy(key); }

    // These operations are not started yet. The caller starts and releases them. The fleet follows
    // them, so that rows appear and change by themselves.
    CreateOperation *newCreate(const QString &account, const QString &projectId,
                               const QByteArray &json, CreateOperation::Namesakes namesakes);
    ReplaceOperation *newReplace(const PipelineKey &key, ReplaceOperation::Plan plan);
    // Follows an operation on this pipeline that somebody else made: a replacement or a command.
    void follow(const PipelineKey &key, Operation *operation);

    // Reads one definition from the server, for an editor; the row follows.
    void readPipeline(const PipelineKey &key, QObject *context, Handler<QJsonObject> handler);

Q_SIGNALS:
    void pollingChanged(bool on);
    void unseenChanged(bool isUnseen);
    void accountAdded(Sluice::Account *account);
    void accountAboutToBeRemoved(Sluice::Account *account);
    // what: "start my-pipeline", for the banner.
    void actionFailed(const Sluice::PipelineKey &key, const QString &what,
                      const Sluice::ApiError &error);
    void pipelineDeleted(const Sluice::PipelineKey &key, const QString &name);
    // Comes beside actionFailed. The answer that was asked for before the DELETE is known by then.
    void deleteFailed(const Sluice::PipelineKey &key, const Sluice::ApiError &error);
    // before: as it was on the server right before.
    void pipelineSaved(const Sluice::PipelineKey &key, const QJsonObject &before,
                       const QJsonObject &saved);
    // A save was refused, or nobody knows whether it happened: see the error's effect.
    void saveFailed(const Sluice::PipelineKey &key, const QJsonObject &before,
                    const QJsonObject &sent, const Sluice::ApiError &error);
    // One definition, as the server has it now.
    void pipelineRead(const Sluice::PipelineKey &key, const QJsonObject &definition);
    // definition: as the server answered.
    void pipelineCreated(const Sluice::PipelineKey &key, const QJsonObject &definition);
    // The last replacement of its definition that was under way ended, whatever became of it.
    void savesEnded(const Sluice::PipelineKey &key);
    void commandAccepted(const Sluice::PipelineKey &key, Sluice::PipelineCommand command);

private:
    struct Entry;

    Entry *entry(const QString &account) const;
    void watch(Entry &entry);
    void onLists(const Account &account);
    void refreshDefinitions();
    void scheduleDefinitions();
    void updateDefinitionsTimer();
    bool refuse(const PipelineKey &key, const QString &what, bool isBusyRefused);
    void followCommand(const PipelineKey &key, const CommandOperation *operation);
    void sendDelete(const PipelineKey &key, const QString &name, DeleteOperation *operation,
                    const QString &refusal);
    void onDeleted(const PipelineKey &key, const QString &name, const WriteOutcome &outcome);
    void failDelete(const PipelineKey &key, const QString &name, const ApiError &error);
    void onReplaced(const PipelineKey &key, const ReplaceOperation &operation);
    void endSave(const PipelineKey &key, const QObject *operation);
    void onCreated(const QString &account, const QString &projectId, const WriteOutcome &outcome);
    void putRow(const PipelineKey &key, const QJsonObject &definition);
    QString actionText(const PipelineKey &key, PipelineCommand command) const;

    PipelineModel m_pipelines;
    StatusPoller::Intervals m_intervals;
    std::vector<std::unique_ptr<Entry>> m_entries;
    BeforeDelete m_beforeDelete;
    PipelineTurns m_turns;
    QHash<PipelineKey, QSet<const QObject *>> m_saving;
    QTimer m_definitionsTimer;
    QElapsedTimer m_definitionsRead; // since they were last asked for
    bool m_polling = true;
    bool m_isUnseen = false;
};

} // namespace Sluice
