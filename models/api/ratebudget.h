// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Sluice {

// How many calls one account may make. Background polling gets 60 % of the limit (a small burst and
// a steady rate), the rest is kept for the user. A 429 halves the background rate, quiet minutes
// give it back by 5 % of the limit each. Time is handed in so that tests need no clock.
class RateBudget
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // Calls a minute; 0 = no limit. The documented limit is 1000, on older pages 60.
    explicit RateBudget(int perMinute = 1000);

    int limit() const { return m_limit; }

    // How many calls a minute the server is known to let through: the limit, or less when it
    // refused some, until it has let the full rate pass again. 0 = not known to be limited.
    int knownLimit() const { return m_learned > 0 ? m_learned : m_limit; }

    // It refused calls although the limit was kept, and the background rate is lowered for that.
    bool isLowered() const { return m_learned > 0 && m_learned < m_limit; }

    // Background calls a minute at the present rate; 0 = no limit.
    int backgroundPerMinute() const;

    // Takes one background call when it is within the budget.
    bool takeBackground(TimePoint now);
    // How long until takeBackground can say yes; 0 = now.
    std::chrono::milliseconds untilBackground(TimePoint now);
    // A user's call goes out: always allowed, but it counts.
    void noteUserCall(TimePoint now);
    // The server answered 429. Once for one overload: answers to calls that were on their way
    // already say nothing new.
    void noteLimited(TimePoint now);
    // One more answer of 429 for the same overload: that call did not pass either.
    void noteRefused();
    // Calls of the last 60 seconds, for the meter in the status bar.
    int usedLastMinute(TimePoint now);

private:
    void refill(TimePoint now);
    void advance(TimePoint now);
    void countCall(TimePoint now);
    double burst() const;
    double perMillisecond() const;

    static constexpr double fullShare = 0.55;  // steady background rate
    static constexpr double burstShare = 0.05; // in any minute at most 60 % together
    static constexpr double leastShare = 0.02;
    static constexpr double quietStep = 0.05; // given back by a minute without a 429
    static constexpr int slots = 60;          // one a second
    int m_limit;
    double m_share = 0.55; // of the limit, steady background rate
    int m_learned = 0;     // calls that passed in the minute before a 429; 0: none came lately
    double m_tokens = 0;
    TimePoint m_filled{};
    TimePoint m_lastLimited{};
    int m_calls[slots] = {};
    long long m_slot = -1; // second of the newest entry in m_calls
    int m_sum = 0;
};

} // namespace Sluice
