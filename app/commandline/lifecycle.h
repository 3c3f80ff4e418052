// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/pipeline/pipelinestate.h"

namespace Sluice {

class Session;

// Sends start or stop once and, with --wait, asks for the status until the pipeline streams or has
// stopped.
ExitCode command(const Arguments &arguments, Session &session, const QString &projectId,
                 const QString &pipelineId, PipelineCommand command);

} // namespace Sluice
