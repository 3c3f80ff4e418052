// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"

#include "models/api/endpoints.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

struct Fleet::Entry {
    std::unique_ptr<Account> account;
    std::unique_ptr<StatusPoller> poller; // before the account, whose client it uses, dies
};

Fleet::Fleet(StatusPoller::Intervals intervals, QObject *parent)
    : QObject(parent)
    , m_intervals(intervals)
{
    m_definitionsTimer.setSingleShot(true);
    connect(&m_definitionsTimer, &QTimer::timeout, this, &Fleet::refreshDefinitions);
}

Fleet::~Fleet() = default;

Account *Fleet::addAccount(std::unique_ptr<Account> account)
{
    auto added = std::make_unique<Entry>();
    added->account = std::move(account);
    Account *const raw = added->account.get();
    added->poller =
        std::make_unique<StatusPoller>(raw->client(), &m_pipelines, raw->id(), m_intervals);
    watch(*added);
    if (m_polling)
        added->poller->start();
    m_entries.push_back(std::move(added));
    Q_EMIT accountAdded(raw);
    raw->refresh();
    if (!m_definitionsRead.isValid())
        scheduleDefinitions();
    return raw;
}

void Fleet::watch(Entry &entry)
{
    Account *const account = entry.account.get();
    connect(account, &Account::pipelinesLoaded, this,
            [this, account](const QString &projectId, const QJsonArray &definitions) {
                if (const Project *project = account->project(projectId))
                    m_pipelines.setPipelines(account->id(), account->profile().name, *project,
                                             definitions);
            });
    connect(account, &Account::projectRemoved, this, [this, account](const QString &projectId) {
        m_pipelines.removeProject(account->id(), projectId);
    });
    connect(account, &Account::runnerNamesChanged, this,
            [this, account] { m_pipelines.setRunnerNames(account->id(), account->runnerNames()); });
    connect(entry.poller.get(), &StatusPoller::notFound, account,
            [account](const PipelineKey &key) { account->refreshProject(key.project); });
}

void Fleet::removeAccount(const QString &id)
{
    Account *const leaving = account(id);
    if (!leaving)
        return;
    Q_EMIT accountAboutToBeRemoved(leaving);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const auto &entry) {
        return entry->account->id() == id;
    });
    const std::unique_ptr<Entry> removed = std::move(*found);
    m_entries.erase(found);
    removed->poller.reset();
    m_pipelines.removeAccount(id);
    m_busy.removeIf([&id](const PipelineKey &key) { return key.account == id; });
}

QList<Account *> Fleet::accounts() const
{
    QList<Account *> accounts;
    for (const auto &entry : m_entries)
        accounts.append(entry->account.get());
    return accounts;
}

Account *Fleet::account(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? found->account.get() : nullptr;
}

StatusPoller *Fleet::poller(const QString &account) const
{
    const Entry *found = entry(account);
    return found ? found->poller.get() : nullptr;
}

Fleet::Entry *Fleet::entry(const QString &account) const
{
    for (const auto &entry : m_entries) {
        if (entry->account->id() == account)
            return entry.get();
    }
    return nullptr;
}

void Fleet::refreshAll()
{
    for (const auto &entry : m_entries) {
        entry->account->refresh();
        entry->poller->checkAllNow();
    }
    scheduleDefinitions();
}

void Fleet::refreshDefinitions()
{
    for (const auto &entry : m_entries)
        entry->account->refresh(Priority::Background);
    scheduleDefinitions();
}

void Fleet::scheduleDefinitions()
{
    m_definitionsRead.start();
    if (m_polling)
        m_definitionsTimer.start(definitionsInterval);
}

void Fleet::refresh(const PipelineKey &key)
{
    if (StatusPoller *found = poller(key.account))
        found->checkNow(key);
}

void Fleet::setPolling(bool on)
{
    if (m_polling == on)
        return;
    m_polling = on;
    for (const auto &entry : m_entries) {
        if (on)
            entry->poller->start();
        else
            entry->poller->stop();
    }
    if (!on) {
        m_definitionsTimer.stop();
    } else if (m_definitionsRead.isValid()) {
        const std::chrono::milliseconds age{m_definitionsRead.elapsed()};
        const std::chrono::milliseconds left = definitionsInterval - age;
        m_definitionsTimer.start(std::max(left, std::chrono::milliseconds(0)));
    }
}

