// SPDX-License-Identifier: Apache-2.0
#include "models/runs/runcosts.h"

#include <algorithm>

namespace Sluice {

RunCosts RunCosts::of(RunVerb verb, const QList<Share> &shares, int atOnce,
                      std::chrono::seconds patience)
{
    constexpr int callsPerCommand = 2;
    const int commandsEach = verb == RunVerb::Restart ? 2 : 1;
    RunCosts costs;
    int pipelines = 0;
    bool isFirst = true;
    for (const Share &share : shares) {
        pipelines += share.pipelines;
        if (share.perMinute == 0)
            continue;
        const int calls = share.pipelines * commandsEach * callsPerCommand;
        const int free = std::max(0, share.perMinute - share.used);
        const int late = std::max(0, calls - free);
        const std::chrono::seconds least{(late * 60LL + share.perMinute - 1) / share.perMinute};
        if (!isFirst && least < costs.least)
            continue;
        isFirst = false;
        costs.least = least;
        costs.perMinute = share.perMinute;
        costs.free = free;
    }
    costs.commands = pipelines * commandsEach;
    costs.leastCalls = costs.commands * callsPerCommand;
    const int atATime = std::max(1, atOnce);
    const int rounds = (pipelines + atATime - 1) / atATime;
    costs.most = std::max(costs.least, patience * commandsEach * rounds);
    return costs;
}

} // namespace Sluice
