// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/fleet/navigation/navigationtree.h"
#include "models/fleet/table/pipelinefilter.h"

#include <QCoreApplication>

#include <optional>

namespace Sluice {

class Account;
class Fleet;

// What the nodes of the navigation's tree say of the fleet.
class NavigationTexts
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::NavigationTexts)

public:
    using Node = NavigationNode;
    using Kind = NavigationEntry::Kind;

    // The fleet outlives it.
    explicit NavigationTexts(Fleet *fleet);

    Account *account(const Node &node) const; // null: it left
    QString name(const Node &node) const;
    // The region of an account, the default runner of an environment.
    QString detail(const Node &node) const;
    // Of a pipeline; else the worst problem below, if any.
    std::optional<Badge> badge(const Node &node) const;
    // Pipelines below; -1 while not known.
    int count(const Node &node) const;
    // Pipelines below that show badge().
    int problemCount(const Node &node) const;
    // Of its children.
    LoadState loadState(const Node &node) const;
    // Why the children could not be read.
    QString error(const Node &node) const;
    // Why there are no children though nothing failed.
    QString note(const Node &node) const;
    PipelineFilter::Scope scope(const Node &node) const;
    bool isOutdated(const Node &node) const;

private:
    int count(const Node &node, Badge badge) const;

    Fleet *m_fleet;
};

} // namespace Sluice
