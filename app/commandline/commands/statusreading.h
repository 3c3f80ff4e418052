// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/commands/targets.h"
#include "models/api/client.h"

namespace Sluice {

class Session;

// Reads a pipeline's status; an answer without one is a bad reply. Waits no longer than the limit.
Result<Reply> readStatus(Session &session, const PipelineIds &ids,
                         std::optional<std::chrono::milliseconds> limit = {});
// Reads many at once. The answers are in the order of the pipelines.
QList<Result<Reply>> readStatuses(Session &session, const QList<PipelineIds> &pipelines,
                                  std::optional<std::chrono::milliseconds> limit = {});

// Returns the status in an answer, in the server's spelling.
QString statusOf(const Reply &reply);
// Prints it: the state for people, the whole answer for programs.
void printStatus(const Arguments &arguments, const PipelineIds &ids, const Reply &reply);

} // namespace Sluice
