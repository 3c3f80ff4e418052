// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/notificationpacer.h"

#include <utility>

namespace Sluice {

namespace {

constexpr qint64 minute = 60; // s

} // namespace

bool NotificationPacer::offer(const Alert &alert, const QDateTime &now)
{
    const qint64 passed = m_minute.isValid() ? m_minute.secsTo(now) : minute;
    // A clock that was set back begins anew, too.
    if (m_waiting.isEmpty() && (passed >= minute || passed < 0)) {
        m_minute = now;
        m_told = 0;
    }
    withdraw(alert.id); // its newer words count
    if (m_told < mostPerMinute) {
        ++m_told;
        return true;
    }
    m_waiting.append(alert);
    return false;
}

QList<Alert> NotificationPacer::takeWaiting(const QDateTime &now)
{
    const qint64 passed = m_minute.secsTo(now);
    if (m_waiting.isEmpty() || (passed < minute && passed >= 0))
        return {};
    m_minute = now;
    m_told = 1;
    return std::exchange(m_waiting, {});
}

void NotificationPacer::withdraw(qint64 alert)
{
    m_waiting.removeIf([alert](const Alert &each) { return each.id == alert; });
}

} // namespace Sluice
