// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Shows a pipeline's definition, to programs as the server has it.
ExitCode showPipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
