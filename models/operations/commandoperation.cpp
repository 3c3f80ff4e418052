// SPDX-License-Identifier: Apache-2.0
#include "models/operations/commandoperation.h"

#include "models/api/endpoints.h"

using namespace Qt::StringLiterals;

namespace Sluice {

bool isResultOf(PipelineCommand command, PipelineState state)
{
    switch (state) {
    case PipelineState::Starting:
    case PipelineState::Snapshotting:
    case PipelineState::Streaming: return command == PipelineCommand::Start;
    case PipelineState::Stopping:
    case PipelineState::NotRunning: return command == PipelineCommand::Stop;
    case PipelineState::NotChecked:
    case PipelineState::Unknown:
    case PipelineState::Other: break;
    }
    return false;
}

CommandOperation::CommandOperation(Client *client, const QString &project, const QString &pipeline,
                                   PipelineCommand command, QObject *parent)
    : Operation(client, parent)
    , m_project(project)
    , m_pipeline(pipeline)
    , m_command(command)
{}

Request CommandOperation::write() const
{
    return Endpoints::sendCommand(m_project, m_pipeline, m_command);
}

void CommandOperation::look()
{
    read(Endpoints::getStatus(m_project, m_pipeline), [this](const Result<Reply> &reply) {
        if (reply)
            judge(reply->json["status"_L1].toString());
        else
            failLook(reply.error());
    });
}

void CommandOperation::judge(const QString &status)
{
    setSeenStatus(status);
    const QString found = status.isEmpty()
                              ? tr("It was looked up: the server tells no status.")
                              : tr("It was looked up: the status is %1 now.").arg(status);
    if (isResultOf(m_command, pipelineStateFrom(status)))
        seeDone(found);
    else
        seeNotDone(found);
}

} // namespace Sluice
