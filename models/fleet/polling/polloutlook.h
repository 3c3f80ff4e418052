// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Sluice {

// How the next check of a pipeline's status stands.
struct PollOutlook {
    // Why it is not asked this moment.
    enum class Wait {
        None,     // it is being asked
        Interval, // it is not due yet
        Turn,     // others are due before it, and the budget is short
        Failures, // its last checks failed
        Outage,   // the account does not answer
        Paused,   // nothing is asked now: the window is hidden, or the account waits
    };

    std::optional<std::chrono::milliseconds> asked; // so long ago; none: never
    std::chrono::milliseconds next{};               // about so long from now
    Wait wait = Wait::None;
    int failures = 0;  // in a row
    int perMinute = 0; // background checks a minute of the account; 0: no limit

    // "Asked 12 s ago, next in about 8 s." and why it waits.
    QString text() const;
};

} // namespace Sluice
