// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"

#include "models/api/endpoints.h"
#include "models/operations/commandoperation.h"
#include "models/operations/deleteoperation.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <numeric>

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
    m_pipelines.setNextCheck([this](const PipelineKey &key) {
        StatusPoller *found = poller(key.account);
        return found ? found->outlook(key) : QString();
    });
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
    added->poller->setUnseen(m_isUnseen);
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
    // After pipelinesLoaded, so that the model knows them.
    const auto note = [this, account] { onLists(*account); };
    connect(account, &Account::projectsChanged, this, note);
    connect(account, &Account::pipelinesStateChanged, this, note);
    connect(entry.poller.get(), &StatusPoller::notFound, account,
            [account](const PipelineKey &key) { account->refreshProject(key.project); });
}

void Fleet::onLists(const Account &account)
{
    const QList<Project> &projects = account.projects();
    const bool areRead = std::all_of(projects.cbegin(), projects.cend(), [&](const Project &one) {
        return account.pipelinesState(one.id) == LoadState::Loaded;
    });
    StatusPoller *const found = poller(account.id());
    if (found && areRead && account.projectsState() == LoadState::Loaded)
        found->onListsRead();
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

Client *Fleet::client(const QString &account) const
{
    const Entry *found = entry(account);
    return found ? found->account->client() : nullptr;
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
    updateDefinitionsTimer();
}

void Fleet::refresh(const PipelineKey &key)
{
    if (StatusPoller *found = poller(key.account))
        found->checkNow(key);
}

void Fleet::refresh(const QList<PipelineKey> &keys)
{
    if (keys.size() <= askedAtOnce) {
        for (const PipelineKey &key : keys)
            refresh(key);
        return;
    }
    for (const auto &entry : m_entries) {
        QList<PipelineKey> own;
        std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(own),
                     [id = entry->account->id()](const auto &key) { return key.account == id; });
        entry->poller->checkSoon(own);
    }
}

int Fleet::unsentWrites() const
{
    return std::accumulate(m_entries.begin(), m_entries.end(), 0, [](int sum, const auto &entry) {
        return sum + entry->account->client()->unsentWrites();
    });
}

void Fleet::setInView(const QSet<PipelineKey> &keys)
{
    for (const auto &entry : m_entries)
        entry->poller->setInView(keys); // those of other accounts are unknown there
}

void Fleet::setPinned(const QSet<PipelineKey> &keys)
{
    for (const auto &entry : m_entries)
        entry->poller->setPinned(keys);
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
    updateDefinitionsTimer();
    Q_EMIT pollingChanged(on);
}

void Fleet::setUnseen(bool isUnseen)
{
    if (std::exchange(m_isUnseen, isUnseen) == isUnseen)
        return;
    for (const auto &entry : m_entries)
        entry->poller->setUnseen(isUnseen);
    updateDefinitionsTimer();
    Q_EMIT unseenChanged(isUnseen);
}

void Fleet::updateDefinitionsTimer()
{
    if (!m_polling || m_isUnseen) {
        m_definitionsTimer.stop();
    } else if (m_definitionsRead.isValid()) {
        const std::chrono::milliseconds age{m_definitionsRead.elapsed()};
        const std::chrono::milliseconds left = definitionsInterval - age;
        m_definitionsTimer.start(std::max(left, std::chrono::milliseconds(0)));
    }
}

QString Fleet::actionText(const PipelineKey &key, PipelineCommand command) const
{
    const PipelineRow *row = m_pipelines.find(key);
    const QString id = key.isValid() ? key.pipeline : tr("the pipeline");
    const QString name = row ? row->name : id;
    return command == PipelineCommand::Start ? tr("start %1").arg(name) : tr("stop %1").arg(name);
}

// Tells why an action on a pipeline is not begun at all; false: it may be.
bool Fleet::refuse(const PipelineKey &key, const QString &what, bool isBusyRefused)
{
    const Account *const target = account(key.account);
    ApiError error = Operation::signedOut();
    if (target && !m_pipelines.find(key)) {
        error.kind = ApiError::Kind::NotFound;
        error.host = target->profile().name;
        error.message = tr("It is not in the list. Nothing was sent.");
    } else if (target && isBusyRefused && isBusy(key)) {
        error.message = tr("Another action on it is under way. Nothing was sent.");
    } else if (target) {
        return false;
    }
    Q_EMIT actionFailed(key, what, error);
    return true;
}

