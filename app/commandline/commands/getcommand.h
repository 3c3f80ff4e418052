// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Prints a pipeline's definition: a summary for people, all of it for programs.
ExitCode showPipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
