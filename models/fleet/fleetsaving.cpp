// SPDX-License-Identifier: Apache-2.0
// The part of Fleet that reads and replaces one definition.
#include "models/api/endpoints.h"
#include "models/fleet/fleet.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

ApiError signedOut()
{
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.message = Fleet::tr("This account is not signed in any more.");
    return error;
}

} // namespace

void Fleet::send(const PipelineKey &key, const Request &request, QObject *context,
                 Handler<Reply> handler)
{
    if (Account *const target = account(key.account)) {
        target->client()->send(request, context, std::move(handler));
        return;
    }
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler)] { handler(signedOut()); }, Qt::QueuedConnection);
}

void Fleet::readPipeline(const PipelineKey &key, QObject *context, Handler<QJsonObject> handler)
{
    send(key, Endpoints::getPipeline(key.project, key.pipeline), this,
         [this, key, guard = QPointer<QObject>(context),
          handler = std::move(handler)](const Result<Reply> &result) {
             const Result<QJsonObject> read = takeDefinition(key, result);
             if (read)
                 Q_EMIT pipelineRead(key, *read);
             if (guard)
                 handler(read);
         });
}

void Fleet::savePipeline(const PipelineKey &key, const QByteArray &json, QObject *context,
                         Handler<QJsonObject> handler)
{
    send(key, Endpoints::updatePipeline(key.project, key.pipeline, json), this,
         [this, key, json, guard = QPointer<QObject>(context),
          handler = std::move(handler)](const Result<Reply> &result) {
             const QJsonObject before = m_pipelines.definition(key);
             const Result<QJsonObject> saved = takeDefinition(key, result);
             if (saved)
                 Q_EMIT pipelineSaved(key, before, *saved);
             else
                 Q_EMIT saveFailed(key, before, QJsonDocument::fromJson(json).object(),
                                   saved.error());
             if (guard)
                 handler(saved);
         });
}

Result<QJsonObject> Fleet::takeDefinition(const PipelineKey &key, const Result<Reply> &result)
{
    Account *const target = account(key.account);
    const Project *project = target ? target->project(key.project) : nullptr;
    if (!result) {
        if (target && result.error().kind == ApiError::Kind::NotFound)
            target->refreshProject(key.project);
        return result.error();
    }
    const QJsonObject definition = result->json.object();
    if (project) {
        m_pipelines.putPipeline(key.account, target->profile().name, *project, definition);
        target->dropPendingList(key.project); // one on its way may be older
    }
    return definition;
}

} // namespace Sluice
