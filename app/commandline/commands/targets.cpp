// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/targets.h"

#include "app/commandline/output/operandtext.h"
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

QString operandOf(const Arguments &arguments, const PipelineIds &ids)
{
    return operandOf(arguments, ids, arguments.operand(OperandKind::Pipeline));
}

QString operandOf(const Arguments &arguments, const PipelineIds &ids, const QString &name)
{
    // A name that led to this pipeline is unique. An id says nothing about the name.
    return operandFor(name, ids.pipeline, name == arguments.operand(OperandKind::Pipeline));
}

} // namespace Sluice
