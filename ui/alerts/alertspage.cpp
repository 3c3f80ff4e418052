// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alertspage.h"

#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "ui/alerts/alertblock.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

AlertsPage::AlertsPage(Fleet *fleet, AlertWatch *alerts, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_alerts(alerts)
    , m_lists(new QTabBar(this))
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(m_scroll->viewport()))
    , m_waysButton(new MenuButton(icon("bell"), tr("How you are told"), this))
    , m_delivery(new NoteLine(Family::Warning, this))
{
    setObjectName(u"alertsPage"_s);
    m_lists->setObjectName(u"alertLists"_s);
    m_lists->setAccessibleName(tr("Alerts"));
    m_lists->setDrawBase(false);
    m_lists->setExpanding(false);
    for (int i = 0; i < 3; ++i)
        m_lists->addTab({});
    m_scroll->setObjectName(u"alertScroll"_s);
    m_scroll->setAccessibleName(tr("Alerts"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the buttons within have it, and scroll to themselves
    auto *blocks = new QWidget;
    blocks->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(blocks);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addStretch(1); // what is free goes below, not into the alerts
    m_scroll->setWidget(blocks);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_empty->raise(); // above the column, which came later

    auto *title = new QHBoxLayout;
    title->setContentsMargins(Size::PageMargin, 6, 12, 6);
    title->setSpacing(Size::Gap);
    title->addStrut(Size::Control); // as high as those of other pages, which have buttons
    title->addWidget(
        new TextLabel(tr("Needs attention"), TextLabel::Role::Title, TextLabel::Ink::Text, this));
    auto *whose = new TextLabel(tr("What this computer saw, and what became of it."),
                                TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    whose->setElideMode(Qt::ElideRight);
    title->addWidget(whose, 1);
    title->addWidget(m_waysButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(title);
    m_waysButton->setObjectName(u"alertWaysButton"_s);
    m_waysButton->hide();
    m_delivery->setObjectName(u"alertDelivery"_s);
    m_delivery->setAction(tr("Alert webhook…"));
    m_delivery->setActionAtEnd();
    auto *delivery = new QHBoxLayout;
    delivery->setContentsMargins(Size::PageMargin, 0, Size::PageMargin, 0);
    delivery->addWidget(m_delivery);
    layout->addLayout(delivery);
    auto *lists = new QHBoxLayout;
    lists->setContentsMargins(Size::Gap, 0, Size::Gap, 0);
    lists->addWidget(m_lists);
    lists->addStretch();
    layout->addLayout(lists);
    layout->addWidget(new Rule(this));
    layout->addWidget(m_scroll, 1);

    connect(m_waysButton, &QPushButton::clicked, this, &AlertsPage::showWays);
    connect(m_delivery, &NoteLine::actionTriggered, this, &AlertsPage::deliveryRequested);
    connect(m_lists, &QTabBar::currentChanged, this, &AlertsPage::showBlocks);
    connect(alerts, &AlertWatch::changed, this, &AlertsPage::update);
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        for (AlertBlock *block : std::as_const(m_blocks))
            block->updateTimes();
    });
    m_clock.start();
    update();
}

void AlertsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showBlocks();
}

QList<Alert> AlertsPage::listed() const
{
    const auto list = List(m_lists->currentIndex());
    if (list == List::Settled)
        return m_alerts->settled();
    QList<Alert> alerts = m_alerts->open();
    alerts.removeIf([this, list](const Alert &alert) {
        return m_alerts->isMuted(alert) != (list == List::Muted);
    });
    return alerts;
}

void AlertsPage::update()
{
    int muted = 0;
    m_openCount = 0;
    m_needingCount = 0;
    m_openPipelines = 0;
    const QList<Alert> open = m_alerts->open();
    for (const Alert &alert : open) {
        if (m_alerts->isMuted(alert)) {
            ++muted;
            continue;
        }
        ++m_openCount;
        if (!alert.isRecovering())
            ++m_needingCount;
        m_openPipelines += int(alert.parts.size());
    }
    m_lists->setTabText(int(List::Open), tr("Open %L1").arg(m_openCount));
    m_lists->setTabText(int(List::Muted), tr("Muted %L1").arg(muted));
    m_lists->setTabText(int(List::Settled),
                        tr("Settled in 24 hours %L1").arg(m_alerts->settled().size()));
    if (isVisible())
        showBlocks();
    Q_EMIT countsChanged();
}

// A block stays with its alert, so that a button does not go from under the focus.
void AlertsPage::showBlocks()
{
    const QList<Alert> alerts = listed().mid(0, blocksShown);
    QList<AlertBlock *> former = std::exchange(m_blocks, {});
    for (const Alert &alert : alerts) {
        const auto known =
            std::find_if(former.begin(), former.end(), [&alert](const AlertBlock *block) {
                return block->alert().id == alert.id;
            });
        AlertBlock *block = nullptr;
        if (known == former.end()) {
            block = makeBlock();
        } else {
            block = *known;
            former.erase(known);
        }
        if (m_column->indexOf(block) != int(m_blocks.size())) {
            m_column->removeWidget(block);
            m_column->insertWidget(int(m_blocks.size()), block);
        }
        m_blocks.append(block);
        if (block->alert() != alert || known == former.end())
            block->setAlert(alert);
        block->show();
    }
    // The focus stays on the page when its alert leaves the list, as one does that is muted.
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus =
        std::any_of(former.cbegin(), former.cend(),
                    [focused](const AlertBlock *block) { return block->isAncestorOf(focused); });
    for (AlertBlock *block : std::as_const(former)) {
        m_column->removeWidget(block);
        block->hide();
        block->deleteLater();
    }
    showEmpty();
    if (hadFocus)
        focusFirst();
}

void AlertsPage::showEmpty()
{
    switch (List(m_lists->currentIndex())) {
    case List::Open: m_empty->setText(tr("Nothing needs you, as far as Sluice has looked.")); break;
    case List::Muted: m_empty->setText(tr("No alert is muted.")); break;
    case List::Settled: m_empty->setText(tr("No alert has settled in the last 24 hours.")); break;
    }
    m_empty->setVisible(m_blocks.isEmpty());
}

AlertBlock *AlertsPage::makeBlock()
{
    auto *block = new AlertBlock(m_fleet, m_alerts, m_scroll->widget());
    connect(block, &AlertBlock::openRequested, this, &AlertsPage::openRequested);
    connect(block, &AlertBlock::logRequested, this, &AlertsPage::logRequested);
    return block;
}

QString AlertsPage::countText() const
{
    const QString alerts = tr("%Ln open alert(s)", nullptr, m_openCount);
    return m_openPipelines == 0
               ? alerts
               : tr("%1, %2").arg(alerts, tr("%Ln pipeline(s)", nullptr, m_openPipelines));
}

void AlertsPage::setWays(const QList<QAction *> &ways)
{
    m_ways = ways;
    m_waysButton->setVisible(!ways.isEmpty());
}

void AlertsPage::showWays()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"alertWaysMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_ways);
    menu->popup(m_waysButton->mapToGlobal(QPoint(0, m_waysButton->height())));
}

void AlertsPage::setDeliveryProblem(const QString &problem)
{
    m_delivery->setText(problem);
}

void AlertsPage::focusFirst()
{
    if (m_blocks.isEmpty())
        m_lists->setFocus(Qt::OtherFocusReason);
    else
        m_blocks.constFirst()->focusFirst();
}

void AlertsPage::showOpen()
{
    m_lists->setCurrentIndex(int(List::Open));
}

} // namespace Sluice
