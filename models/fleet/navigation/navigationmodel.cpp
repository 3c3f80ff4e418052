// SPDX-License-Identifier: Apache-2.0
// The tree's shape: which nodes there should be, and where each stands. How they get there is in
// navigationchildren.cpp, what they show in navigationdata.cpp.
#include "models/fleet/navigation/navigationmodel.h"

#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationnode.h"

#include <algorithm>

namespace Sluice {

NavigationModel::NavigationModel(Fleet *fleet, QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
    , m_fleet(fleet)
{
    connect(fleet, &Fleet::accountAdded, this, [this](Account *account) {
        syncAccounts();
        watchAccount(account);
    });
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, [this](Account *account) {
        disconnect(account, nullptr, this, nullptr);
        syncAccounts(account);
    });
    watchPipelines();
    syncAccounts();
    const QList<Account *> accounts = fleet->accounts();
    for (Account *account : accounts)
        watchAccount(account);
}

NavigationModel::~NavigationModel() = default;

void NavigationModel::watchAccount(Account *account)
{
    connect(account, &Account::projectsChanged, this, [this, account] { syncProjects(account); });
    const auto syncOne = [this, account](const QString &projectId) {
        if (Node *project = projectNode(account->id(), projectId)) {
            syncProject(project);
            tellUpwards(project, {CountRole, LoadStateRole, ErrorRole, NoteRole});
        }
    };
    connect(account, &Account::environmentsChanged, this, syncOne);
    connect(account, &Account::pipelinesStateChanged, this, syncOne);
    syncProjects(account);
}

void NavigationModel::watchPipelines()
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    const auto sync = [this](const QList<PipelineKey> &keys) { syncProjectsOf(keys); };
    connect(pipelines, &PipelineModel::pipelinesAdded, this, sync);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, sync);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, sync);
    connect(pipelines, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                if (roles.contains(PipelineModel::BadgeRole))
                    pipelinesChanged(first.row(), last.row(), {BadgeRole});
                else if (roles.contains(PipelineModel::OutdatedRole))
                    pipelinesChanged(first.row(), last.row(), {OutdatedRole});
            });
}

void NavigationModel::syncAccounts(const Account *leaving)
{
    QList<NavigationEntry> wanted;
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        if (account != leaving)
            wanted.append({Kind::Account, account->id(), account->profile().name, {}});
    }
    std::sort(wanted.begin(), wanted.end());
    syncChildren(m_root.get(), wanted);
}

void NavigationModel::syncProjects(Account *account)
{
    Node *node = m_root->child({Kind::Account, account->id(), {}, {}});
    if (!node)
        return;
    QList<NavigationEntry> wanted;
    for (const Project &project : account->projects())
        wanted.append({Kind::Project, project.id, project.name, {}});
    std::sort(wanted.begin(), wanted.end());
    syncChildren(node, wanted);
    for (const auto &project : node->children)
        syncProject(project.get());
    tell(node, {CountRole, LoadStateRole, ErrorRole, NoteRole});
}

void NavigationModel::syncProject(Node *project)
{
    const Account *account = accountOf(project);
    if (!account)
        return;
    const QString projectId = project->entry.id;
    const LoadState state = account->environmentsState(projectId);
    if (state == LoadState::NotLoaded || (state == LoadState::Loading && project->children.empty()))
        return;

    const PipelineModel *pipelines = m_fleet->pipelines();
    QHash<QString, QList<PipelineKey>> byAgent;
    const QList<PipelineKey> keys = pipelines->keys(account->id(), projectId);
    for (const PipelineKey &key : keys)
        byAgent[pipelines->find(key)->agentId].append(key);

    QList<NavigationEntry> wanted;
    QList<PipelineKey> others = keys;
    const QList<Environment> environments = account->environments(projectId);
    for (const Environment &environment : environments) {
        wanted.append(
            {Kind::Environment, environment.name, environment.name, environment.defaultAgentId});
    }
    others.removeIf([&](const PipelineKey &key) {
        const QString agent = pipelines->find(key)->agentId;
        return std::any_of(environments.begin(), environments.end(),
                           [&agent](const Environment &e) { return e.defaultAgentId == agent; });
    });
    if (!others.isEmpty())
        wanted.append({Kind::OtherRunners, {}, {}, {}});
    std::sort(wanted.begin(), wanted.end());
    syncChildren(project, wanted);
    for (const auto &place : project->children) {
        const bool isOther = place->entry.kind == Kind::OtherRunners;
        syncPipelines(place.get(), isOther ? others : byAgent.value(place->entry.agentId));
    }
}

void NavigationModel::syncPipelines(Node *place, const QList<PipelineKey> &keys)
{
    QList<NavigationEntry> wanted;
    for (const PipelineKey &key : keys)
        wanted.append({Kind::Pipeline, key.pipeline, m_fleet->pipelines()->find(key)->name, {}});
    std::sort(wanted.begin(), wanted.end());
    const int before = place->childCount();
    syncChildren(place, wanted);
    if (place->childCount() != before)
        tell(place, {CountRole, BadgeRole});
}

void NavigationModel::syncProjectsOf(const QList<PipelineKey> &keys)
{
    QSet<Node *> projects;
    const PipelineKey *former = nullptr;
    for (const PipelineKey &key : keys) {
        if (former && former->project == key.project && former->account == key.account)
            continue;
        former = &key;
        if (Node *project = projectNode(key.account, key.project))
            projects.insert(project);
    }
    for (Node *project : std::as_const(projects)) {
        syncProject(project);
        tellUpwards(project, {CountRole, BadgeRole});
    }
}

NavigationModel::Node *NavigationModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex NavigationModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

NavigationModel::Node *NavigationModel::projectNode(const QString &account,
                                                    const QString &project) const
{
    const Node *node = m_root->child({Kind::Account, account, {}, {}});
    return node ? node->child({Kind::Project, project, {}, {}}) : nullptr;
}

QModelIndex NavigationModel::indexOfAccount(const QString &account) const
{
    const Node *node = m_root->child({Kind::Account, account, {}, {}});
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex NavigationModel::indexOfProject(const QString &account, const QString &project) const
{
    const Node *node = projectNode(account, project);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex NavigationModel::indexOf(const PipelineKey &key) const
{
    const QList<Node *> places = m_places.value(key);
    return places.isEmpty() ? QModelIndex() : indexOf(places.constFirst());
}

QModelIndex NavigationModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex NavigationModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->childCount();
}

int NavigationModel::columnCount(const QModelIndex &) const
{
    return 1;
}

} // namespace Sluice
