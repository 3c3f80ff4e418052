// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/navigationnode.h"

#include "models/fleet/fleet.h"

#include <algorithm>
#include <numeric>

namespace Sluice {

bool operator<(const NavigationEntry &left, const NavigationEntry &right)
{
    if (left.kind != right.kind)
        return left.kind < right.kind;
    if (const int order = left.name.compare(right.name, Qt::CaseInsensitive))
        return order < 0;
    return left.id < right.id;
}

NavigationModel::Node *NavigationModel::Node::child(const NavigationEntry &wanted) const
{
    const auto found = std::find_if(children.begin(), children.end(), [&](const auto &node) {
        return node->entry.isSamePlace(wanted);
    });
    return found == children.end() ? nullptr : found->get();
}

void NavigationModel::Node::renumber(size_t from)
{
    for (size_t i = from; i < children.size(); ++i)
        children[i]->row = static_cast<int>(i);
}

QString NavigationModel::Node::idOf(Kind kind) const
{
    for (const Node *node = this; node; node = node->parent) {
        if (node->parent && node->entry.kind == kind)
            return node->entry.id;
    }
    return {};
}

int NavigationModel::countOf(const Node *node, Badge badge) const
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    if (node->entry.kind == Kind::Pipeline) {
        const PipelineRow *row = pipelines->find(keyOf(node));
        return row && row->badge() == badge ? 1 : 0;
    }
    if (node->entry.kind == Kind::Project)
        return pipelines->count(node->idOf(Kind::Account), node->entry.id, badge);
    return std::accumulate(
        node->children.begin(), node->children.end(), 0,
        [&](int sum, const auto &child) { return sum + countOf(child.get(), badge); });
}

int NavigationModel::problemCountOf(const Node *node) const
{
    const std::optional<Badge> worst = badgeOf(node);
    return worst ? countOf(node, *worst) : 0;
}

} // namespace Sluice
