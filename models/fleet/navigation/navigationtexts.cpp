// SPDX-License-Identifier: Apache-2.0
// What the nodes of the tree show, and when it changes. The tree's shape is in navigationmodel.cpp.
#include "models/account/signin.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/fleet/navigation/navigationnode.h"

#include <algorithm>

namespace Sluice {

namespace {

// The worse of two states of lists that stand at one node.
LoadState together(LoadState a, LoadState b)
{
    for (const LoadState state : {LoadState::Failed, LoadState::Loading}) {
        if (a == state || b == state)
            return state;
    }
    return a;
}

QString sentences(const ApiError &error)
{
    const QString next = error.nextStep();
    return next.isEmpty() ? error.summary() : error.summary() + u' ' + next;
}

// "eu1" of "eu1.api.matillion.com"; any other host as it is.
QString regionOf(const QUrl &url)
{
    const QString host = url.host();
    return host.endsWith(u".api.matillion.com") ? host.section(u'.', 0, 0) : host;
}

} // namespace

bool NavigationModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node->children.empty())
        return true;
    if (node == m_root.get() || node->entry.kind != Kind::Project)
        return false;
    // An arrow invites to read them, and stays until they are there.
    const Account *account = accountOf(node);
    const LoadState state =
        account ? account->environmentsState(node->entry.id) : LoadState::Loaded;
    return state == LoadState::NotLoaded || state == LoadState::Loading;
}

bool NavigationModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (node == m_root.get() || node->entry.kind != Kind::Project)
        return false;
    const Account *account = accountOf(node);
    return account && account->environmentsState(node->entry.id) == LoadState::NotLoaded;
}

void NavigationModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        accountOf(nodeOf(parent))->loadEnvironments(nodeOf(parent)->entry.id);
}

void NavigationModel::retry(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return;
    const Node *node = nodeOf(index);
    Account *account = accountOf(node);
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
    case Qt::DisplayRole: return nameOf(node);
    case KindRole: return static_cast<int>(node->entry.kind);
    case AccountRole: return node->idOf(Kind::Account);
    case ProjectRole: return node->idOf(Kind::Project);
    case DetailRole: return detailOf(node);
    case KeyRole: return QVariant::fromValue(keyOf(node));
    case BadgeRole:
        if (const std::optional<Badge> badge = badgeOf(node))
            return static_cast<int>(*badge);
        return {};
    case OutdatedRole: return isOutdated(node);
    case CountRole: return countOf(node);
    case ProblemCountRole: return problemCountOf(node);
    case SandboxRole: return accountOf(node) && accountOf(node)->profile().sandbox;
    case LoadStateRole: return loadStateOf(node);
    case ErrorRole: return errorOf(node);
    case NoteRole: return noteOf(node);
    case SharedRole: return m_places.value(keyOf(node)).size() > 1;
    case ScopeRole: return QVariant::fromValue(scopeOf(node));
    case IdRole: return node->entry.kind == Kind::Environment ? QString() : node->entry.id;
    default: return {};
    }
}

Account *NavigationModel::accountOf(const Node *node) const
{
    return m_fleet->account(node->idOf(Kind::Account));
}

PipelineKey NavigationModel::keyOf(const Node *node) const
{
    if (node->entry.kind != Kind::Pipeline)
        return {};
    return {node->idOf(Kind::Account), node->idOf(Kind::Project), node->entry.id};
}

QString NavigationModel::nameOf(const Node *node) const
{
    return node->entry.kind == Kind::OtherRunners ? tr("Other runners") : node->entry.name;
}

QString NavigationModel::detailOf(const Node *node) const
{
    const Account *account = accountOf(node);
    if (!account)
        return {};
    if (node->entry.kind == Kind::Account)
        return regionOf(account->profile().baseUrl);
    if (node->entry.kind == Kind::Environment)
        return account->runnerName(node->entry.agentId);
    return {};
}

std::optional<Badge> NavigationModel::badgeOf(const Node *node) const
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    switch (node->entry.kind) {
    case Kind::Pipeline: {
        const PipelineRow *row = pipelines->find(keyOf(node));
        return row ? std::optional(row->badge()) : std::nullopt;
    }
    case Kind::Project: return pipelines->worstProblem(node->idOf(Kind::Account), node->entry.id);
    case Kind::Account:
    case Kind::Environment:
    case Kind::OtherRunners: break;
    }
    std::optional<Badge> worst;
    for (const auto &child : node->children) {
        const std::optional<Badge> badge = badgeOf(child.get());
        const bool isProblem = badge == Badge::StoppedUnexpectedly || badge == Badge::Unknown;
        if (isProblem && (!worst || *badge < *worst))
            worst = badge;
    }
    return worst;
}

