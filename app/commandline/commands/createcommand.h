// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Creates one pipeline from a definition's file. Asks first when the project has a pipeline of that
// name, or needs --allow-duplicate. Runs on this computer wait for each other.
ExitCode createPipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
