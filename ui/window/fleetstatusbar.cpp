// SPDX-License-Identifier: Apache-2.0
#include "ui/window/fleetstatusbar.h"

#include "models/fleet/fleet.h"
#include "models/support/agetext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int barHeight = 26;
constexpr int meterWidth = 72;
constexpr int meterHeight = 6;

} // namespace

FleetStatusBar::FleetStatusBar(Fleet *fleet, QWidget *parent)
    : QStatusBar(parent)
    , m_fleet(fleet)
    , m_counts(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_account(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_budget(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_meter(new QProgressBar(this))
    , m_last(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    setObjectName(u"statusBar"_s);
    setSizeGripEnabled(false);
    m_counts->setObjectName(u"countsLabel"_s);
    m_account->setObjectName(u"accountLabel"_s);
    m_budget->setObjectName(u"budgetLabel"_s);
    m_last->setObjectName(u"lastRefreshLabel"_s);
    m_meter->setObjectName(u"budgetMeter"_s);
    m_meter->setAccessibleName(tr("API calls of the last minute"));
    m_meter->setTextVisible(false);
    m_meter->setFixedSize(meterWidth, meterHeight);
    m_counts->setContentsMargins(Size::Gap, 0, 0, 0);
    setMinimumHeight(heightFor(barHeight, m_counts->fontMetrics()));
    for (QWidget *widget : {static_cast<QWidget *>(m_account), static_cast<QWidget *>(m_budget)})
        widget->setContentsMargins(0, 0, Size::Gap, 0);
    m_last->setContentsMargins(Size::Gap, 0, Size::Gap, 0);
    addWidget(m_counts, 1);
    addPermanentWidget(m_account);
    addPermanentWidget(m_budget);
    addPermanentWidget(m_meter);
    addPermanentWidget(m_last);

    connect(fleet, &Fleet::accountAdded, this, &FleetStatusBar::follow);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, &FleetStatusBar::updateAccount,
            Qt::QueuedConnection);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &FleetStatusBar::updateBudget);
    connect(&m_clock, &QTimer::timeout, this, &FleetStatusBar::updateLast);
    m_clock.start();
    const QList<Account *> accounts = fleet->accounts();
    for (Account *account : accounts)
        follow(account);
    updateAccount();
}

void FleetStatusBar::setCounts(int shown, int all, int selected)
{
    const QString pipelines = shown != all ? tr("%L1 of %Ln pipeline(s)", nullptr, all).arg(shown)
                                           : tr("%Ln pipeline(s)", nullptr, all);
    m_counts->setText(m_fleet->accounts().isEmpty() ? tr("Not connected")
                      : selected > 0 ? tr("%1, %Ln selected", nullptr, selected).arg(pipelines)
                                     : pipelines);
}

void FleetStatusBar::setCountText(const QString &text)
{
    m_counts->setText(text);
}

void FleetStatusBar::setAccount(const QString &id)
{
    m_accountId = id;
    updateAccount();
}

void FleetStatusBar::follow(Account *account)
{
    // Thousands may come in a second, so the clock shows the newest.
    if (const StatusPoller *poller = m_fleet->poller(account->id()))
        connect(poller, &StatusPoller::answered, this, [this](const PipelineKey &key) {
            m_answered.insert(key.account, QDateTime::currentDateTimeUtc());
        });
    updateAccount();
}

void FleetStatusBar::updateAccount()
{
    const QList<Account *> accounts = m_fleet->accounts();
    const Account *one = m_fleet->account(m_accountId);
    if (!one && accounts.size() == 1)
        one = accounts.first();
    const bool isSandbox = one && one->profile().sandbox;
    m_account->setToolTip(isSandbox ? tr("The sandbox begins anew each time: its pipelines, and "
                                         "what you changed in them, go when it is disconnected or "
                                         "Sluice ends.")
                                    : QString());
    if (isSandbox)
        m_account->setText(tr("%1, kept until Sluice ends").arg(one->profile().name));
    else if (one)
        m_account->setText(u"%1, %2"_s.arg(one->profile().name, one->profile().baseUrl.host()));
    else
        m_account->setText(
            accounts.isEmpty() ? QString() : tr("%Ln account(s)", nullptr, int(accounts.size())));
    m_answered.removeIf([this](const auto &it) { return !m_fleet->account(it.key()); });
    updateBudget();
    updateLast();
}

void FleetStatusBar::updateBudget()
{
    const auto now = RateBudget::Clock::now();
    int used = 0;
    int limit = 0;
    bool limited = true;
    QStringList whys;
    const QList<Account *> accounts = m_fleet->accounts();
    for (Account *account : accounts) {
        if (!m_accountId.isEmpty() && account->id() != m_accountId)
            continue;
        const RateBudget &budget = *account->budget();
        used += account->budget()->usedLastMinute(now);
        limit += budget.knownLimit();
        limited = limited && budget.knownLimit() > 0;
        whys += budgetText(*account);
    }
    m_meter->setVisible(!accounts.isEmpty() && limited);
    m_meter->setRange(0, qMax(1, limit));
    m_meter->setValue(qMin(used, limit));
    m_budget->setText(accounts.isEmpty() ? tr("API not in use")
                      : limited          ? tr("API %L1 / %L2 per min").arg(used).arg(limit)
                                         : tr("API %L1 per min").arg(used));
    whys.removeAll(QString());
    const QString why = whys.join(u"\n\n"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_budget), static_cast<QWidget *>(m_meter)}) {
        if (widget->toolTip() != why)
            widget->setToolTip(why);
    }
}

