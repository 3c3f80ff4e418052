// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/targets.h"

#include "app/commandline/session/session.h"

namespace Sluice {

Result<QString> namedProject(const Arguments &arguments, Session &session)
{
    return session.projectId(arguments.operand(OperandKind::Project));
}

Result<PipelineIds> namedPipeline(const Arguments &arguments, Session &session)
{
    const Result<QString> project = namedProject(arguments, session);
    if (!project)
        return project.error();
    const Result<QString> pipeline =
        session.pipelineId(*project, arguments.operand(OperandKind::Pipeline));
    if (!pipeline)
        return pipeline.error();
    return PipelineIds{*project, *pipeline};
}

} // namespace Sluice
