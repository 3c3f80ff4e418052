// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/exitcode.h"
#include "app/commandline/commands/targets.h"
#include "models/definition/pipelinestate.h"

namespace Sluice {

class Session;

// The state to wait for, and what was done before.
struct StateWait {
    PipelineState goal = PipelineState::Streaming;
    bool wasSent = false; // a start or stop has been received
};

// Reads the pipeline's status until it is the goal, and prints it. Notes each other status once.
// Returns TimeRanOut when --timeout is over. Returns Refused when a pipeline that should stream has
// started and stopped again, as waiting longer cannot help.
ExitCode waitForState(const Arguments &arguments, Session &session, const PipelineIds &ids,
                      const StateWait &wait);

} // namespace Sluice
