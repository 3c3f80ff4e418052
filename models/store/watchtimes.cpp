// SPDX-License-Identifier: Apache-2.0
#include "models/store/watchtimes.h"

#include "models/fleet/fleet.h"
#include "models/store/events/eventstore.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype gapsKept = 50;

const QString &aliveMark()
{
    static const QString name = u"alive"_s;
    return name;
}

} // namespace

WatchTimes::WatchTimes(Fleet *fleet, EventStore *store, WatchClock clock, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_clock(std::move(clock))
    , m_lastBeat(moment())
{
    store->marked(aliveMark(), this, [this](const StoreResult<QDateTime> &alive) {
        if (alive && alive->isValid())
            end(Event::Gap::Closed, *alive);
        write();
    });
    connect(fleet, &Fleet::accountAdded, this, &WatchTimes::write);
    connect(fleet, &Fleet::pollingChanged, this, [this](bool on) {
        const QDateTime since = std::exchange(m_pausedSince, on ? QDateTime() : m_clock.now());
        if (on && since.isValid())
            end(Event::Gap::Paused, since);
    });
    connect(fleet, &Fleet::unseenChanged, this, [this](bool isUnseen) {
        const QDateTime since =
            std::exchange(m_hiddenSince, isUnseen ? m_clock.now() : QDateTime());
        if (!isUnseen && since.isValid())
            end(Event::Gap::Hidden, since);
    });
    m_timer.setInterval(beat);
    connect(&m_timer, &QTimer::timeout, this, &WatchTimes::tick);
    m_timer.start();
}

WatchTimes::~WatchTimes()
{
    write();
}

WatchTimes::Moment WatchTimes::moment() const
{
    return {m_clock.now(), m_clock.awake(), m_clock.passed()};
}

bool WatchTimes::isGapIn(const QDateTime &from, const QDateTime &to) const
{
    return std::any_of(m_gaps.cbegin(), m_gaps.cend(), [&from, &to](const Gap &gap) {
        return gap.began <= to && gap.ended >= from;
    });
}

// A wall clock that was set makes no gap.
void WatchTimes::tick()
{
    const Moment last = std::exchange(m_lastBeat, moment());
    const qint64 passed = m_lastBeat.passed - last.passed;
    const qint64 slept = passed - (m_lastBeat.awake - last.awake);
    if (!m_pausedSince.isValid() && passed > longestPauseMs)
        end(slept > longestPauseMs / 2 ? Event::Gap::Asleep : Event::Gap::NotKnown, last.wall);
    write();
}

void WatchTimes::finish()
{
    if (m_pausedSince.isValid())
        end(Event::Gap::Paused, m_pausedSince);
    if (m_hiddenSince.isValid())
        end(Event::Gap::Hidden, m_hiddenSince);
}

void WatchTimes::end(Event::Gap gap, const QDateTime &began)
{
    const QDateTime now = m_clock.now();
    if (began.msecsTo(now) <= longestPauseMs)
        return;
    m_gaps.append({began, now});
    if (m_gaps.size() > gapsKept)
        m_gaps.removeFirst();
    Q_EMIT ended(gap, began);
}

// Without an account nothing is watched, and nobody misses what a sandbox did that is gone. While
// polling is off the program runs all the same: the pause is told by itself.
void WatchTimes::write()
{
    const QList<Account *> accounts = m_fleet->accounts();
    const bool isWatching =
        std::any_of(accounts.cbegin(), accounts.cend(),
                    [](const Account *account) { return !account->profile().sandbox; });
    if (isWatching)
        m_store->mark(aliveMark(), m_clock.now());
}

} // namespace Sluice
