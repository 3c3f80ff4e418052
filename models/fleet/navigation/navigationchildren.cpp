// SPDX-License-Identifier: Apache-2.0
// How a node of the tree gets the children it should have, so that selection and expansion survive.
#include "models/fleet/navigation/navigationmodel.h"
#include "models/fleet/navigation/navigationnode.h"

#include <algorithm>
#include <iterator>

namespace Sluice {

namespace {

NavigationModel::Place placeOf(const NavigationEntry &entry)
{
    return {static_cast<int>(entry.kind), entry.id};
}

NavigationModel::Places placesOf(const QList<NavigationEntry> &entries)
{
    NavigationModel::Places places;
    for (const NavigationEntry &entry : entries)
        places.insert(placeOf(entry));
    return places;
}

} // namespace

void NavigationModel::syncChildren(Node *node, const QList<NavigationEntry> &wanted)
{
    const Places stay = placesOf(wanted);
    removeChildren(node, stay);
    QList<NavigationEntry> present;
    for (const auto &child : node->children)
        present.append(child->entry);
    const Places known = placesOf(present);
    for (qsizetype row = 0; row < wanted.size();) {
        qsizetype end = row;
        while (end < wanted.size() && !known.contains(placeOf(wanted[end])))
            ++end;
        if (end > row)
            insertChildren(node, static_cast<int>(row), wanted.mid(row, end - row));
        if (end < wanted.size())
            placeChild(node, static_cast<int>(end), wanted[end]);
        row = end + 1;
    }
}

void NavigationModel::removeChildren(Node *node, const Places &stay)
{
    const auto isGone = [&](int row) {
        return !stay.contains(placeOf(node->children[static_cast<size_t>(row)]->entry));
    };
    for (int last = node->childCount() - 1; last >= 0; --last) {
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows(indexOf(node), first, last);
        for (int row = first; row <= last; ++row)
            forget(node->children[static_cast<size_t>(row)].get());
        node->children.erase(node->children.begin() + first, node->children.begin() + last + 1);
        node->renumber(static_cast<size_t>(first));
        endRemoveRows();
        last = first;
    }
}

void NavigationModel::insertChildren(Node *node, int row, const QList<NavigationEntry> &entries)
{
    std::vector<std::unique_ptr<Node>> fresh;
    beginInsertRows(indexOf(node), row, row + static_cast<int>(entries.size()) - 1);
    for (const NavigationEntry &entry : entries) {
        auto child = std::make_unique<Node>();
        child->entry = entry;
        child->parent = node;
        if (entry.kind == Kind::Pipeline)
            m_places[keyOf(child.get())].append(child.get());
        fresh.push_back(std::move(child));
    }
    node->children.insert(node->children.begin() + row, std::make_move_iterator(fresh.begin()),
                          std::make_move_iterator(fresh.end()));
    node->renumber(static_cast<size_t>(row));
    endInsertRows();
}

void NavigationModel::placeChild(Node *node, int row, const NavigationEntry &entry)
{
    const auto at = static_cast<size_t>(row);
    if (node->children[at]->entry == entry)
        return;
    Node *found = node->child(entry);
    if (found->row != row) { // it is further down, as all before this row are in place
        const int from = found->row;
        const QModelIndex index = indexOf(node);
        beginMoveRows(index, from, from, index, row);
        std::rotate(node->children.begin() + row, node->children.begin() + from,
                    node->children.begin() + from + 1);
        node->renumber(at);
        endMoveRows();
    }
    if (found->entry != entry) {
        found->entry = entry;
        tell(found, {Qt::DisplayRole, DetailRole, ScopeRole});
    }
}

void NavigationModel::forget(const Node *node)
{
    for (const auto &child : node->children)
        forget(child.get());
    if (node->entry.kind != Kind::Pipeline || !node->parent)
        return;
    const auto places = m_places.find(keyOf(node));
    if (places == m_places.end())
        return;
    places->removeIf([node](const Node *place) { return place == node; });
    if (places->isEmpty())
        m_places.erase(places);
}

} // namespace Sluice
