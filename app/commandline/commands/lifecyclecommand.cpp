// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/lifecyclecommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/statewait.h"
#include "app/commandline/commands/statusreading.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/outcomereport.h"
#include "app/commandline/session/session.h"
#include "models/operations/commandoperation.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// True when the server refused the command because the pipeline is in the state that was asked for,
// or on its way to it.
bool isUnderWay(Session &session, const PipelineIds &ids, PipelineCommand command,
                const WriteOutcome &outcome)
{
    if (outcome.isUnknown() || !outcome.error ||
        (outcome.error->kind != ApiError::Kind::Conflict &&
         outcome.error->kind != ApiError::Kind::Rejected))
        return false;
    const Result<Reply> reply = readStatus(session, ids);
    return reply && isResultOf(command, pipelineStateFrom(statusOf(*reply)));
}

DoneReport requestReport(const Arguments &arguments, const PipelineIds &ids,
                         PipelineCommand command)
{
    const bool isStart = command == PipelineCommand::Start;
    return {isStart ? CommandLine::tr("Start requested.") : CommandLine::tr("Stop requested."),
            operandOf(arguments, ids),
            {{u"requested"_s, isStart ? u"start"_s : u"stop"_s},
             {u"projectId"_s, ids.project},
             {u"streamingPipelineId"_s, ids.pipeline}}};
}

} // namespace

ExitCode sendCommand(const Arguments &arguments, Session &session, PipelineCommand command)
{
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    CommandOperation operation(session.client(), ids->project, ids->pipeline, command);
    const WriteOutcome outcome = session.run(operation);
    if (!arguments.isSet(OptionId::Wait))
        return reportOutcome(arguments, outcome, requestReport(arguments, *ids, command));
    if (!outcome.isDone() && !isUnderWay(session, *ids, command, outcome))
        return Console::fail(*outcome.error);
    if (!outcome.found.isEmpty())
        Console::note(outcome.found);
    return waitForState(
        arguments, session, *ids,
        {command == PipelineCommand::Start ? PipelineState::Streaming : PipelineState::NotRunning,
         outcome.isDone()});
}

ExitCode waitForNamedState(const Arguments &arguments, Session &session)
{
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    return waitForState(arguments, session, *ids,
                        {pipelineStateFrom(arguments.operand(OperandKind::State)), false});
}

} // namespace Sluice
