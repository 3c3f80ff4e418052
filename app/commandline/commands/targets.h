// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "models/api/result.h"

namespace Sluice {

class Session;

struct PipelineIds {
    QString project;
    QString pipeline;
};

// Find the ids of what the operands PROJECT and PIPELINE name.
Result<QString> namedProject(const Arguments &arguments, Session &session);
Result<PipelineIds> namedPipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
