// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationpanel.h"

#include "models/fleet/navigationmodel.h"
#include "ui/navigation/navigationview.h"
#include "ui/navigation/trashbutton.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

NavigationPanel::NavigationPanel(NavigationModel *model, QAction *addAccount, QAction *openTrash,
                                 const QAbstractItemModel *deleted, QWidget *parent)
    : QWidget(parent)
    , m_tree(new NavigationView(model, this))
    , m_fleet(new QToolButton(this))
    , m_empty(new TextLabel(tr("No accounts yet. An account is one Maia account in one region."),
                            TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_fleet->setObjectName(u"fleetButton"_s);
    m_fleet->setText(tr("Fleet"));
    m_fleet->setToolTip(tr("All pipelines of all accounts"));
    m_fleet->setIcon(icon("layout-list"));
    m_fleet->setIconSize({Size::Icon, Size::Icon});
    m_fleet->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fleet->setAutoRaise(true);
    m_fleet->setCheckable(true);
    m_fleet->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(12, 4, 12, 4);

    auto *entries = new QVBoxLayout;
    entries->setContentsMargins(6, Size::Gap, 6, Size::Gap);
    entries->setSpacing(0);
    entries->addWidget(m_fleet);
    entries->addWidget(new TrashButton(openTrash, deleted, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(entries);
    layout->addWidget(new Rule(this));
    layout->addWidget(makeHeader(addAccount));
    layout->addWidget(m_empty);
    layout->addWidget(m_tree, 1);

    connect(m_fleet, &QToolButton::clicked, this, &NavigationPanel::showFleet);
    connect(m_tree, &NavigationView::currentNodeChanged, this, &NavigationPanel::updateFleetButton);
    connect(model, &QAbstractItemModel::rowsInserted, this, &NavigationPanel::updateEmptyText);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &NavigationPanel::updateEmptyText);
    updateFleetButton();
    updateEmptyText();
}

QWidget *NavigationPanel::makeHeader(QAction *addAccount)
{
    auto *header = new QWidget(this);
    auto *title =
        new TextLabel(tr("Accounts"), TextLabel::Role::Small, TextLabel::Ink::Secondary, header);
    auto *add = new QToolButton(header);
    add->setObjectName(u"addAccountButton"_s);
    add->setDefaultAction(addAccount);
    add->setToolButtonStyle(Qt::ToolButtonIconOnly);
    add->setAutoRaise(true);
    add->setAccessibleName(tr("Add an account"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 6, 6, 2);
    layout->addWidget(title);
    layout->addStretch();
    layout->addWidget(add);
    return header;
}

void NavigationPanel::showFleet()
{
    m_tree->clearCurrent();
    updateFleetButton();
}

void NavigationPanel::updateFleetButton()
{
    m_fleet->setChecked(!m_tree->currentIndex().isValid());
}

void NavigationPanel::updateEmptyText()
{
    const bool empty = m_tree->model()->rowCount() == 0;
    m_empty->setVisible(empty);
    m_tree->setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
}

} // namespace Sluice
