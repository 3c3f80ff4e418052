// SPDX-License-Identifier: Apache-2.0
#include "models/store/watchtimes.h"

#include "models/fleet/fleet.h"
#include "models/store/events/eventstore.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

const QString &aliveMark()
{
    static const QString name = u"alive"_s;
    return name;
}

} // namespace

WatchTimes::WatchTimes(Fleet *fleet, EventStore *store, Now now, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_now(std::move(now))
    , m_lastBeat(m_now())
{
    store->marked(aliveMark(), this, [this](const StoreResult<QDateTime> &alive) {
        if (alive && alive->isValid())
            end(Event::Gap::Closed, *alive);
        write();
    });
    connect(fleet, &Fleet::pollingChanged, this, [this](bool on) {
        const QDateTime since = std::exchange(m_pausedSince, on ? QDateTime() : m_now());
        if (on && since.isValid())
            end(Event::Gap::Paused, since);
    });
    m_timer.setInterval(beat);
    connect(&m_timer, &QTimer::timeout, this, &WatchTimes::tick);
    m_timer.start();
}

WatchTimes::~WatchTimes()
{
    write();
}

void WatchTimes::tick()
{
    const QDateTime last = std::exchange(m_lastBeat, m_now());
    if (!m_pausedSince.isValid())
        end(Event::Gap::Asleep, last);
    write();
}

void WatchTimes::end(Event::Gap gap, const QDateTime &began)
{
    const QDateTime now = m_now();
    if (began.msecsTo(now) <= longestPauseMs)
        return;
    m_lastGapEnd = now;
    Q_EMIT ended(gap, began);
}

// Without an account nothing is watched, and nobody misses what a sandbox did that is gone.
void WatchTimes::write()
{
    const QList<Account *> accounts = m_fleet->accounts();
    const bool isWatching =
        std::any_of(accounts.cbegin(), accounts.cend(),
                    [](const Account *account) { return !account->profile().sandbox; });
    if (isWatching && !m_pausedSince.isValid())
        m_store->mark(aliveMark(), m_now());
}

} // namespace Sluice