void Fleet::sendCommand(const PipelineKey &key, PipelineCommand command, IfBusy ifBusy)
{
    if (refuse(key, actionText(key, command), ifBusy == IfBusy::Refuse))
        return;
    auto *operation =
        new CommandOperation(client(key.account), key.project, key.pipeline, command, this);
    follow(key, operation);
    connect(operation, &Operation::settled, operation, &Operation::release);
    m_turns.enqueue(key, operation, [operation] { operation->start(); });
}

void Fleet::follow(const PipelineKey &key, Operation *operation)
{
    operation->setParent(this);
    if (const auto *command = qobject_cast<const CommandOperation *>(operation)) {
        followCommand(key, command);
    } else if (const auto *replace = qobject_cast<const ReplaceOperation *>(operation)) {
        m_saving[key].insert(operation);
        connect(replace, &Operation::settled, this, [this, key, replace] {
            onReplaced(key, *replace);
            endSave(key, replace);
        });
        connect(operation, &QObject::destroyed, this,
                [this, key, operation] { endSave(key, operation); });
    }
}

void Fleet::endSave(const PipelineKey &key, const QObject *operation)
{
    const auto saving = m_saving.find(key);
    if (saving == m_saving.end() || !saving->remove(operation) || !saving->isEmpty())
        return;
    m_saving.erase(saving);
    Q_EMIT savesEnded(key);
}

void Fleet::followCommand(const PipelineKey &key, const CommandOperation *operation)
{
    const PipelineCommand command = operation->command();
    connect(operation, &Operation::stageChanged, this, [this, key, operation, command] {
        if (operation->stage() != Operation::Stage::Sending)
            return;
        m_pipelines.setRequested(key, command);
        m_pipelines.flush(); // a click is seen at once
    });
    const QString what = actionText(key, command);
    connect(operation, &Operation::settled, this,
            [this, key, command, what, operation](const WriteOutcome &outcome) {
                m_turns.end(key, operation);
                if (outcome.isDone()) {
                    Q_EMIT commandAccepted(key, command);
                } else {
                    m_pipelines.clearRequested(key, outcome.isUnknown()
                                                        ? PipelineModel::CommandOutcome::Unknown
                                                        : PipelineModel::CommandOutcome::Refused);
                    m_pipelines.flush();
                    Q_EMIT actionFailed(key, what, *outcome.error);
                }
                refresh(key); // what is true now
            });
}

void Fleet::deletePipeline(const PipelineKey &key)
{
    const PipelineRow *row = m_pipelines.find(key);
    const QString name = row ? row->name : key.pipeline;
    if (refuse(key, tr("delete %1").arg(name), true))
        return;
    auto *operation = new DeleteOperation(client(key.account), key.project, key.pipeline, this);
    m_turns.enqueue(key, operation, [] {});
    connect(operation, &Operation::settled, this, [this, key, name, operation] {
        m_turns.end(key, operation);
        onDeleted(key, name, operation->outcome());
        operation->release();
    });
    if (!m_beforeDelete) {
        operation->start();
        return;
    }
    m_beforeDelete(*row, [guard = QPointer(operation), this, key, name](const QString &refusal) {
        if (guard)
            sendDelete(key, name, guard, refusal);
    });
}

void Fleet::sendDelete(const PipelineKey &key, const QString &name, DeleteOperation *operation,
                       const QString &refusal)
{
    if (client(key.account) && refusal.isEmpty()) {
        operation->start();
        return;
    }
    ApiError error = Operation::signedOut();
    error.message = refusal.isEmpty() ? tr("%1 Nothing was deleted.").arg(error.message) : refusal;
    m_turns.end(key, operation);
    operation->release();
    failDelete(key, name, error);
}

