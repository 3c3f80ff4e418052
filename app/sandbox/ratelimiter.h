// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>

namespace Sluice::Sandbox {

// A bucket that holds the tokens of one minute and refills steadily. Safe to use from any thread.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    // perMinute 0: no limit.
    explicit RateLimiter(int perMinute, Clock::time_point now = Clock::now());

    // Takes one token for a request. Returns 0 when the request may pass, else the seconds to wait
    // (at least 1).
    int take(Clock::time_point now = Clock::now());

private:
    const int m_perMinute;
    std::mutex m_mutex;
    double m_left;
    Clock::time_point m_filledAt;
};

} // namespace Sluice::Sandbox
