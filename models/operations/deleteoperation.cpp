// SPDX-License-Identifier: Apache-2.0
#include "models/operations/deleteoperation.h"

#include "models/api/endpoints.h"

namespace Sluice {

DeleteOperation::DeleteOperation(Client *client, const QString &project, const QString &pipeline,
                                 QObject *parent)
    : Operation(client, parent)
    , m_project(project)
    , m_pipeline(pipeline)
{}

Request DeleteOperation::write() const
{
    return Endpoints::deletePipeline(m_project, m_pipeline);
}

void DeleteOperation::refuse(const ApiError &error)
{
    WriteOutcome outcome;
    outcome.error = error;
    if (error.kind == ApiError::Kind::NotFound)
        outcome.look = WriteOutcome::Look::Done; // the refusal itself tells
    settle(outcome);
}

void DeleteOperation::look()
{
    read(Endpoints::getPipeline(m_project, m_pipeline), [this](const Result<Reply> &reply) {
        if (reply)
            seeNotDone(tr("It was looked up: the pipeline is still there."));
        else if (reply.error().kind == ApiError::Kind::NotFound)
            seeDone(tr("It was looked up: the pipeline is gone."));
        else
            failLook(reply.error());
    });
}

} // namespace Sluice
