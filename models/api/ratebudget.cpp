// SPDX-License-Identifier: Apache-2.0
#include "models/api/ratebudget.h"

#include <algorithm>
#include <cmath>

namespace Sluice {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

RateBudget::RateBudget(int perMinute)
    : m_limit(std::max(0, perMinute))
{}

double RateBudget::burst() const
{
    return std::max(1.0, burstShare * m_limit);
}

double RateBudget::perMillisecond() const
{
    return m_share * m_limit / 60'000.0;
}

bool RateBudget::takeBackground(TimePoint now)
{
    if (m_limit == 0) {
        countCall(now);
        return true;
    }
    if (untilBackground(now) > 0ms)
        return false;
    m_tokens -= 1;
    countCall(now);
    return true;
}

milliseconds RateBudget::untilBackground(TimePoint now)
{
    if (m_limit == 0)
        return 0ms;
    refill(now);
    milliseconds wait{0};
    // With the epsilon, a rounded time does not lead to a useless wait of another millisecond.
    if (m_tokens < 1.0 - 1e-9)
        wait = milliseconds(
            std::max(1LL, std::llround(std::ceil((1.0 - m_tokens) / perMillisecond()))));
    return std::max(wait, untilUser(now));
}

milliseconds RateBudget::untilUser(TimePoint now)
{
    if (m_limit == 0 || usedLastMinute(now) < m_limit)
        return 0ms;
    // Until the oldest second with a call no longer counts.
    int age = slots - 1;
    while (age > 0 && m_calls[(m_slot + slots - age) % slots] == 0)
        --age;
    const TimePoint leaves{std::chrono::seconds(m_slot - age + slots)};
    return std::max(1ms, std::chrono::ceil<milliseconds>(leaves - now));
}

void RateBudget::recordUserCall(TimePoint now)
{
    countCall(now);
}

int RateBudget::backgroundPerMinute() const
{
    return int(std::lround(m_share * m_limit));
}

void RateBudget::onRefused()
{
    if (m_learned > 1)
        --m_learned;
}

void RateBudget::onLimited(TimePoint now)
{
    refill(now);
    m_learned = std::max(1, usedLastMinute(now) - 1);
    m_share = std::max(leastShare, m_share / 2);
    m_tokens = 0;
    m_lastLimited = now;
}

int RateBudget::usedLastMinute(TimePoint now)
{
    advance(now);
    return m_sum;
}

void RateBudget::refill(TimePoint now)
{
    if (m_filled == TimePoint{}) {
        m_filled = now;
        m_tokens = burst();
        return;
    }
    if (now <= m_filled)
        return;
    const double passed = std::chrono::duration<double, std::milli>(now - m_filled).count();
    m_tokens = std::min(burst(), m_tokens + passed * perMillisecond());
    m_filled = now;
    while (m_share < fullShare && now - m_lastLimited >= 1min) {
        m_share = std::min(fullShare, m_share + quietStep);
        m_lastLimited += 1min;
        if (m_share >= fullShare)
            m_learned = 0;
    }
}

void RateBudget::advance(TimePoint now)
{
    const auto second =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    if (m_slot < 0 || second - m_slot >= slots) {
        std::fill(std::begin(m_calls), std::end(m_calls), 0);
        m_sum = 0;
        m_slot = second;
    }
    while (m_slot < second) {
        ++m_slot;
        int &oldest = m_calls[m_slot % slots];
        m_sum -= oldest;
        oldest = 0;
    }
}

void RateBudget::countCall(TimePoint now)
{
    advance(now);
    ++m_calls[m_slot % slots];
    ++m_sum;
}

} // namespace Sluice
