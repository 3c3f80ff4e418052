// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"
#include "models/definition/pipelinestate.h"

namespace Sluice {

class Session;

// Sends start or stop once and, with --wait, waits until the pipeline streams or has stopped. A
// pipeline that is on its way there already, or is there, refuses the command; with --wait that is
// no failure.
ExitCode sendCommand(const Arguments &arguments, Session &session, PipelineCommand command);

// Waits for STATE.
ExitCode waitForNamedState(const Arguments &arguments, Session &session);

} // namespace Sluice
