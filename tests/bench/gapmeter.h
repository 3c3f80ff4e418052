// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace Sluice {

// The longest time in which the event loop did not come round, seen by a precise timer of 1 ms.
class GapMeter final : public QObject
{
public:
    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { record(); });
    }

    void start()
    {
        m_longest = 0;
        m_clock.start();
        m_timer.start();
    }

    // Milliseconds; ends the measurement.
    double stop()
    {
        record();
        m_timer.stop();
        return double(m_longest) / 1e6;
    }

private:
    void record() { m_longest = std::max(m_longest, m_clock.nsecsElapsed()), m_clock.start(); }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace Sluice
