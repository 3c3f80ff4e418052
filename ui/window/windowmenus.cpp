// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowmenus.h"

#include "ui/editor/editactions.h"
#include "ui/shared/pipelineactions.h"
#include "ui/theme/fonts.h"
#include "ui/transfer/transferactions.h"
#include "ui/widgets/actionbutton.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::MainWindow)
};

QMenu *addMenu(QMenuBar *bar, const QString &objectName, const QString &title)
{
    QMenu *menu = bar->addMenu(title);
    menu->setObjectName(objectName);
    menu->setToolTipsVisible(true);
    return menu;
}

void fillPipelineMenu(QMenu *menu, const PipelineActions &actions, const TransferActions &transfer,
                      QMenu *curl)
{
    menu->addAction(actions.open());
    menu->addSeparator();
    menu->addAction(actions.start());
    menu->addAction(actions.stop());
    menu->addAction(actions.refresh());
    menu->addSeparator();
    menu->addAction(transfer.duplicate());
    menu->addAction(transfer.saveAsTemplate());
    menu->addAction(transfer.compare());
    menu->addSeparator();
    menu->addAction(actions.copyId());
    menu->addAction(transfer.copyDefinition());
    menu->addMenu(curl);
    menu->addSeparator();
    menu->addAction(transfer.exportSelected());
    menu->addAction(transfer.terraform());
    menu->addSeparator();
    menu->addAction(actions.remove());
}

} // namespace

void fillMenuBar(QMenuBar *bar, const AllActions &actions)
{
    const auto &[pipelines, edit, window, transfer, curl, newFromTemplate] = actions;
    QMenu *file = addMenu(bar, u"fileMenu"_s, Text::tr("&File"));
    file->addAction(pipelines.create());
    file->addAction(transfer.newFromFile());
    file->addAction(transfer.newFromClipboard());
    file->addMenu(newFromTemplate);
    file->addSeparator();
    file->addAction(edit.save());
    file->addAction(edit.close());
    file->addSeparator();
    file->addAction(transfer.importFiles());
    file->addAction(transfer.importFolder());
    file->addAction(transfer.exportProject());
    file->addSeparator();
    file->addAction(transfer.templates());
    file->addAction(transfer.trash());
    file->addSeparator();
    file->addAction(window.quit());

    QMenu *change = addMenu(bar, u"editMenu"_s, Text::tr("&Edit"));
    change->addAction(edit.undo());
    change->addAction(edit.redo());
    change->addSeparator();
    change->addAction(edit.nextProblem());
    change->addAction(edit.previousProblem());

    QMenu *view = addMenu(bar, u"viewMenu"_s, Text::tr("&View"));
    view->addAction(window.find());
    view->addAction(window.secrets());
    view->addAction(window.unsaved());
    view->addAction(window.showDetails());
    view->addAction(pipelines.refreshAll());
    view->addSeparator();
    QMenu *theme = view->addMenu(Text::tr("&Theme"));
    theme->setObjectName(u"themeMenu"_s);
    theme->addActions(window.themes()->actions());
    view->addAction(window.reduceMotion());

    QMenu *pipeline = addMenu(bar, u"pipelineMenu"_s, Text::tr("&Pipeline"));
    pipeline->addAction(pipelines.create());
    fillPipelineMenu(pipeline, pipelines, transfer, curl);

    QMenu *account = addMenu(bar, u"accountMenu"_s, Text::tr("&Account"));
    account->addAction(window.addAccount());
    account->addAction(window.disconnectAccount());

    QMenu *help = addMenu(bar, u"helpMenu"_s, Text::tr("&Help"));
    help->addAction(window.about());
}

void fillToolBar(QToolBar *bar, const PipelineActions &pipelines)
{
    auto *create = new ActionButton(pipelines.create(), bar);
    create->setObjectName(u"newPipelineButton"_s);
    create->setProperty("primary", true);
    bar->addWidget(create);
    bar->addSeparator();
    const QList<std::pair<QAction *, QString>> buttons = {
        {pipelines.start(), u"startButton"_s},
        {pipelines.stop(), u"stopButton"_s},
        {pipelines.refresh(), u"refreshButton"_s},
        {pipelines.remove(), u"deleteButton"_s},
    };
    for (const auto &[action, objectName] : buttons) {
        bar->addAction(action);
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
        button->setObjectName(objectName);
        button->setFocusPolicy(Qt::TabFocus);
    }
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({Size::Icon, Size::Icon});
}

QMenu *makePipelineMenu(const PipelineActions &pipelines, const TransferActions &transfer,
                        QMenu *curl, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"pipelineContextMenu"_s);
    menu->setToolTipsVisible(true);
    fillPipelineMenu(menu, pipelines, transfer, curl);
    return menu;
}

} // namespace Sluice
