// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"
#include "models/store/watchclock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Sluice {

class EventStore;
class Fleet;

// Notices when nobody looks at the whole fleet: while the program does not run, while the computer
// sleeps, while polling is off, and, of those that do not run, while the window is hidden. Tells it
// once it is over.
class WatchTimes final : public QObject
{
    Q_OBJECT

public:
    // How often it writes down that it is there. What is shorter than longestPauseMs is no gap.
    static constexpr std::chrono::seconds beat{30};

    // Both outlive it.
    WatchTimes(Fleet *fleet, EventStore *store, WatchClock clock = systemWatchClock(),
               QObject *parent = nullptr);
    ~WatchTimes() override;

    // A gap that was told lies in this time, or reaches into it.
    bool isGapIn(const QDateTime &from, const QDateTime &to) const;

    // What the timer does.
    void tick();
    // Tells a pause that goes on, because the program ends.
    void finish();

Q_SIGNALS:
    void ended(Sluice::Event::Gap gap, const QDateTime &began);

private:
    struct Gap {
        QDateTime began;
        QDateTime ended;
    };

    // The time on all clocks.
    struct Moment {
        QDateTime wall;
        qint64 awake = 0;
        qint64 passed = 0;
    };

    Moment moment() const;
    void end(Event::Gap gap, const QDateTime &began);
    void write();

    Fleet *m_fleet;
    EventStore *m_store;
    WatchClock m_clock;
    Moment m_lastBeat;
    QDateTime m_pausedSince; // invalid: polling is on
    QDateTime m_hiddenSince; // invalid: the window is seen
    QList<Gap> m_gaps;       // the last ones
    QTimer m_timer;
};

} // namespace Sluice
