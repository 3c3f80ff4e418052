// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/runs/commandrun.h"
#include "ui/theme/tokens.h"

namespace Sluice {

// How the results of a run look.
struct RunLook {
    const char *icon = nullptr;
    Family family = Family::Stopped;
};

RunLook lookOf(CommandRun::State state);

const char *verbIcon(RunVerb verb);

// The ink of a family: secondary text for what is stopped or waits.
QColor inkOf(Family family, const QPalette &palette);

} // namespace Sluice