// What the account may do, and how old its rows get by that.
QString FleetStatusBar::budgetText(Account &account) const
{
    const RateBudget &budget = *account.budget();
    const QString name = account.profile().name;
    if (budget.limit() == 0 && budget.knownLimit() > 0)
        return tr("%1: Maia refused calls at about %L2 a minute. No limit is set for this account.")
            .arg(name)
            .arg(budget.knownLimit());
    if (budget.limit() == 0)
        return tr("No limit of calls is set for %1.").arg(name);
    const QString limit =
        budget.isLowered()
            ? tr("%1: Maia refused calls at about %L2 a minute. %L3 are set for this account.")
                  .arg(name)
                  .arg(budget.knownLimit())
                  .arg(budget.limit())
            : tr("%1 may make %Ln call(s) a minute.", nullptr, budget.limit()).arg(name);
    const int rows = m_fleet->pipelines()->rows().count(account.id());
    const int perMinute = qMax(1, budget.backgroundPerMinute());
    const qint64 seconds = qMax<qint64>(10, qint64(rows) * 60 / perMinute);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString round = durationText(now, now.addSecs(seconds));
    const QString checks =
        tr("Sluice checks up to %Ln pipeline(s) a minute by itself and leaves the rest to you: "
           "once round all %L2 of them takes about %1.",
           nullptr, perMinute)
            .arg(round)
            .arg(rows);
    QStringList lines{limit, checks, tr("Rows on screen, selected ones and problems come first.")};
    const auto full = account.budget()->untilUser(RateBudget::Clock::now());
    if (full.count() > 0)
        lines += tr("The last minute is full: the next call leaves in about %1.")
                     .arg(durationText(now, now.addMSecs(full.count() + 999)));
    return lines.join(u'\n');
}

void FleetStatusBar::updateLast()
{
    QDateTime newest = m_answered.value(m_accountId);
    if (m_accountId.isEmpty() && !m_answered.isEmpty())
        newest = *std::max_element(m_answered.cbegin(), m_answered.cend());
    if (newest.isValid()) {
        m_last->setText(tr("Last refresh %1").arg(newest.toLocalTime().toString(u"HH:mm:ss"_s)));
        return;
    }
    const QDateTime recalled = m_fleet->pipelines()->rows().recalledFrom(m_accountId);
    m_last->setText(recalled.isValid() ? tr("As of %1; no answer yet").arg(momentText(recalled))
                                       : QString());
}

} // namespace Sluice
