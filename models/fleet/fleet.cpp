// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"

#include <algorithm>
#include <iterator>

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
    // After pipelinesLoaded, so that the model knows them.
    const auto note = [this, account] { noteLists(*account); };
    connect(account, &Account::projectsChanged, this, note);
    connect(account, &Account::pipelinesStateChanged, this, note);
    connect(entry.poller.get(), &StatusPoller::notFound, account,
            [account](const PipelineKey &key) { account->refreshProject(key.project); });
}

void Fleet::noteLists(const Account &account)
{
    const QList<Project> &projects = account.projects();
    const bool areRead = std::all_of(projects.cbegin(), projects.cend(), [&](const Project &one) {
        return account.pipelinesState(one.id) == LoadState::Loaded;
    });
    StatusPoller *const found = poller(account.id());
    if (found && areRead && account.projectsState() == LoadState::Loaded)
        found->noteListsRead();
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

} // namespace Sluice
