// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationmenu.h"

#include "models/fleet/navigationmodel.h"
#include "ui/navigation/navigationview.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

QMenu *makeNavigationMenu(NavigationView *view, QAction *create, QAction *disconnectAccount)
{
    const QModelIndex node = view->currentIndex();
    auto *menu = new QMenu(view);
    menu->setObjectName(u"navigationMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addAction(create);
    if (view->retryAction()->isEnabled())
        menu->addAction(view->retryAction());
    const QString id = node.data(NavigationModel::IdRole).toString();
    if (!id.isEmpty()) {
        QAction *copy = menu->addAction(icon("copy"), NavigationView::tr("&Copy id"));
        copy->setObjectName(u"copyNodeIdAction"_s);
        QObject::connect(copy, &QAction::triggered, menu,
                         [id] { QGuiApplication::clipboard()->setText(id); });
    }
    const auto kind = NavigationModel::Kind(node.data(NavigationModel::KindRole).toInt());
    if (node.isValid() && kind == NavigationModel::Kind::Account) {
        menu->addSeparator();
        menu->addAction(disconnectAccount);
    }
    return menu;
}

} // namespace Sluice
