// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

#include <optional>

namespace Sluice {

// Carries out a command line. Nothing when it means the window, and is right: help, version and
// wrong usage of the window are answered here, too.
std::optional<ExitCode> runCommandLine(const Arguments &arguments);

} // namespace Sluice
