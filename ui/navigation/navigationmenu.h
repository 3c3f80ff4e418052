// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAction;
class QMenu;

namespace Sluice {

class NavigationView;

// The context menu of the tree's current node. create: opens the wizard there; disconnectAccount:
// signs out of the node's account.
QMenu *makeNavigationMenu(NavigationView *view, QAction *create, QAction *disconnectAccount);

} // namespace Sluice
