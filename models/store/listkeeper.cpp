// SPDX-License-Identifier: Apache-2.0
#include "models/store/listkeeper.h"

#include "models/fleet/fleet.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

ListKeeper::ListKeeper(Fleet *fleet, ListStore *store, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
{
    const QList<Account *> accounts = fleet->accounts();
    for (Account *account : accounts)
        watch(account);
    connect(fleet, &Fleet::accountAdded, this, &ListKeeper::watch);
    store->all(this, [this](const StoreResult<ListStore::Accounts> &all) {
        if (all) // the window tells of a store that does not work
            take(*all);
    });
}

void ListKeeper::watch(Account *account)
{
    connect(account, &Account::projectsChanged, this, [this, account] {
        if (account->projectsState() == LoadState::Loaded)
            m_store->putProjects(account->id(), account->projects());
    });
    connect(account, &Account::pipelinesLoaded, this,
            [this, account](const QString &project, const QJsonArray &definitions) {
                keepPipelines(*account, project, definitions);
            });
    connect(account, &Account::runnerNamesChanged, this, [this, account] {
        if (account->runnersState() == LoadState::Loaded)
            m_store->putRunnerNames(account->id(), account->runnerNames());
    });
    recall(account);
}

void ListKeeper::take(const ListStore::Accounts &accounts)
{
    m_recalled = accounts;
    for (const QString &account : std::as_const(m_forgotten))
        m_recalled.remove(account);
    const QList<Account *> here = m_fleet->accounts();
    for (Account *account : here)
        recall(account);
}

void ListKeeper::forget(const QString &account)
{
    m_forgotten.insert(account);
    m_recalled.remove(account);
    m_store->removeAccount(account);
}

void ListKeeper::recall(Account *account)
{
    const auto found = m_recalled.constFind(account->id());
    if (found == m_recalled.cend())
        return;
    const ListedAccount listed = m_recalled.take(account->id());
    QList<Project> projects;
    for (const ListedProject &each : listed.projects)
        projects.append(each.project);
    account->recall(projects, listed.runnerNames);
    for (const ListedProject &each : listed.projects) {
        if (const Project *project = account->project(each.project.id);
            project && !account->isListed(project->id))
            m_fleet->pipelines()->recallPipelines(account->id(), account->profile().name, *project,
                                                  each.definitions, each.read);
    }
    m_fleet->pipelines()->flush(); // the last states are in place before anything is painted
}

void ListKeeper::keepPipelines(const Account &account, const QString &project,
                               const QJsonArray &definitions)
{
    QStringList pipelines;
    pipelines.reserve(definitions.size());
    for (const QJsonValue &definition : definitions)
        pipelines.append(definition["streamingPipelineId"_L1].toString());
    m_store->putPipelines(account.id(), project, pipelines, QDateTime::currentDateTimeUtc());
}

} // namespace Sluice
