// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/exitcode.h"
#include "app/commandline/commands/targets.h"
#include "models/definition/pipelinestate.h"

namespace Sluice {

class Session;

// What is waited for, and what is known when it does not come.
struct StateWait {
    PipelineState goal = PipelineState::Streaming;
    bool wasSent = false; // a start or stop has been received
};

// Asks for the pipeline's status until it is the goal, and prints it. Each other status on the way
// is said on stderr, once. TimeRanOut when it is not there in --timeout; Refused when a pipeline
// that should stream has started and stopped again, as waiting longer cannot help.
ExitCode waitForState(const Arguments &arguments, Session &session, const PipelineIds &ids,
                      const StateWait &wait);

} // namespace Sluice
