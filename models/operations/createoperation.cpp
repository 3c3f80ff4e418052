// SPDX-License-Identifier: Apache-2.0
#include "models/operations/createoperation.h"

#include "models/api/endpoints.h"
#include "models/definition/definition.h"
#include "models/json/jsontext.h"
#include "models/operations/samedefinition.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString pipelineId(const QJsonObject &definition)
{
    return definition.value("streamingPipelineId"_L1).toString();
}

QSet<QString> idsIn(const QJsonArray &list)
{
    QSet<QString> ids;
    for (const QJsonValue &row : list)
        ids.insert(pipelineId(row.toObject()));
    return ids;
}

} // namespace

CreateOperation::CreateOperation(Client *client, const QString &project, const QByteArray &json,
                                 Namesakes namesakes, QObject *parent)
    : Operation(client, parent)
    , m_project(project)
    , m_json(json)
    , m_sent(readJson(json).object())
    , m_name(Definition::name(m_sent))
    , m_namesakes(namesakes)
{}

void CreateOperation::setKnown(const QSet<QString> &ids)
{
    m_known = ids;
}

void CreateOperation::lookOnly()
{
    if (stage() != Stage::Waiting)
        return;
    const Request request = write();
    ApiError error;
    error.kind = ApiError::Kind::NoAnswer;
    error.effect = Effect::Unknown;
    error.message = tr("It was sent earlier, and what the server answered is not known.");
    error.target = QString::fromLatin1(verbName(request.verb)) + u' ' + request.path;
    verify(error);
}

Request CreateOperation::write() const
{
    return Endpoints::createPipeline(m_project, m_json);
}

void CreateOperation::check()
{
    if (m_known && m_namesakes == Namesakes::Allowed) {
        goOn();
        return;
    }
    readList(Endpoints::listPipelines(m_project), u"streamingPipelineId"_s,
             [this](const Result<QJsonArray> &list) { onListBefore(list); });
}

void CreateOperation::onListBefore(const Result<QJsonArray> &list)
{
    if (!list && m_namesakes == Namesakes::Refused) {
        settleUnsent(list.error());
        return;
    }
    const QList<QJsonObject> namesakes = list ? namesakesIn(*list) : QList<QJsonObject>();
    if (m_namesakes == Namesakes::Refused && !namesakes.isEmpty()) {
        refuseNamesake(namesakes.constFirst());
        return;
    }
    // Without the list, a pipeline that is found later may be an older one.
    if (list)
        m_known = m_known.value_or(QSet<QString>()) + idsIn(*list);
    goOn();
}

void CreateOperation::refuseNamesake(const QJsonObject &namesake)
{
    WriteOutcome outcome;
    outcome.error.emplace();
    outcome.error->kind = ApiError::Kind::Conflict;
    outcome.error->message =
        tr("The project has a pipeline called %1 by now, so nothing was sent.").arg(m_name);
    outcome.definition = namesake;
    settle(outcome);
}

void CreateOperation::onReply(const Reply &reply)
{
    const QString id = pipelineId(reply.json.object());
    if (m_known && m_known->contains(id))
        doubt(reply, tr("the answer is a pipeline that was there before, %1").arg(id));
    else
        Operation::onReply(reply);
}

void CreateOperation::look()
{
    readList(Endpoints::listPipelines(m_project), u"streamingPipelineId"_s,
             [this](const Result<QJsonArray> &list) {
                 if (list)
                     examine(*list);
                 else
                     failLook(list.error());
             });
}

QList<QJsonObject> CreateOperation::namesakesIn(const QJsonArray &list) const
{
    QList<QJsonObject> found;
    for (const QJsonValue &row : list) {
        const QJsonObject definition = row.toObject();
        const bool isNew = !m_known || !m_known->contains(pipelineId(definition));
        if (isNew && Definition::name(definition) == m_name)
            found.append(definition);
    }
    return found;
}

void CreateOperation::examine(const QJsonArray &list)
{
    const QList<QJsonObject> namesakes = namesakesIn(list);
    if (namesakes.isEmpty() && m_name.isEmpty()) {
        seeOther(tr("Without a name it cannot be looked up."));
        return;
    }
    if (namesakes.isEmpty()) {
        seeNotDone(
            tr("It was looked up: the project has no new pipeline called %1 so far.").arg(m_name));
        return;
    }
    if (!m_known) {
        seeOther(tr("The project has a pipeline called %1. Whether it was there before is not "
                    "known.")
                     .arg(m_name),
                 namesakes.constFirst());
        return;
    }
    for (const QJsonObject &namesake : namesakes) {
        if (isSameDefinition(m_sent, namesake)) {
            seeDone(tr("It was looked up: the pipeline is there."), namesake);
            return;
        }
    }
    seeOther(
        tr("The project has a new pipeline called %1, but it is not what was sent.").arg(m_name),
        namesakes.constFirst());
}

} // namespace Sluice
