// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/agentoperations.h"

#include "app/sandbox/agentjson.h"
#include "app/sandbox/agentrules.h"
#include "app/sandbox/paging.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

Answer noAgent(const Request &request)
{
    return problem(404, request.path, u"There is no such agent."_s);
}

Answer refused(const Request &request, const QList<Fault> &faults)
{
    return violations(request.path, faults);
}

Answer accepted()
{
    Answer answer;
    answer.status = 202;
    return answer;
}

QString newSecret()
{
    return QString::number(QRandomGenerator::system()->generate64(), 16) +
           QString::number(QRandomGenerator::system()->generate64(), 16);
}

// Copies these fields from the body into the details.
void copyFields(QJsonObject &details, const QJsonObject &body, const QStringList &fields)
{
    for (const QString &field : fields)
        if (const QJsonValue value = body.value(field); !value.isUndefined() && !value.isNull())
            details.insert(field, value);
}

QStringList changeableFields()
{
    return {u"name"_s, u"description"_s, u"enableAutoUpdates"_s, u"restrictedAccess"_s,
            u"trackName"_s};
}

} // namespace

AgentOperations::AgentOperations(Registry &registry)
    : m_registry(registry)
    , m_schema(u":/sandbox/agent.schema.json"_s)
{}

Answer AgentOperations::list(const Request &request) const
{
    QList<Fault> faults;
    const PageRequest page = PageRequest::from(request, faults);
    if (!faults.isEmpty())
        return invalid(request.path, u"The page asked for is not allowed."_s, faults);
    return pageAnswer(page, m_registry.agents(page));
}

Answer AgentOperations::get(const Request &request, const Route &route) const
{
    const std::optional<Agent> agent = m_registry.agent(route.firstId);
    return agent ? json(200, agentDetails(*agent, wallClock())) : noAgent(request);
}

Answer AgentOperations::create(const Request &request)
{
    return m_schema.answer(request, u"AgentCreate"_s, &refused, [&](const QJsonObject &body) {
        const QList<Fault> faults = combinationFaults(body);
        if (!faults.isEmpty())
            return refused(request, faults);
        // Nobody deploys a new runner here, so it stays pending.
        Agent agent;
        agent.id = QUuid::createUuid();
        agent.status = u"pending"_s;
        agent.clientSecret = newSecret();
        agent.details.insert(u"description"_s, QString());
        copyFields(agent.details, body,
                   QStringList{u"agentType"_s, u"cloudProvider"_s, u"deployment"_s} +
                       changeableFields());
        m_registry.add(agent);
        return json(201, agentSummary(agent));
    });
}

Answer AgentOperations::update(const Request &request, const Route &route)
{
    return change(request, route, u"AgentUpdate"_s, [&](Agent &agent, const QJsonObject &body) {
        copyFields(agent.details, body, changeableFields());
        const QList<Fault> faults = combinationFaults(agent.details);
        return faults.isEmpty() ? accepted() : refused(request, faults);
    });
}

Answer AgentOperations::remove(const Request &request, const Route &route)
{
    const std::optional<Agent> agent = m_registry.agent(route.firstId);
    if (!agent)
        return noAgent(request);
    const QStringList removable{u"stopped"_s, u"pending"_s, u"unknown"_s};
    if (!removable.contains(agent->status))
        return problem(409, request.path,
                       u"An agent can be deleted only while it is stopped, pending or unknown."_s);
    return m_registry.removeAgent(route.firstId) ? accepted() : noAgent(request);
}

Answer AgentOperations::credentials(const Request &request, const Route &route) const
{
    const std::optional<Agent> agent = m_registry.agent(route.firstId);
    return agent ? json(200, agentCredentials(*agent)) : noAgent(request);
}

Answer AgentOperations::actOnCredentials(const Request &request, const Route &route)
{
    const auto renew = [](Agent &agent, const QJsonObject &) {
        agent.clientSecret = newSecret();
        return json(200, agentCredentials(agent));
    };
    return change(request, route, u"AgentCredentialsRequest"_s, renew);
}

Answer AgentOperations::command(const Request &request, const Route &route)
{
    const auto apply = [&](Agent &agent, const QJsonObject &body) {
        const QString command = body.value("command"_L1).toString();
        return obey(agent, command, wallClock(), m_registry.speed())
                   ? accepted()
                   : problem(409, request.path,
                             u"The agent cannot obey %1 in its state."_s.arg(command));
    };
    return change(request, route, u"AgentCommandRequest"_s, apply);
}

Answer AgentOperations::change(const Request &request, const Route &route,
                               const QString &definition, const Change &change)
{
    if (!m_registry.agent(route.firstId))
        return noAgent(request);
    return m_schema.answer(request, definition, &refused, [&](const QJsonObject &body) {
        Answer answer;
        const auto apply = [&](Agent &agent) {
            answer = change(agent, body);
            return answer.status < 400;
        };
        return m_registry.change(route.firstId, apply) ? answer : noAgent(request);
    });
}

} // namespace Sluice::Sandbox
