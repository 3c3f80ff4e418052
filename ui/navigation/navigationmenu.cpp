// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationmenu.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "ui/navigation/navigationview.h"
#include "ui/shared/curlmenu.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Kind = NavigationModel::Kind;

CurlMenu::About subjectOf(Kind kind)
{
    switch (kind) {
    case Kind::Account: break;
    case Kind::Project:
    case Kind::Environment:
    case Kind::OtherRunners: return CurlMenu::About::Project;
    case Kind::Pipeline: return CurlMenu::About::Pipeline;
    }
    return CurlMenu::About::Account;
}

PipelineKey keyOfNode(const QModelIndex &node)
{
    return {node.data(NavigationModel::AccountRole).toString(),
            node.data(NavigationModel::ProjectRole).toString(),
            node.data(NavigationModel::KeyRole).value<PipelineKey>().pipeline};
}

void addCopies(QMenu *menu, const QModelIndex &node, Fleet *fleet, const PathChooser &paths)
{
    menu->addSeparator();
    const QString id = node.data(NavigationModel::IdRole).toString();
    if (!id.isEmpty()) {
        QAction *copy = menu->addAction(icon("copy"), NavigationView::tr("&Copy id"));
        copy->setObjectName(u"copyNodeIdAction"_s);
        QObject::connect(copy, &QAction::triggered, menu, [id] { copyToClipboard(id); });
    }
    const auto kind = Kind(node.data(NavigationModel::KindRole).toInt());
    auto *curl = new CurlMenu(subjectOf(kind), fleet, paths, menu);
    curl->setObjectName(u"nodeCurlMenu"_s);
    curl->setKey(keyOfNode(node));
    menu->addMenu(curl);
}

} // namespace

QMenu *makeNavigationMenu(NavigationView *view, const NavigationActions &actions, Fleet *fleet,
                          const PathChooser &paths)
{
    const QModelIndex node = view->currentIndex();
    auto *menu = new QMenu(view);
    menu->setObjectName(u"navigationMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addAction(actions.create);
    if (view->retryAction()->isEnabled())
        menu->addAction(view->retryAction());
    if (!node.isValid())
        return menu;
    menu->addSeparator();
    menu->addAction(actions.importFiles);
    menu->addAction(actions.exportProject);
    addCopies(menu, node, fleet, paths);
    if (Kind(node.data(NavigationModel::KindRole).toInt()) == Kind::Account) {
        menu->addSeparator();
        menu->addAction(actions.disconnectAccount);
    }
    return menu;
}

} // namespace Sluice
