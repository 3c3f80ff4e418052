// SPDX-License-Identifier: Apache-2.0
#include "models/store/watchclock.h"

#include <ctime>

namespace Sluice {

namespace {

qint64 milliseconds(clockid_t clock)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

WatchClock systemWatchClock()
{
#ifdef CLOCK_BOOTTIME
    constexpr clockid_t passing = CLOCK_BOOTTIME;
#else
    constexpr clockid_t passing = CLOCK_MONOTONIC;
#endif
    return {&QDateTime::currentDateTimeUtc, [] { return milliseconds(CLOCK_MONOTONIC); },
            [] { return milliseconds(passing); }};
}

} // namespace Sluice
