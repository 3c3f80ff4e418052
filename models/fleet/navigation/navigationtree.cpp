// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/navigationtree.h"

#include <algorithm>
#include <iterator>

namespace Sluice {

bool operator<(const NavigationEntry &left, const NavigationEntry &right)
{
    if (left.kind != right.kind)
        return left.kind < right.kind;
    if (const int order = left.name.compare(right.name, Qt::CaseInsensitive))
        return order < 0;
    return left.id < right.id;
}

NavigationNode *NavigationNode::child(Kind kind, const QString &id) const
{
    const auto found = std::find_if(children.begin(), children.end(), [&](const auto &node) {
        return node->entry.kind == kind && node->entry.id == id;
    });
    return found == children.end() ? nullptr : found->get();
}

QString NavigationNode::idOf(Kind kind) const
{
    for (const NavigationNode *node = this; node; node = node->parent) {
        if (node->parent && node->entry.kind == kind)
            return node->entry.id;
    }
    return {};
}

PipelineKey NavigationNode::key() const
{
    if (entry.kind != Kind::Pipeline)
        return {};
    return {idOf(Kind::Account), idOf(Kind::Project), entry.id};
}

NavigationNode *NavigationTree::account(const QString &account) const
{
    return m_root->child(NavigationEntry::Kind::Account, account);
}

NavigationNode *NavigationTree::project(const QString &account, const QString &project) const
{
    const Node *node = this->account(account);
    return node ? node->child(NavigationEntry::Kind::Project, project) : nullptr;
}

QList<RowStep> NavigationTree::difference(const Node &node, const QList<NavigationEntry> &wanted)
{
    QList<NavigationEntry> present;
    present.reserve(node.childCount());
    for (const auto &child : node.children)
        present.append(child->entry);
    return rowDiff(present, wanted, [](const QList<NavigationEntry> &entries, int row) {
        return std::pair(static_cast<int>(entries.at(row).kind), entries.at(row).id);
    });
}

void NavigationTree::remove(Node *parent, const RowRun &run)
{
    for (int row = run.first; row <= run.last; ++row)
        forget(parent->children[static_cast<size_t>(row)].get());
    parent->children.erase(parent->children.begin() + run.first,
                           parent->children.begin() + run.last + 1);
    renumber(parent, run.first);
}

void NavigationTree::move(Node *parent, const RowStep &step)
{
    moveRows(parent->children, step);
    renumber(parent, std::min(step.run.first, step.to));
}

void NavigationTree::insert(Node *parent, int row, const QList<NavigationEntry> &entries)
{
    std::vector<std::unique_ptr<Node>> fresh;
    for (const NavigationEntry &entry : entries) {
        auto child = std::make_unique<Node>();
        child->entry = entry;
        child->parent = parent;
        if (entry.kind == NavigationEntry::Kind::Pipeline)
            m_places[child->key()].append(child.get());
        fresh.push_back(std::move(child));
    }
    parent->children.insert(parent->children.begin() + row, std::make_move_iterator(fresh.begin()),
                            std::make_move_iterator(fresh.end()));
    renumber(parent, row);
}

void NavigationTree::renumber(Node *parent, int from)
{
    for (int row = from; row < parent->childCount(); ++row)
        parent->children[static_cast<size_t>(row)]->row = row;
}

void NavigationTree::forget(const Node *node)
{
    for (const auto &child : node->children)
        forget(child.get());
    const auto places = m_places.find(node->key());
    if (places == m_places.end())
        return;
    places->removeIf([node](const Node *place) { return place == node; });
    if (places->isEmpty())
        m_places.erase(places);
}

} // namespace Sluice
