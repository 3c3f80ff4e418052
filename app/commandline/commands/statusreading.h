// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/commands/targets.h"
#include "models/api/client.h"

namespace Sluice {

class Session;

// A pipeline's status; an answer without one is a bad reply. No longer than the limit.
Result<Reply> readStatus(Session &session, const PipelineIds &ids,
                         std::optional<std::chrono::milliseconds> limit = {});
// The same of many at once, in their order.
QList<Result<Reply>> readStatuses(Session &session, const QList<PipelineIds> &pipelines,
                                  std::optional<std::chrono::milliseconds> limit = {});

// What a good answer of these says, in the server's spelling.
QString statusOf(const Reply &reply);

} // namespace Sluice
