// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;
class QMenu;
class QToolBar;
class QWidget;

namespace Sluice {

class EditActions;
class PipelineActions;
class TransferActions;
class WindowActions;

// All actions of the window.
struct AllActions {
    const PipelineActions &pipelines;
    const EditActions &edit;
    const WindowActions &window;
    const TransferActions &transfer;
    QMenu *curl;
    QMenu *newFromTemplate;
};

// Where the actions stand: menu bar, toolbar, context menu.
void fillMenuBar(QMenuBar *bar, const AllActions &actions);
void fillToolBar(QToolBar *bar, const PipelineActions &pipelines);
QMenu *makePipelineMenu(const PipelineActions &pipelines, const TransferActions &transfer,
                        QMenu *curl, QWidget *parent);

} // namespace Sluice
