// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;
class QMenu;
class QToolBar;
class QWidget;

namespace Sluice {

class EditActions;
class PipelineActions;
class WindowActions;

// Where the actions stand: menu bar, toolbar, context menu.
void fillMenuBar(QMenuBar *bar, const PipelineActions &pipelines, const EditActions &edit,
                 const WindowActions &window);
void fillToolBar(QToolBar *bar, const PipelineActions &pipelines);
QMenu *makePipelineMenu(const PipelineActions &pipelines, QWidget *parent);

} // namespace Sluice
