// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Prints the state of a pipeline, of a project's pipelines, or of all. Names what cannot be read,
// returns its exit code, and prints the others all the same.
ExitCode showStatus(const Arguments &arguments, Session &session);

} // namespace Sluice
