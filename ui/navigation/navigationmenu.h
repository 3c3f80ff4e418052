// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAction;
class QMenu;

namespace Sluice {

class Fleet;
class NavigationView;
struct PathChooser;

// The window's actions at the tree's current node.
struct NavigationActions {
    QAction *create;            // opens the wizard there
    QAction *importFiles;       // into the node's project
    QAction *exportProject;     // exports the node's project
    QAction *disconnectAccount; // signs out of the node's account
};

// The context menu of the tree's current node, with the requests on it as command lines. The fleet
// outlives it.
QMenu *makeNavigationMenu(NavigationView *view, const NavigationActions &actions, Fleet *fleet,
                          const PathChooser &paths);

} // namespace Sluice
