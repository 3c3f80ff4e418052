// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace Sluice::Sandbox {

RateLimiter::RateLimiter(int perMinute, Clock::time_point now)
    : m_perMinute(perMinute)
    , m_left(perMinute)
    , m_filledAt(now)
{}

int RateLimiter::take(Clock::time_point now)
{
    if (m_perMinute == 0)
        return 0;
    const double perSecond = m_perMinute / 60.0;
    const std::lock_guard lock(m_mutex);
    const std::chrono::duration<double> passed = now - m_filledAt;
    m_left = std::min(double(m_perMinute), m_left + passed.count() * perSecond);
    m_filledAt = now;
    if (m_left < 1.0)
        return std::max(1, int(std::ceil((1.0 - m_left) / perSecond)));
    m_left -= 1.0;
    return 0;
}

} // namespace Sluice::Sandbox
