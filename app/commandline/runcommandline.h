// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

#include <optional>

namespace Sluice {

// Runs a command and returns its exit code. Also answers help, version and wrong usage, those of
// the window included. Returns nothing when the window is to be opened.
std::optional<ExitCode> runCommandLine(const Arguments &arguments);

} // namespace Sluice