int NavigationModel::countOf(const Node *node) const
{
    const Account *account = accountOf(node);
    if (!account)
        return -1;
    switch (node->entry.kind) {
    case Kind::Pipeline: return 1;
    case Kind::Environment:
    case Kind::OtherRunners: return node->childCount();
    case Kind::Project: {
        const int count = m_fleet->pipelines()->count(account->id(), node->entry.id);
        const bool isKnown = account->pipelinesState(node->entry.id) == LoadState::Loaded;
        return count > 0 || isKnown ? count : -1;
    }
    case Kind::Account: break;
    }
    if (node->children.empty())
        return account->projectsState() == LoadState::Loaded ? 0 : -1;
    int sum = -1; // known as soon as one project's is
    for (const auto &project : node->children) {
        if (const int count = countOf(project.get()); count >= 0)
            sum = std::max(sum, 0) + count;
    }
    return sum;
}

int NavigationModel::loadStateOf(const Node *node) const
{
    LoadState state = LoadState::Loaded;
    if (const Account *account = accountOf(node)) {
        if (node->entry.kind == Kind::Account) {
            state = account->projectsState();
        } else if (node->entry.kind == Kind::Project) {
            state = together(account->environmentsState(node->entry.id),
                             account->pipelinesState(node->entry.id));
        }
    }
    return static_cast<int>(state);
}

QString NavigationModel::errorOf(const Node *node) const
{
    const Account *account = accountOf(node);
    if (!account)
        return {};
    const QString id = node->entry.id;
    if (node->entry.kind == Kind::Account && account->projectsState() == LoadState::Failed)
        return sentences(account->projectsError());
    if (node->entry.kind != Kind::Project)
        return {};
    if (account->pipelinesState(id) == LoadState::Failed)
        return sentences(account->pipelinesError(id));
    if (account->environmentsState(id) == LoadState::Failed)
        return sentences(account->environmentsError(id));
    return {};
}

QString NavigationModel::noteOf(const Node *node) const
{
    const Account *account = accountOf(node);
    if (!account || node->entry.kind != Kind::Account || !node->children.empty() ||
        account->projectsState() != LoadState::Loaded)
        return {};
    return noProjectsNote();
}

PipelineFilter::Scope NavigationModel::scopeOf(const Node *node) const
{
    PipelineFilter::Scope scope;
    scope.account = node->idOf(Kind::Account);
    scope.project = node->idOf(Kind::Project);
    switch (node->entry.kind) {
    case Kind::Account:
    case Kind::Project: break;
    case Kind::Environment: scope.agents = {node->entry.agentId}; break;
    case Kind::OtherRunners:
        for (const auto &sibling : node->parent->children) {
            if (sibling->entry.kind == Kind::Environment)
                scope.notAgents.insert(sibling->entry.agentId);
        }
        break;
    case Kind::Pipeline: scope.pipeline = node->entry.id; break;
    }
    return scope;
}

bool NavigationModel::isOutdated(const Node *node) const
{
    const PipelineRow *row = m_fleet->pipelines()->find(keyOf(node));
    return row && row->outdated;
}

void NavigationModel::tell(const Node *node, const QList<int> &roles)
{
    const QModelIndex index = indexOf(node);
    if (index.isValid())
        Q_EMIT dataChanged(index, index, roles);
}

void NavigationModel::tellUpwards(const Node *node, const QList<int> &roles)
{
    for (; node != m_root.get(); node = node->parent)
        tell(node, roles);
}

void NavigationModel::pipelinesChanged(int firstRow, int lastRow, const QList<int> &roles)
{
    if (lastRow - firstRow >= PipelineChanges::manyRows) {
        tellAll(m_root.get(), roles);
        return;
    }
    for (int row = firstRow; row <= lastRow; ++row) {
        const PipelineKey &key = m_fleet->pipelines()->row(row).key;
        const QList<Node *> places = m_places.value(key);
        for (const Node *place : places) {
            tell(place, roles);
            tell(place->parent, roles);
        }
        if (const Node *project = projectNode(key.account, key.project))
            tellUpwards(project, roles);
    }
}

// One signal for all children of a node, as the rows behind them are many.
void NavigationModel::tellAll(const Node *node, const QList<int> &roles)
{
    if (node->children.empty())
        return;
    Q_EMIT dataChanged(indexOf(node->children.front().get()), indexOf(node->children.back().get()),
                       roles);
    for (const auto &child : node->children)
        tellAll(child.get(), roles);
}

} // namespace Sluice
