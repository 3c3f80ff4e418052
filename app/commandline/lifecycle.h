// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/api/client.h"
#include "models/definition/pipelinestate.h"

namespace Sluice {

class Session;

// A pipeline's status; an answer without one is a bad reply. No longer than the limit.
Result<Reply> readStatus(Session &session, const QString &projectId, const QString &pipelineId,
                         std::optional<std::chrono::milliseconds> limit = {});

// Sends start or stop once and, with --wait, asks for the status until the pipeline streams or has
// stopped.
ExitCode command(const Arguments &arguments, Session &session, const QString &projectId,
                 const QString &pipelineId, PipelineCommand command);

} // namespace Sluice
