// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/support/rowdiff.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace Sluice {

// What a place in the tree is about. id: the account's, project's or pipeline's id, or the
// environment's name; unique among siblings of one kind.
struct NavigationEntry {
    enum class Kind { Account, Project, Environment, OtherRunners, Pipeline };

    Kind kind = Kind::Account;
    QString id;
    QString name;
    QString agentId; // of an environment: its default runner

    bool operator==(const NavigationEntry &) const = default;
};

// The order of siblings: by name in any case, "Other runners" last.
bool operator<(const NavigationEntry &left, const NavigationEntry &right);

struct NavigationNode {
    using Kind = NavigationEntry::Kind;

    NavigationEntry entry;
    NavigationNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<NavigationNode>> children;

    NavigationNode *child(Kind kind, const QString &id) const; // null: none

    int childCount() const { return static_cast<int>(children.size()); }

    // The id of the account or project that this node is or stands under.
    QString idOf(Kind kind) const;
    // Of a pipeline; else empty.
    PipelineKey key() const;
};

// The nodes, and where each pipeline stands among them. A node keeps its address as long as it is
// in the tree.
class NavigationTree
{
public:
    using Node = NavigationNode;

    Node *root() const { return m_root.get(); }

    Node *account(const QString &account) const;
    Node *project(const QString &account, const QString &project) const;

    QList<Node *> places(const PipelineKey &key) const { return m_places.value(key); }

    // The steps that give the node these children in this order. A child that is already there
    // keeps its node, though its name may change.
    static QList<RowStep> difference(const Node &node, const QList<NavigationEntry> &wanted);

    void remove(Node *parent, const RowRun &run);
    void move(Node *parent, const RowStep &step);
    void insert(Node *parent, int row, const QList<NavigationEntry> &entries);

private:
    static void renumber(Node *parent, int from);
    void forget(const Node *node);

    std::unique_ptr<Node> m_root = std::make_unique<Node>();
    QHash<PipelineKey, QList<Node *>> m_places;
};

} // namespace Sluice
