// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"
#include "models/definition/pipelinestate.h"

namespace Sluice {

class Session;

// Sends start or stop once. With --wait it waits until the pipeline streams or has stopped, also
// when the server refuses the command because the pipeline is in that state or on its way to it.
ExitCode sendCommand(const Arguments &arguments, Session &session, PipelineCommand command);

// Waits for the state that the operand STATE names.
ExitCode waitForNamedState(const Arguments &arguments, Session &session);

} // namespace Sluice
