// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;
class QMenu;
class QToolBar;
class QWidget;

namespace Sluice {

class Actions;

// Puts the actions into menu bar, toolbar and context menu.
void fillMenuBar(QMenuBar *bar, Actions *actions);
void fillToolBar(QToolBar *bar, const Actions &actions);
// The context menu of the selected pipelines.
QMenu *makePipelineMenu(const Actions &actions, QWidget *parent);

} // namespace Sluice
