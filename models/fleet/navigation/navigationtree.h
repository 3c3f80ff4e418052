// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/navigation/navigationmodel.h"

#include <memory>
#include <vector>

namespace Sluice {

// What a place in the tree is about. id: the account's, project's or pipeline's id, or the
// environment's name; unique among siblings of one kind.
struct NavigationEntry {
    NavigationModel::Kind kind = NavigationModel::Kind::Account;
    QString id;
    QString name;
    QString agentId; // of an environment: its default runner

    bool isSamePlace(const NavigationEntry &other) const
    {
        return kind == other.kind && id == other.id;
    }

    bool operator==(const NavigationEntry &) const = default;
};

// The order of siblings: by name in any case, "Other runners" last.
bool operator<(const NavigationEntry &left, const NavigationEntry &right);

struct NavigationModel::Node {
    NavigationEntry entry;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node *child(const NavigationEntry &wanted) const;

    int childCount() const { return static_cast<int>(children.size()); }

    // Makes the rows of the children right from this one on.
    void renumber(size_t from);
    // The id of the account or project that this node is or stands under.
    QString idOf(Kind kind) const;
};

} // namespace Sluice
