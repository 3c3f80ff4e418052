// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/navigationtexts.h"

#include "models/account/signin.h"
#include "models/fleet/fleet.h"

#include <algorithm>
#include <numeric>

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

NavigationTexts::NavigationTexts(Fleet *fleet)
    : m_fleet(fleet)
{}

Account *NavigationTexts::account(const Node &node) const
{
    return m_fleet->account(node.idOf(Kind::Account));
}

QString NavigationTexts::name(const Node &node) const
{
    return node.entry.kind == Kind::OtherRunners ? tr("Other runners") : node.entry.name;
}

QString NavigationTexts::detail(const Node &node) const
{
    const Account *account = this->account(node);
    if (!account)
        return {};
    if (node.entry.kind == Kind::Account)
        return regionOf(account->profile().baseUrl);
    if (node.entry.kind == Kind::Environment)
        return account->runnerName(node.entry.agentId);
    return {};
}

std::optional<Badge> NavigationTexts::badge(const Node &node) const
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    switch (node.entry.kind) {
    case Kind::Pipeline: {
        const PipelineRow *row = pipelines->find(node.key());
        return row ? std::optional(row->badge()) : std::nullopt;
    }
    case Kind::Project: return pipelines->worstProblem(node.idOf(Kind::Account), node.entry.id);
    case Kind::Account:
    case Kind::Environment:
    case Kind::OtherRunners: break;
    }
    std::optional<Badge> worst;
    for (const auto &child : node.children) {
        const std::optional<Badge> badge = this->badge(*child);
        const bool isProblem = badge == Badge::StoppedUnexpectedly || badge == Badge::Unknown;
        if (isProblem && (!worst || *badge < *worst))
            worst = badge;
    }
    return worst;
}

int NavigationTexts::count(const Node &node) const
{
    const Account *account = this->account(node);
    if (!account)
        return -1;
    switch (node.entry.kind) {
    case Kind::Pipeline: return 1;
    case Kind::Environment:
    case Kind::OtherRunners: return node.childCount();
    case Kind::Project: {
        const int count = m_fleet->pipelines()->count(account->id(), node.entry.id);
        const bool isKnown = account->pipelinesState(node.entry.id) == LoadState::Loaded;
        return count > 0 || isKnown ? count : -1;
    }
    case Kind::Account: break;
    }
    if (node.children.empty())
        return account->projectsState() == LoadState::Loaded ? 0 : -1;
    int sum = -1; // known as soon as one project's is
    for (const auto &project : node.children) {
        if (const int count = this->count(*project); count >= 0)
            sum = std::max(sum, 0) + count;
    }
    return sum;
}

int NavigationTexts::count(const Node &node, Badge badge) const
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    if (node.entry.kind == Kind::Pipeline) {
        const PipelineRow *row = pipelines->find(node.key());
        return row && row->badge() == badge ? 1 : 0;
    }
    if (node.entry.kind == Kind::Project)
        return pipelines->count(node.idOf(Kind::Account), node.entry.id, badge);
    return std::accumulate(node.children.begin(), node.children.end(), 0,
                           [&](int sum, const auto &child) { return sum + count(*child, badge); });
}

int NavigationTexts::problemCount(const Node &node) const
{
    const std::optional<Badge> worst = badge(node);
    return worst ? count(node, *worst) : 0;
}

LoadState NavigationTexts::loadState(const Node &node) const
{
    LoadState state = LoadState::Loaded;
    if (const Account *account = this->account(node)) {
        if (node.entry.kind == Kind::Account) {
            state = account->projectsState();
        } else if (node.entry.kind == Kind::Project) {
            state = together(account->environmentsState(node.entry.id),
                             account->pipelinesState(node.entry.id));
        }
    }
    return state;
}

QString NavigationTexts::error(const Node &node) const
{
    const Account *account = this->account(node);
    if (!account)
        return {};
    const QString id = node.entry.id;
    if (node.entry.kind == Kind::Account && account->projectsState() == LoadState::Failed)
        return sentences(account->projectsError());
    if (node.entry.kind != Kind::Project)
        return {};
    if (account->pipelinesState(id) == LoadState::Failed)
        return sentences(account->pipelinesError(id));
    if (account->environmentsState(id) == LoadState::Failed)
        return sentences(account->environmentsError(id));
    return {};
}

QString NavigationTexts::note(const Node &node) const
{
    const Account *account = this->account(node);
    if (!account || node.entry.kind != Kind::Account || !node.children.empty() ||
        account->projectsState() != LoadState::Loaded)
        return {};
    return noProjectsNote();
}

PipelineFilter::Scope NavigationTexts::scope(const Node &node) const
{
    PipelineFilter::Scope scope;
    scope.account = node.idOf(Kind::Account);
    scope.project = node.idOf(Kind::Project);
    switch (node.entry.kind) {
    case Kind::Account:
    case Kind::Project: break;
    case Kind::Environment: scope.agents = {node.entry.agentId}; break;
    case Kind::OtherRunners:
        for (const auto &sibling : node.parent->children) {
            if (sibling->entry.kind == Kind::Environment)
                scope.notAgents.insert(sibling->entry.agentId);
        }
        break;
    case Kind::Pipeline: scope.pipeline = node.entry.id; break;
    }
    return scope;
}

bool NavigationTexts::isOutdated(const Node &node) const
{
    const PipelineRow *row = m_fleet->pipelines()->find(node.key());
    return row && row->outdated;
}

} // namespace Sluice
