// SPDX-License-Identifier: Apache-2.0
#include "models/api/deadlines.h"

#include <algorithm>

namespace Sluice {

using namespace std::chrono_literals;

Deadlines::Deadlines()
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::due);
}

void Deadlines::add(TimePoint deadline)
{
    if (m_timer.isActive() && m_earliest <= deadline)
        return;
    m_earliest = deadline;
    const auto left = deadline - std::chrono::steady_clock::now();
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(left)));
}

} // namespace Sluice
