// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace Sluice {

// The pause doubled so many times, at most longest.
inline std::chrono::milliseconds doubled(std::chrono::milliseconds pause, int times,
                                         std::chrono::milliseconds longest)
{
    return std::min(longest, pause * (1 << std::clamp(times, 0, 10)));
}

inline std::chrono::milliseconds scaled(std::chrono::milliseconds pause, double factor)
{
    using std::chrono::milliseconds;
    return milliseconds(
        static_cast<milliseconds::rep>(static_cast<double>(pause.count()) * factor));
}

} // namespace Sluice