void Fleet::onDeleted(const PipelineKey &key, const QString &name, const WriteOutcome &outcome)
{
    Account *const target = account(key.account);
    if (!outcome.isDone()) {
        failDelete(key, name, *outcome.error);
        if (target && outcome.isUnknown())
            target->refreshProject(key.project);
        return;
    }
    m_pipelines.removePipeline(key);
    if (target)
        target->dropPendingList(key.project);
    Q_EMIT pipelineDeleted(key, name);
}

void Fleet::failDelete(const PipelineKey &key, const QString &name, const ApiError &error)
{
    Q_EMIT deleteFailed(key, error);
    Q_EMIT actionFailed(key, tr("delete %1").arg(name), error);
}

void Fleet::putRow(const PipelineKey &key, const QJsonObject &definition)
{
    Account *const target = account(key.account);
    const Project *project = target ? target->project(key.project) : nullptr;
    if (!project)
        return;
    m_pipelines.putPipeline(key.account, target->profile().name, *project, definition);
    target->dropPendingList(key.project); // one on its way may be older
}

CreateOperation *Fleet::newCreate(const QString &account, const QString &projectId,
                                  const QByteArray &json, CreateOperation::Namesakes namesakes)
{
    auto *operation = new CreateOperation(client(account), projectId, json, namesakes, this);
    connect(operation, &Operation::settled, this,
            [this, account, projectId](const WriteOutcome &outcome) {
                onCreated(account, projectId, outcome);
            });
    return operation;
}

void Fleet::onCreated(const QString &account, const QString &projectId, const WriteOutcome &outcome)
{
    Account *const target = this->account(account);
    const QString id = outcome.definition.value("streamingPipelineId"_L1).toString();
    const PipelineKey key{account, projectId, id};
    if (outcome.effect == Effect::Happened) {
        putRow(key, outcome.definition);
        refresh(key);
        Q_EMIT pipelineCreated(key, outcome.definition);
    }
    const bool isListOld = !outcome.isDone() && (outcome.isUnknown() || outcome.hasMoved());
    if (target && (isListOld || !target->project(projectId)))
        target->refreshProject(projectId);
}

ReplaceOperation *Fleet::newReplace(const PipelineKey &key, ReplaceOperation::Plan plan)
{
    auto *operation =
        new ReplaceOperation(client(key.account), key.project, key.pipeline, std::move(plan), this);
    follow(key, operation);
    return operation;
}

void Fleet::onReplaced(const PipelineKey &key, const ReplaceOperation &operation)
{
    const WriteOutcome &outcome = operation.outcome();
    if (!outcome.definition.isEmpty())
        putRow(key, outcome.definition);
    if (outcome.effect == Effect::Happened)
        Q_EMIT pipelineSaved(key, operation.before(), outcome.definition);
    else if (!outcome.definition.isEmpty())
        Q_EMIT pipelineRead(key, outcome.definition);
    if (outcome.error && !operation.sent().isEmpty())
        Q_EMIT saveFailed(key, operation.before(), operation.sent(), *outcome.error);
    Account *const target = account(key.account);
    if (target && outcome.error && outcome.error->kind == ApiError::Kind::NotFound)
        target->refreshProject(key.project);
}

void Fleet::readPipeline(const PipelineKey &key, QObject *context, Handler<QJsonObject> handler)
{
    const auto answer = [this, key, guard = QPointer<QObject>(context),
                         handler = std::move(handler)](const Result<Reply> &result) {
        Account *const target = account(key.account);
        if (!result && target && result.error().kind == ApiError::Kind::NotFound)
            target->refreshProject(key.project);
        const Result<QJsonObject> read = result ? Result<QJsonObject>(result->json.object())
                                                : Result<QJsonObject>(result.error());
        if (read) {
            putRow(key, *read);
            Q_EMIT pipelineRead(key, *read);
        }
        if (guard)
            handler(read);
    };
    if (Client *const target = client(key.account))
        target->send(Endpoints::getPipeline(key.project, key.pipeline), this, answer);
    else
        QMetaObject::invokeMethod(
            this, [answer] { answer(Operation::signedOut()); }, Qt::QueuedConnection);
}

} // namespace Sluice
