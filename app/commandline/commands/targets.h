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

// Returns what --output name prints for the pipeline that the operand names: the same word, as far
// as it can be used again.
QString operandOf(const Arguments &arguments, const PipelineIds &ids);
// The same when its name is known. name: it may have a new one, which others may have too.
QString operandOf(const Arguments &arguments, const PipelineIds &ids, const QString &name);

} // namespace Sluice
