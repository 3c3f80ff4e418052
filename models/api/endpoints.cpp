// SPDX-License-Identifier: Apache-2.0
#include "models/api/endpoints.h"

#include <QDateTime>
#include <QUrl>

namespace Sluice::Endpoints {

namespace {

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString pipelinesPath(const QString &projectId)
{
    return QStringLiteral("/v1/projects/%1/streaming-pipelines").arg(encoded(projectId));
}

QString pipelinePath(const QString &projectId, const QString &pipelineId)
{
    return pipelinesPath(projectId) + u'/' + encoded(pipelineId);
}

Request get(const QString &path, Promise promise = Promise::Object)
{
    Request request;
    request.path = path;
    request.promise = promise;
    return request;
}

Request write(Verb verb, const QString &path, std::optional<QByteArray> json, Promise promise)
{
    Request request;
    request.verb = verb;
    request.path = path;
    request.body = std::move(json);
    request.promise = promise;
    return request;
}

} // namespace

Request paged(Request list, int page, int size)
{
    list.query.removeAllQueryItems(QStringLiteral("page"));
    list.query.removeAllQueryItems(QStringLiteral("size"));
    list.query.addQueryItem(QStringLiteral("page"), QString::number(page));
    list.query.addQueryItem(QStringLiteral("size"), QString::number(size));
    return list;
}

Request listProjects()
{
    return get(QStringLiteral("/v1/projects"));
}

Request listEnvironments(const QString &projectId)
{
    return get(QStringLiteral("/v1/projects/%1/environments").arg(encoded(projectId)));
}

Request listAgents()
{
    return get(QStringLiteral("/v1/agents"));
}

Request listEvents(const QDateTime &from)
{
    Request request = get(QStringLiteral("/v1/events"));
    request.query.addQueryItem(QStringLiteral("from"), from.toUTC().toString(Qt::ISODate));
    return request;
}

Request listPipelines(const QString &projectId)
{
    return get(pipelinesPath(projectId));
}

Request getPipeline(const QString &projectId, const QString &pipelineId)
{
    return get(pipelinePath(projectId, pipelineId), Promise::Definition);
}

Request createPipeline(const QString &projectId, const QByteArray &json)
{
    return write(Verb::Post, pipelinesPath(projectId), json, Promise::Definition);
}

Request updatePipeline(const QString &projectId, const QString &pipelineId, const QByteArray &json)
{
    return write(Verb::Put, pipelinePath(projectId, pipelineId), json, Promise::Definition);
}

Request deletePipeline(const QString &projectId, const QString &pipelineId)
{
    return write(Verb::Delete, pipelinePath(projectId, pipelineId), std::nullopt, Promise::Nothing);
}

Request sendCommand(const QString &projectId, const QString &pipelineId, PipelineCommand command)
{
    const QByteArray json = command == PipelineCommand::Start
                                ? QByteArrayLiteral(R"({"command":"start"})")
                                : QByteArrayLiteral(R"({"command":"stop"})");
    return write(Verb::Post, pipelinePath(projectId, pipelineId) + QStringLiteral("/commands"),
                 json, Promise::Nothing);
}

Request getStatus(const QString &projectId, const QString &pipelineId)
{
    return get(pipelinePath(projectId, pipelineId) + QStringLiteral("/status"));
}

} // namespace Sluice::Endpoints
