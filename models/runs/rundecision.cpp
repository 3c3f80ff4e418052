// SPDX-License-Identifier: Apache-2.0
#include "models/runs/rundecision.h"

#include "models/fleet/table/pipelinerow.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunDecision)
};

using Kind = RunDecision::Kind;

RunDecision skip(const QString &why)
{
    return {Kind::Skipped, Texts::tr("Skip: %1").arg(why)};
}

RunDecision start(const PipelineRow &row)
{
    switch (row.state) {
    case PipelineState::Starting: return skip(Texts::tr("starting already"));
    case PipelineState::Snapshotting: return skip(Texts::tr("in its snapshot already"));
    case PipelineState::Streaming: return skip(Texts::tr("streaming already"));
    case PipelineState::Stopping: return skip(Texts::tr("it is stopping"));
    case PipelineState::NotChecked: return skip(Texts::tr("its state was not read yet"));
    case PipelineState::Unknown:
    case PipelineState::Other: return {Kind::Acts, Texts::tr("Start, its state is unknown")};
    case PipelineState::NotRunning: break;
    }
    return {Kind::Acts, verbText(RunVerb::Start)};
}

RunDecision stop(const PipelineRow &row, RunVerb verb)
{
    switch (row.state) {
    case PipelineState::NotRunning: return skip(Texts::tr("stopped already"));
    case PipelineState::Stopping: return skip(Texts::tr("stopping already"));
    case PipelineState::NotChecked: return skip(Texts::tr("its state was not read yet"));
    case PipelineState::Snapshotting: {
        const QString text = verb == RunVerb::Stop
                                 ? Texts::tr("Stop, though it is in its snapshot")
                                 : Texts::tr("Restart, though it is in its snapshot");
        return {Kind::InSnapshot, text};
    }
    case PipelineState::Unknown:
    case PipelineState::Other:
        return {Kind::Acts, verb == RunVerb::Stop ? Texts::tr("Stop, its state is unknown")
                                                  : Texts::tr("Restart, its state is unknown")};
    case PipelineState::Starting:
    case PipelineState::Streaming: break;
    }
    return {Kind::Acts, verbText(verb)};
}

} // namespace

RunDecision decide(RunVerb verb, const PipelineRow &row, IfRequested ifRequested)
{
    if (row.requested && ifRequested == IfRequested::Skip)
        return *row.requested == PipelineCommand::Start
                   ? skip(Texts::tr("a start is requested already"))
                   : skip(Texts::tr("a stop is requested already"));
    return verb == RunVerb::Start ? start(row) : stop(row, verb);
}

PipelineCommand firstCommand(RunVerb verb)
{
    return verb == RunVerb::Start ? PipelineCommand::Start : PipelineCommand::Stop;
}

QString verbText(RunVerb verb)
{
    switch (verb) {
    case RunVerb::Start: return Texts::tr("Start");
    case RunVerb::Stop: return Texts::tr("Stop");
    case RunVerb::Restart: break;
    }
    return Texts::tr("Restart");
}

QString runTitle(RunVerb verb, int count)
{
    switch (verb) {
    case RunVerb::Start: return Texts::tr("Start %Ln pipeline(s)", nullptr, count);
    case RunVerb::Stop: return Texts::tr("Stop %Ln pipeline(s)", nullptr, count);
    case RunVerb::Restart: break;
    }
    return Texts::tr("Restart %Ln pipeline(s)", nullptr, count);
}

} // namespace Sluice
