// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/runs/rundecision.h"

#include <QList>

#include <chrono>

namespace Sluice {

// What a run costs at the present budget. Pure: what is free now is handed in.
struct RunCosts {
    // The part of one account.
    struct Share {
        int pipelines = 0;
        int perMinute = 0; // calls that the account may make; 0: no limit is known
        int used = 0;      // of them in the last minute
    };

    int commands = 0;
    int leastCalls = 0; // the commands, and one check of the state after each
    int perMinute = 0;  // of the account that is short of calls first; 0: no limit is known
    int free = 0;       // of its calls now
    std::chrono::seconds least{0}; // that the budget alone takes
    std::chrono::seconds most{0};  // when each command waits as long as it may

    static RunCosts of(RunVerb verb, const QList<Share> &shares, int atOnce,
                       std::chrono::seconds patience);
};

} // namespace Sluice
