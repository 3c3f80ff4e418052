// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Sluice {

// How many calls an account may make. Background polling gets 60 % of the limit (a small burst and
// a steady rate). The rest is kept for the user, whose calls wait only where a minute holds the
// limit already. A 429 halves the background rate. Each quiet minute gives back 5 % of the limit.
// Time is handed in, so that tests need no clock.
class RateBudget
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // perMinute: calls a minute; 0: no limit. The documented limit is 1000, on older pages 60.
    explicit RateBudget(int perMinute = 1000);

    int limit() const { return m_limit; }

    // How many calls a minute the server is known to accept: the limit, or less after it refused
    // some, until it accepts the full rate again. 0: no limit is known.
    int knownLimit() const { return m_learned > 0 ? m_learned : m_limit; }

    // True when the server refused calls below the limit, and the background rate is lower for
    // that.
    bool isLowered() const { return m_learned > 0 && m_learned < m_limit; }

    // Background calls a minute at the present rate; 0: no limit.
    int backgroundPerMinute() const;

    // Takes one background call when it is within the budget.
    bool takeBackground(TimePoint now);
    // How long until takeBackground() can return true; 0: now.
    std::chrono::milliseconds untilBackground(TimePoint now);
    // How long until a user's call is within the limit; 0: now.
    std::chrono::milliseconds untilUser(TimePoint now);
    // Counts a user's call.
    void recordUserCall(TimePoint now);
    // The server answered 429. To be called once for an overload: further 429s to calls that were
    // on their way say nothing new.
    void onLimited(TimePoint now);
    // The server answered another 429 for the same overload: that call did not pass either.
    void onRefused();
    // The number of calls in the last 60 seconds, and in the part of a second before them.
    int usedLastMinute(TimePoint now);

private:
    void refill(TimePoint now);
    void advance(TimePoint now);
    void countCall(TimePoint now);
    double burst() const;
    double perMillisecond() const;

    static constexpr double fullShare = 0.55;  // steady background rate
    static constexpr double burstShare = 0.05; // together at most 60 % in any minute
    static constexpr double leastShare = 0.02;
    static constexpr double quietStep = 0.05; // given back for each minute without a 429
    static constexpr int slots = 61;          // one for each second that a minute touches
    int m_limit;
    double m_share = 0.55; // steady background rate, as a part of the limit
    int m_learned = 0;     // calls that passed in the minute before a 429; 0: no 429 came lately
    double m_tokens = 0;
    TimePoint m_filled{};
    TimePoint m_lastLimited{};
    int m_calls[slots] = {};
    long long m_slot = -1; // second of the newest entry in m_calls
    int m_sum = 0;
};

} // namespace Sluice