void Fleet::sendCommand(const PipelineKey &key, PipelineCommand command)
{
    const Entry *target = entry(key.account);
    const PipelineRow *row = m_pipelines.find(key);
    if (!target || !row || m_busy.contains(key))
        return;
    const QString what = command == PipelineCommand::Start ? tr("start %1").arg(row->name)
                                                           : tr("stop %1").arg(row->name);
    m_busy.insert(key);
    m_pipelines.setRequested(key, command);
    m_pipelines.flush(); // a click is seen at once
    target->account->client()->send(Endpoints::sendCommand(key.project, key.pipeline, command),
                                    this, [this, key, command, what](const Result<Reply> &result) {
                                        takeCommandAnswer(key, command, what, result);
                                    });
}

void Fleet::takeCommandAnswer(const PipelineKey &key, PipelineCommand command, const QString &what,
                              const Result<Reply> &result)
{
    m_busy.remove(key);
    if (result) {
        Q_EMIT commandAccepted(key, command);
    } else {
        const bool isUnknown = result.error().kind == ApiError::Kind::OutcomeUnknown;
        m_pipelines.clearRequested(key, isUnknown ? PipelineModel::CommandOutcome::Unknown
                                                  : PipelineModel::CommandOutcome::Refused);
        m_pipelines.flush();
        Q_EMIT actionFailed(key, what, result.error());
    }
    refresh(key); // what is true now
}

void Fleet::deletePipeline(const PipelineKey &key)
{
    const Entry *target = entry(key.account);
    const PipelineRow *row = m_pipelines.find(key);
    if (!target || !row || m_busy.contains(key))
        return;
    m_busy.insert(key);
    target->account->client()->send(Endpoints::deletePipeline(key.project, key.pipeline), this,
                                    [this, key, name = row->name](const Result<Reply> &result) {
                                        takeDeleteAnswer(key, name, result);
                                    });
}

void Fleet::takeDeleteAnswer(const PipelineKey &key, const QString &name,
                             const Result<Reply> &result)
{
    m_busy.remove(key);
    Account *const target = account(key.account);
    // Gone already is what was asked for.
    if (result || result.error().kind == ApiError::Kind::NotFound) {
        m_pipelines.removePipeline(key);
        if (target)
            target->dropPendingList(key.project);
        Q_EMIT pipelineDeleted(key, name);
        return;
    }
    Q_EMIT actionFailed(key, tr("delete %1").arg(name), result.error());
    if (target && result.error().kind == ApiError::Kind::OutcomeUnknown)
        target->refreshProject(key.project);
}

void Fleet::createPipeline(const QString &account, const QString &projectId, const QByteArray &json,
                           QObject *context, Handler<QJsonObject> handler)
{
    const Entry *target = entry(account);
    if (!target) {
        ApiError error;
        error.kind = ApiError::Kind::Cancelled;
        error.message = tr("This account is not signed in any more.");
        QMetaObject::invokeMethod(
            context, [handler = std::move(handler), error] { handler(error); },
            Qt::QueuedConnection);
        return;
    }
    target->account->client()->send(Endpoints::createPipeline(projectId, json), this,
                                    [this, account, projectId, guard = QPointer<QObject>(context),
                                     handler = std::move(handler)](const Result<Reply> &result) {
                                        const Result<QJsonObject> created =
                                            takeCreated(account, projectId, result);
                                        if (guard)
                                            handler(created);
                                    });
}

Result<QJsonObject> Fleet::takeCreated(const QString &account, const QString &projectId,
                                       const Result<Reply> &result)
{
    Account *const target = this->account(account);
    if (!result) {
        if (target && result.error().kind == ApiError::Kind::OutcomeUnknown)
            target->refreshProject(projectId); // it may be there
        return result.error();
    }
    const QJsonObject definition = result->json.object();
    const PipelineKey key{account, projectId, definition["streamingPipelineId"_L1].toString()};
    const Project *project = target ? target->project(projectId) : nullptr;
    if (project && key.isValid()) {
        m_pipelines.putPipeline(account, target->profile().name, *project, definition);
        target->dropPendingList(projectId);
        refresh(key);
    } else if (target) {
        target->refreshProject(projectId);
    }
    return definition;
}

} // namespace Sluice
