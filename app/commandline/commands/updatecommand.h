// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Replaces a pipeline's definition by the one in a file.
ExitCode updatePipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
