// SPDX-License-Identifier: Apache-2.0
#include "models/operations/deleteoperation.h"

#include "models/api/endpoints.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto rowKey = "streamingPipelineId"_L1;

} // namespace

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
    if (error.kind == ApiError::Kind::NotFound && error.isHearsay) {
        verify(error);
        return;
    }
    WriteOutcome outcome;
    outcome.error = error;
    if (error.kind == ApiError::Kind::NotFound)
        outcome.look = WriteOutcome::Look::Done; // the refusal says that the pipeline is gone
    settle(outcome);
}

void DeleteOperation::look()
{
    read(Endpoints::getPipeline(m_project, m_pipeline), [this](const Result<Reply> &reply) {
        if (reply)
            seeStillThere();
        else if (reply.error().kind != ApiError::Kind::NotFound)
            failLook(reply.error());
        else if (reply.error().isHearsay)
            lookInList();
        else
            seeGone();
    });
}

// The 404 may not be the API's own. The project's list is: it shows whether the pipeline is there.
void DeleteOperation::lookInList()
{
    readList(Endpoints::listPipelines(m_project), rowKey, [this](const Result<QJsonArray> &list) {
        if (!list)
            failLook(list.error());
        else if (std::any_of(list->begin(), list->end(), [this](const QJsonValue &row) {
                     return row[rowKey].toString() == m_pipeline;
                 }))
            seeStillThere();
        else
            seeGone();
    });
}

void DeleteOperation::seeStillThere()
{
    seeNotDone(tr("It was looked up: the pipeline is still there."));
}

void DeleteOperation::seeGone()
{
    seeDone(tr("It was looked up: the pipeline is gone."));
}

} // namespace Sluice
