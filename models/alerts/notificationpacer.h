// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <optional>

namespace Sluice {

// How often somebody is told on the desktop: the first few alerts of a minute each by itself, the
// others together when the minute is over. What is not told is in the window all the same. Time is
// handed in.
class NotificationPacer
{
public:
    static constexpr int mostPerMinute = 3;

    // True: tell of it now. Else it waits for the others.
    bool offer(const Alert &alert, const QDateTime &now);
    // Those that waited, once their minute is over; empty: nobody waits, or it is not.
    QList<Alert> takeWaiting(const QDateTime &now);
    // It is settled: nobody has to be told any more.
    void withdraw(qint64 alert);

private:
    QDateTime m_minute; // begin
    int m_told = 0;     // in it
    QList<Alert> m_waiting;
};

} // namespace Sluice
