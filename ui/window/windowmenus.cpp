// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowmenus.h"

#include "ui/shared/actions.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/actionbutton.h"

#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QMenu *makeMenu(const MenuRow &row, QWidget *parent)
{
    auto *menu = new QMenu(Actions::tr(row.title), parent);
    menu->setObjectName(QString::fromLatin1(row.name) + u"Menu"_s);
    menu->setToolTipsVisible(true);
    return menu;
}

// Their texts tell how many pipelines are selected.
constexpr std::array counted{ActionId::Start, ActionId::Stop, ActionId::Delete};

// Keeps room for the number, so that no button moves when one comes or grows.
void reserveCounts(const QToolBar &bar, const Actions &actions)
{
    for (const ActionId id : counted) {
        QWidget *button = bar.widgetForAction(actions.action(id));
        const int number = button->fontMetrics().horizontalAdvance(u" 888…"_s);
        button->setMinimumWidth(button->sizeHint().width() + number);
    }
}

} // namespace

void fillMenuBar(QMenuBar *bar, Actions *actions)
{
    QMenu *theme = makeMenu(menuTable()[std::size_t(MenuId::Theme)], bar);
    actions->fill(theme, MenuId::Theme);
    actions->setMenu(ActionId::Theme, theme);
    for (const MenuRow &row : menuTable()) {
        if (row.id == MenuId::Theme) // in another menu
            continue;
        QMenu *menu = makeMenu(row, bar);
        actions->fill(menu, row.id);
        bar->addMenu(menu);
    }
}

void fillToolBar(QToolBar *bar, const Actions &actions)
{
    for (const ActionRow &row : actionTable()) {
        if (!row.isInToolBar)
            continue;
        QAction *action = actions.action(row.id);
        const QString name = QString::fromLatin1(row.name) + u"Button"_s;
        if (row.id == ActionId::NewPipeline) {
            auto *create = new ActionButton(action, bar);
            create->setObjectName(name);
            create->setProperty("primary", true);
            bar->addWidget(create);
            bar->addSeparator();
            continue;
        }
        bar->addAction(action);
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
        button->setObjectName(name);
        button->setFocusPolicy(Qt::TabFocus);
    }
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({Size::Icon, Size::Icon});
    reserveCounts(*bar, actions);
}

QMenu *makePipelineMenu(const Actions &actions, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"pipelineContextMenu"_s);
    menu->setToolTipsVisible(true);
    actions.fillContextMenu(menu, MenuId::Pipeline);
    return menu;
}

} // namespace Sluice
