// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationpanel.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "models/store/trash/trashmodel.h"
#include "ui/navigation/navigationbutton.h"
#include "ui/navigation/navigationview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

NavigationPanel::NavigationPanel(NavigationModel *model, const NavigationEntries &entries,
                                 QWidget *parent)
    : QWidget(parent)
    , m_tree(new NavigationView(model, this))
    , m_fleet(new NavigationButton(entries.fleet, tr("Fleet"), this))
    , m_alerts(new NavigationButton(entries.alerts, tr("Needs attention"), this))
    , m_secrets(new NavigationButton(entries.secrets, tr("Secrets"), this))
    , m_events(new NavigationButton(entries.events, tr("Event log"), this))
    , m_unsaved(new NavigationButton(entries.unsaved, tr("Unsaved edits"), this))
    , m_trash(new NavigationButton(entries.trash, tr("Trash"), this))
    , m_empty(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_fleet->setObjectName(u"fleetButton"_s);
    m_fleet->setCheckable(true);
    m_empty->setObjectName(u"accountsNote"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(12, 4, 12, 4);

    m_alerts->setObjectName(u"alertsButton"_s);
    m_alerts->setCheckable(true);
    m_alerts->setCountsProblems(true);
    m_secrets->setObjectName(u"secretsButton"_s);
    m_secrets->setCheckable(true);
    m_events->setObjectName(u"eventsButton"_s);
    m_events->setCheckable(true);
    m_unsaved->setObjectName(u"unsavedButton"_s);
    m_trash->setObjectName(u"trashButton"_s);

    auto *above = new QVBoxLayout;
    above->setContentsMargins(6, Size::Gap, 6, Size::Gap);
    above->setSpacing(0);
    above->addWidget(m_fleet);
    above->addWidget(m_alerts);
    above->addWidget(m_secrets);
    above->addWidget(m_events);
    above->addWidget(m_unsaved);
    above->addWidget(m_trash);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(above);
    layout->addWidget(new Rule(this));
    layout->addWidget(makeHeader(entries.addAccount));
    layout->addWidget(m_empty);
    layout->addWidget(m_tree, 1);

    // A checkable button changes by itself when it is clicked, even if nothing else does.
    connect(m_fleet, &QToolButton::clicked, this, &NavigationPanel::updateButtons);
    connect(m_alerts, &QToolButton::clicked, this, &NavigationPanel::updateButtons);
    connect(m_secrets, &QToolButton::clicked, this, &NavigationPanel::updateButtons);
    connect(m_events, &QToolButton::clicked, this, &NavigationPanel::updateButtons);
    connect(m_tree, &NavigationView::currentNodeChanged, this, &NavigationPanel::updateButtons);
    connect(model, &QAbstractItemModel::rowsInserted, this, &NavigationPanel::updateEmptyText);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &NavigationPanel::updateEmptyText);
    updateButtons();
    updateEmptyText();
    setAlerts(0);
    setSecretFindings(0);
    setUnseenEvents(0);
    setUnsaved(0);
    if (entries.deleted) {
        const auto show = [this, deleted = entries.deleted] { showDeleted(*deleted); };
        connect(entries.deleted, &QAbstractItemModel::rowsInserted, this, show);
        connect(entries.deleted, &QAbstractItemModel::rowsRemoved, this, show);
        connect(entries.deleted, &TrashModel::problemChanged, this, show);
        show();
    }
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
    updateButtons();
}

void NavigationPanel::setShown(Other other)
{
    m_other = other;
    updateButtons();
}

void NavigationPanel::updateButtons()
{
    m_fleet->setChecked(m_other == Other::None && !m_tree->currentIndex().isValid());
    m_alerts->setChecked(m_other == Other::Alerts);
    m_secrets->setChecked(m_other == Other::Secrets);
    m_events->setChecked(m_other == Other::Events);
}

void NavigationPanel::setAlerts(int count)
{
    m_alerts->setCount(count, count == 0 ? tr("Nothing needs you")
                                         : tr("%Ln open alert(s)", nullptr, count));
}

void NavigationPanel::setUnseenEvents(int count)
{
    m_events->setCount(count,
                       count == 0 ? tr("Nothing new") : tr("%Ln new event(s)", nullptr, count));
}

void NavigationPanel::setSecretFindings(int count)
{
    m_secrets->setCount(count, count == 0 ? tr("No findings")
                                          : tr("%Ln reference(s) with findings", nullptr, count));
}

void NavigationPanel::setUnsaved(int count)
{
    m_unsaved->setCount(count, tr("%Ln pipeline(s) with unsaved edits", nullptr, count));
    m_unsaved->setVisible(count > 0);
}

void NavigationPanel::showDeleted(const TrashModel &deleted)
{
    const int count = deleted.rowCount();
    if (deleted.problem() && count == 0) {
        m_trash->setCount(0, tr("The trash could not be read"));
        return;
    }
    m_trash->setCount(count,
                      count == 0 ? tr("Empty") : tr("%Ln deleted pipeline(s)", nullptr, count));
}

void NavigationPanel::setWaitingFor(const QList<Profile> &profiles)
{
    m_waiting = profiles;
    updateEmptyText();
}

void NavigationPanel::updateEmptyText()
{
    const bool empty = m_tree->model()->rowCount() == 0;
    QStringList names;
    for (const Profile &profile : std::as_const(m_waiting))
        names += tr("%1: waiting for the keychain").arg(profile.name);
    m_empty->setText(names.isEmpty()
                         ? tr("No accounts yet. An account is one Maia account in one region.")
                         : names.join(u'\n'));
    m_empty->setVisible(empty || !names.isEmpty());
    m_tree->setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
}

} // namespace Sluice
