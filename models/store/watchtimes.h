// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Sluice {

class EventStore;
class Fleet;

// Notices when nobody looks at the whole fleet: while the program does not run, while the computer
// sleeps, and while polling is off. Tells it once it is over.
class WatchTimes final : public QObject
{
    Q_OBJECT

public:
    // How often it writes down that it is there. What is shorter than longestPauseMs is no gap.
    static constexpr std::chrono::seconds beat{30};

    using Now = std::function<QDateTime()>;

    // Both outlive it.
    WatchTimes(Fleet *fleet, EventStore *store, Now now = &QDateTime::currentDateTimeUtc,
               QObject *parent = nullptr);
    ~WatchTimes() override;

    // True when nobody looked at that time, as far as is told already.
    bool isInGap(const QDateTime &moment) const { return moment < m_lastGapEnd; }

    // What the timer does.
    void tick();

Q_SIGNALS:
    void ended(Sluice::Event::Gap gap, const QDateTime &began);

private:
    void end(Event::Gap gap, const QDateTime &began);
    void write();

    Fleet *m_fleet;
    EventStore *m_store;
    Now m_now;
    QDateTime m_lastBeat;
    QDateTime m_pausedSince; // invalid: polling is on
    QDateTime m_lastGapEnd;
    QTimer m_timer;
};

} // namespace Sluice
