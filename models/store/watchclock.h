// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <functional>

namespace Sluice {

// The clocks that tell a sleep of the computer from a wall clock that was set.
struct WatchClock {
    std::function<QDateTime()> now; // the wall clock
    std::function<qint64()> awake;  // ms; stands still while the computer sleeps
    std::function<qint64()> passed; // ms; goes on meanwhile, and nobody can set it
};

// Those of the system. Where it has no clock that goes on in a sleep, passed is awake.
WatchClock systemWatchClock();

} // namespace Sluice
