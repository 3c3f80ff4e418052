// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/navigationmodel.h"

#include "models/fleet/fleet.h"

#include <algorithm>

namespace Sluice {

NavigationModel::NavigationModel(Fleet *fleet, QObject *parent)
    : QAbstractItemModel(parent)
    , m_fleet(fleet)
    , m_texts(fleet)
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

void NavigationModel::watchAccount(Account *account)
{
    connect(account, &Account::projectsChanged, this, [this, account] { syncProjects(account); });
    const auto syncOne = [this, account](const QString &projectId) {
        if (Node *project = m_tree.project(account->id(), projectId)) {
            syncProject(project);
            notifyUpwards(project, {CountRole, LoadStateRole, ErrorRole, NoteRole});
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
    syncChildren(m_tree.root(), wanted);
}

void NavigationModel::syncProjects(Account *account)
{
    Node *node = m_tree.account(account->id());
    if (!node)
        return;
    QList<NavigationEntry> wanted;
    for (const Project &project : account->projects())
        wanted.append({Kind::Project, project.id, project.name, {}});
    std::sort(wanted.begin(), wanted.end());
    syncChildren(node, wanted);
    for (const auto &project : node->children)
        syncProject(project.get());
    notify(node, {CountRole, LoadStateRole, ErrorRole, NoteRole});
}

void NavigationModel::syncProject(Node *project)
{
    const Account *account = m_texts.account(*project);
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
        notify(place, {CountRole, BadgeRole});
}

void NavigationModel::syncProjectsOf(const QList<PipelineKey> &keys)
{
    QSet<Node *> projects;
    const PipelineKey *former = nullptr;
    for (const PipelineKey &key : keys) {
        if (former && former->project == key.project && former->account == key.account)
            continue;
        former = &key;
        if (Node *project = m_tree.project(key.account, key.project))
            projects.insert(project);
    }
    for (Node *project : std::as_const(projects)) {
        syncProject(project);
        notifyUpwards(project, {CountRole, BadgeRole});
    }
}

void NavigationModel::syncChildren(Node *node, const QList<NavigationEntry> &wanted)
{
    const QModelIndex index = indexOf(node);
    const QList<RowStep> steps = NavigationTree::difference(*node, wanted);
    for (const RowStep &step : steps) {
        const auto &[first, last] = step.run;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            beginRemoveRows(index, first, last);
            m_tree.remove(node, step.run);
            endRemoveRows();
            break;
        case RowStep::Kind::Move:
            beginMoveRows(index, first, last, index, step.to);
            m_tree.move(node, step);
            endMoveRows();
            break;
        case RowStep::Kind::Insert:
            beginInsertRows(index, first, last);
            m_tree.insert(node, first, wanted.mid(first, step.run.count()));
            endInsertRows();
            break;
        }
    }
    for (int row = 0; row < node->childCount(); ++row) {
        Node *child = node->children[static_cast<size_t>(row)].get();
        if (child->entry == wanted.at(row))
            continue;
        child->entry = wanted.at(row);
        notify(child, {Qt::DisplayRole, DetailRole, ScopeRole});
    }
}

NavigationModel::Node *NavigationModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_tree.root();
}

QModelIndex NavigationModel::indexOf(const Node *node) const
{
    return node == m_tree.root() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex NavigationModel::indexOfAccount(const QString &account) const
{
    const Node *node = m_tree.account(account);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex NavigationModel::indexOfProject(const QString &account, const QString &project) const
{
    const Node *node = m_tree.project(account, project);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex NavigationModel::indexOf(const PipelineKey &key) const
{
    const QList<Node *> places = m_tree.places(key);
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

bool NavigationModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node->children.empty())
        return true;
    if (node == m_tree.root() || node->entry.kind != Kind::Project)
        return false;
    // An arrow invites to read them, and stays until they are there.
    const Account *account = m_texts.account(*node);
    const LoadState state =
        account ? account->environmentsState(node->entry.id) : LoadState::Loaded;
    return state == LoadState::NotLoaded || state == LoadState::Loading;
}

bool NavigationModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (node == m_tree.root() || node->entry.kind != Kind::Project)
        return false;
    const Account *account = m_texts.account(*node);
    return account && account->environmentsState(node->entry.id) == LoadState::NotLoaded;
}

void NavigationModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_texts.account(*nodeOf(parent))->loadEnvironments(nodeOf(parent)->entry.id);
}

void NavigationModel::retry(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return;
    const Node *node = nodeOf(index);
    Account *account = m_texts.account(*node);
    if (!account)
        return;
    if (node->entry.kind == Kind::Account)
        account->refresh();
    else
        account->refreshProject(node->idOf(Kind::Project));
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return m_texts.name(*node);
    case KindRole: return static_cast<int>(node->entry.kind);
    case AccountRole: return node->idOf(Kind::Account);
    case ProjectRole: return node->idOf(Kind::Project);
    case DetailRole: return m_texts.detail(*node);
    case KeyRole: return QVariant::fromValue(node->key());
    case BadgeRole:
        if (const std::optional<Badge> badge = m_texts.badge(*node))
            return static_cast<int>(*badge);
        return {};
    case OutdatedRole: return m_texts.isOutdated(*node);
    case CountRole: return m_texts.count(*node);
    case ProblemCountRole: return m_texts.problemCount(*node);
    case SandboxRole: return m_texts.account(*node) && m_texts.account(*node)->profile().sandbox;
    case LoadStateRole: return static_cast<int>(m_texts.loadState(*node));
    case ErrorRole: return m_texts.error(*node);
    case NoteRole: return m_texts.note(*node);
    case SharedRole: return m_tree.places(node->key()).size() > 1;
    case ScopeRole: return QVariant::fromValue(m_texts.scope(*node));
    case IdRole: return node->entry.kind == Kind::Environment ? QString() : node->entry.id;
    default: return {};
    }
}

void NavigationModel::notify(const Node *node, const QList<int> &roles)
{
    const QModelIndex index = indexOf(node);
    if (index.isValid())
        Q_EMIT dataChanged(index, index, roles);
}

void NavigationModel::notifyUpwards(const Node *node, const QList<int> &roles)
{
    for (; node != m_tree.root(); node = node->parent)
        notify(node, roles);
}

void NavigationModel::pipelinesChanged(int firstRow, int lastRow, const QList<int> &roles)
{
    if (lastRow - firstRow >= PipelineChanges::manyRows) {
        notifyAll(m_tree.root(), roles);
        return;
    }
    for (int row = firstRow; row <= lastRow; ++row) {
        const PipelineKey &key = m_fleet->pipelines()->row(row).key;
        const QList<Node *> places = m_tree.places(key);
        for (const Node *place : places) {
            notify(place, roles);
            notify(place->parent, roles);
        }
        if (const Node *project = m_tree.project(key.account, key.project))
            notifyUpwards(project, roles);
    }
}

// One signal for all children of a node, as the rows behind them are many.
void NavigationModel::notifyAll(const Node *node, const QList<int> &roles)
{
    if (node->children.empty())
        return;
    Q_EMIT dataChanged(indexOf(node->children.front().get()), indexOf(node->children.back().get()),
                       roles);
    for (const auto &child : node->children)
        notifyAll(child.get(), roles);
}

} // namespace Sluice
