// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/fleet/account.h"
#include "models/fleet/pipelinemodel.h"
#include "models/fleet/statuspoller.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace Sluice {

// All signed-in accounts, their pipelines in one model, a poller for each, and the actions on
// pipelines.
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

    PipelineModel *pipelines() { return &m_pipelines; }

    // Reads all definitions again and asks all statuses.
    void refreshAll();
    void refresh(const PipelineKey &key);
    // Asks each at once when they are few, else all of them in turn as the budget allows.
    void refresh(const QList<PipelineKey> &keys);
    void setPolling(bool on); // off while the window is hidden

    // Sends the guide's command. The row shows it as requested at once; refusal takes that back and
    // actionFailed comes. One action at a time and pipeline: another one while the answer is on its
    // way is dropped, so that no click is sent twice. For a pipeline that is not in the model
    // nothing is sent and actionFailed comes at once.
    void sendCommand(const PipelineKey &key, PipelineCommand command);
    void deletePipeline(const PipelineKey &key);

    // Asked before a DELETE leaves, with what the server is about to forget; the request waits for
    // the answer. A plain sentence as answer keeps it from leaving, and comes as actionFailed.
    using DeleteAnswer = std::function<void(const QString &refusal)>;
    using BeforeDelete = std::function<void(const PipelineRow &row, const DeleteAnswer &answer)>;

    void setBeforeDelete(BeforeDelete hook) { m_beforeDelete = std::move(hook); }

    bool isBusy(const PipelineKey &key) const { return m_busy.contains(key); }

    // Creates from JSON text; the handler gets the new definition. The row appears by itself, also
    // when context died meanwhile.
    void createPipeline(const QString &account, const QString &projectId, const QByteArray &json,
                        QObject *context, Handler<QJsonObject> handler);
    // Reads one definition from the server, for an editor; the row follows.
    void readPipeline(const PipelineKey &key, QObject *context, Handler<QJsonObject> handler);
    // Replaces the whole definition by this JSON text; the handler gets the server's answer. The
    // row follows, also when context died meanwhile.
    void savePipeline(const PipelineKey &key, const QByteArray &json, QObject *context,
                      Handler<QJsonObject> handler);

Q_SIGNALS:
    void accountAdded(Sluice::Account *account);
    void accountAboutToBeRemoved(Sluice::Account *account);
    // what: "start my-pipeline", for the banner.
    void actionFailed(const Sluice::PipelineKey &key, const QString &what,
                      const Sluice::ApiError &error);
    void pipelineDeleted(const Sluice::PipelineKey &key, const QString &name);
    // before: as it was last known from here.
    void pipelineSaved(const Sluice::PipelineKey &key, const QJsonObject &before,
                       const QJsonObject &saved);
    // The server's answer to a save is an error, or was lost: sent may stand there all the same.
    void saveFailed(const Sluice::PipelineKey &key, const QJsonObject &before,
                    const QJsonObject &sent, const Sluice::ApiError &error);
    // One definition, as the server has it now.
    void pipelineRead(const Sluice::PipelineKey &key, const QJsonObject &definition);
    // definition: as the server answered.
    void pipelineCreated(const Sluice::PipelineKey &key, const QJsonObject &definition);
    void commandAccepted(const Sluice::PipelineKey &key, Sluice::PipelineCommand command);

private:
    struct Entry;

    Entry *entry(const QString &account) const;
    void watch(Entry &entry);
    void noteLists(const Account &account);
    void refreshDefinitions();
    void scheduleDefinitions();
    void refuseUnknown(const Account &account, const PipelineKey &key, PipelineCommand command);
    void takeCommandAnswer(const PipelineKey &key, PipelineCommand command, const QString &what,
                           const Result<Reply> &result);
    void sendDelete(const PipelineKey &key, const QString &name, const QString &refusal);
    void takeDeleteAnswer(const PipelineKey &key, const QString &name, const Result<Reply> &result);
    void send(const PipelineKey &key, const Request &request, QObject *context,
              Handler<Reply> handler);
    Result<QJsonObject> takeDefinition(const PipelineKey &key, const Result<Reply> &result);
    Result<QJsonObject> takeCreated(const QString &account, const QString &projectId,
                                    const Result<Reply> &result);

    PipelineModel m_pipelines;
    StatusPoller::Intervals m_intervals;
    std::vector<std::unique_ptr<Entry>> m_entries;
    BeforeDelete m_beforeDelete;
    QSet<PipelineKey> m_busy; // an action's answer is on its way
    QTimer m_definitionsTimer;
    QElapsedTimer m_definitionsRead; // since they were last asked for
    bool m_polling = true;
};

} // namespace Sluice
