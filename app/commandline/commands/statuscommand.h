// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Shows the state of a pipeline, of a project's pipelines, or of all. What cannot be read is said
// and makes the exit code; the others are shown all the same.
ExitCode showStatus(const Arguments &arguments, Session &session);

} // namespace Sluice
