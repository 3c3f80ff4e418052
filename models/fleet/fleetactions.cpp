// SPDX-License-Identifier: Apache-2.0
#include "models/api/endpoints.h"
#include "models/fleet/fleet.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sluice {

void Fleet::sendCommand(const PipelineKey &key, PipelineCommand command)
{
    Account *const target = account(key.account);
    const PipelineRow *row = m_pipelines.find(key);
    if (!target || m_busy.contains(key))
        return;
    if (!row) {
        refuseUnknown(*target, key, command);
        return;
    }
    const QString what = command == PipelineCommand::Start ? tr("start %1").arg(row->name)
                                                           : tr("stop %1").arg(row->name);
    m_busy.insert(key);
    m_pipelines.setRequested(key, command);
    m_pipelines.flush(); // a click is seen at once
    target->client()->send(Endpoints::sendCommand(key.project, key.pipeline, command), this,
                           [this, key, command, what](const Result<Reply> &result) {
                               takeCommandAnswer(key, command, what, result);
                           });
}

void Fleet::refuseUnknown(const Account &account, const PipelineKey &key, PipelineCommand command)
{
    const QString name = key.isValid() ? key.pipeline : tr("the pipeline");
    ApiError error;
    error.kind = ApiError::Kind::NotFound;
    error.host = account.profile().name;
    error.message = tr("It is not in the list. Nothing was sent.");
    Q_EMIT actionFailed(
        key, command == PipelineCommand::Start ? tr("start %1").arg(name) : tr("stop %1").arg(name),
        error);
}

void Fleet::takeCommandAnswer(const PipelineKey &key, PipelineCommand command, const QString &what,
                              const Result<Reply> &result)
{
    m_busy.remove(key);
    if (result) {
        Q_EMIT commandAccepted(key, command);
    } else {
        const bool isUnknown = result.error().isEffectUnknown();
        m_pipelines.clearRequested(key, isUnknown ? PipelineModel::CommandOutcome::Unknown
                                                  : PipelineModel::CommandOutcome::Refused);
        m_pipelines.flush();
        Q_EMIT actionFailed(key, what, result.error());
    }
    refresh(key); // what is true now
}

void Fleet::deletePipeline(const PipelineKey &key)
{
    Account *const target = account(key.account);
    const PipelineRow *row = m_pipelines.find(key);
    if (!target || !row || m_busy.contains(key))
        return;
    m_busy.insert(key);
    if (!m_beforeDelete) {
        sendDelete(key, row->name, {});
        return;
    }
    m_beforeDelete(*row, [guard = QPointer(this), key, name = row->name](const QString &refusal) {
        if (guard)
            guard->sendDelete(key, name, refusal);
    });
}

void Fleet::sendDelete(const PipelineKey &key, const QString &name, const QString &refusal)
{
    Account *const target = account(key.account);
    if (!target) { // signed out meanwhile
        m_busy.remove(key);
        return;
    }
    if (!refusal.isEmpty()) {
        ApiError error;
        error.kind = ApiError::Kind::Cancelled;
        error.message = refusal;
        m_busy.remove(key);
        Q_EMIT actionFailed(key, tr("delete %1").arg(name), error);
        return;
    }
    target->client()->send(
        Endpoints::deletePipeline(key.project, key.pipeline), this,
        [this, key, name](const Result<Reply> &result) { takeDeleteAnswer(key, name, result); });
}

void Fleet::takeDeleteAnswer(const PipelineKey &key, const QString &name,
                             const Result<Reply> &result)
{
    m_busy.remove(key);
    Account *const target = account(key.account);
    // Gone already is what was asked for.
    if (result || result.error().kind == ApiError::Kind::NotFound) {
        m_pipelines.removePipeline(key);
        if (target)
            target->dropPendingList(key.project);
        Q_EMIT pipelineDeleted(key, name);
        return;
    }
    Q_EMIT actionFailed(key, tr("delete %1").arg(name), result.error());
    if (target && result.error().isEffectUnknown())
        target->refreshProject(key.project);
}

void Fleet::createPipeline(const QString &account, const QString &projectId, const QByteArray &json,
                           QObject *context, Handler<QJsonObject> handler)
{
    Account *const target = this->account(account);
    if (!target) {
        ApiError error;
        error.kind = ApiError::Kind::Cancelled;
        error.message = tr("This account is not signed in any more.");
        QMetaObject::invokeMethod(
            context, [handler = std::move(handler), error] { handler(error); },
            Qt::QueuedConnection);
        return;
    }
    target->client()->send(Endpoints::createPipeline(projectId, json), this,
                           [this, account, projectId, guard = QPointer<QObject>(context),
                            handler = std::move(handler)](const Result<Reply> &result) {
                               const Result<QJsonObject> created =
                                   takeCreated(account, projectId, result);
                               if (guard)
                                   handler(created);
                           });
}

Result<QJsonObject> Fleet::takeCreated(const QString &account, const QString &projectId,
                                       const Result<Reply> &result)
{
    Account *const target = this->account(account);
    if (!result) {
        if (target && result.error().isEffectUnknown())
            target->refreshProject(projectId); // it may be there
        return result.error();
    }
    const QJsonObject definition = result->json.object();
    const PipelineKey key{account, projectId, definition["streamingPipelineId"_L1].toString()};
    const Project *project = target ? target->project(projectId) : nullptr;
    if (project && key.isValid()) {
        m_pipelines.putPipeline(account, target->profile().name, *project, definition);
        target->dropPendingList(projectId);
        refresh(key);
    } else if (target) {
        target->refreshProject(projectId);
    }
    if (key.isValid())
        Q_EMIT pipelineCreated(key, definition);
    return definition;
}

} // namespace Sluice
