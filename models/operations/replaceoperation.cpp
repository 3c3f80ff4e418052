// SPDX-License-Identifier: Apache-2.0
#include "models/operations/replaceoperation.h"

#include "models/api/endpoints.h"
#include "models/json/jsontext.h"
#include "models/operations/samedefinition.h"

namespace Sluice {

ReplaceOperation::ReplaceOperation(Client *client, const QString &project, const QString &pipeline,
                                   Plan plan, QObject *parent)
    : Operation(client, parent)
    , m_project(project)
    , m_pipeline(pipeline)
    , m_plan(std::move(plan))
{}

ReplaceOperation::Plan ReplaceOperation::always(const QByteArray &json)
{
    return [json](const QJsonObject &) { return Replacement{json, {}, false}; };
}

ReplaceOperation::Plan
ReplaceOperation::onlyIf(std::function<bool(const QJsonObject &onServer)> isSeen,
                         const QByteArray &json)
{
    return [isSeen = std::move(isSeen), json](const QJsonObject &onServer) {
        if (isSeen(onServer))
            return Replacement{json, {}, false};
        ApiError moved;
        moved.kind = ApiError::Kind::Conflict;
        moved.message = tr("It changed meanwhile, so nothing was sent. Look at the changes again.");
        return Replacement{{}, moved, false};
    };
}

Request ReplaceOperation::readRequest() const
{
    return Endpoints::getPipeline(m_project, m_pipeline);
}

Request ReplaceOperation::write() const
{
    return Endpoints::updatePipeline(m_project, m_pipeline, m_json);
}

void ReplaceOperation::check()
{
    read(readRequest(), [this](const Result<Reply> &reply) {
        if (reply)
            onDefinitionBefore(*reply);
        else
            settleUnsent(reply.error());
    });
}

void ReplaceOperation::onDefinitionBefore(const Reply &reply)
{
    m_before = reply.json.object();
    const Replacement replacement = m_plan(m_before);
    if (!replacement.refusal && !replacement.isThere) {
        m_json = replacement.json;
        m_sent = readJson(m_json).object();
        goOn();
        return;
    }
    WriteOutcome outcome;
    outcome.error = replacement.refusal;
    outcome.definition = m_before;
    if (replacement.isThere) {
        outcome.look = WriteOutcome::Look::Done;
        outcome.found = tr("The server has it already; nothing was sent.");
        outcome.body = reply.body;
    }
    settle(outcome);
}

void ReplaceOperation::onReply(const Reply &reply)
{
    const QJsonObject now = reply.json.object();
    if (now == m_before && !isSameDefinition(m_sent, now))
        doubt(reply, tr("the answer shows the definition as it was before"));
    else
        Operation::onReply(reply);
}

void ReplaceOperation::look()
{
    read(readRequest(), [this](const Result<Reply> &reply) {
        if (reply)
            compare(*reply);
        else
            failLook(reply.error());
    });
}

void ReplaceOperation::compare(const Reply &reply)
{
    const QJsonObject now = reply.json.object();
    // Compares with the former definition first: the change may be one that isSameDefinition() does
    // not see, such as the order of tables.
    const bool isAsSent = isExactly(m_sent, now);
    if (!isAsSent && now == m_before)
        seeNotDone(tr("It was looked up: the definition is as it was before."));
    else if (isAsSent || isSameDefinition(m_sent, now))
        seeDone(tr("It was looked up: the change is there."), now, reply.body);
    else
        seeOther(tr("The server's definition is neither what was sent nor what was there before: "
                    "someone else changed it too."),
                 now);
}

} // namespace Sluice
