// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/pipelineoperations.h"

#include "app/sandbox/pipelinejson.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

Answer noProject(const Request &request)
{
    return problem(404, request.path, u"There is no such project."_s);
}

Answer noPipeline(const Request &request)
{
    return problem(404, request.path, u"There is no such streaming pipeline in this project."_s);
}

Answer badPage(const Request &request, const QList<Fault> &faults)
{
    return invalid(request.path, u"The page asked for is not allowed."_s, faults);
}

Answer badDefinition(const Request &request, const QList<Fault> &faults)
{
    return invalid(request.path,
                   u"There are validation errors with the streaming pipeline definition"_s, faults);
}

std::string statusBody(State state, bool lowerCase)
{
    std::string name = nameOf(state);
    if (lowerCase)
        for (char &c : name)
            c = c == '_' ? c : char(c - 'A' + 'a');
    return R"({"status":")" + name + R"("})";
}

Answer page(const Request &request, const std::optional<Slice> &slice, const PageRequest &page)
{
    return slice ? pageAnswer(page, *slice) : noProject(request);
}

} // namespace

PipelineOperations::PipelineOperations(Fleet &fleet, bool lowerCaseStatus)
    : m_fleet(fleet)
    , m_lowerCaseStatus(lowerCaseStatus)
    , m_schema(u":/sandbox/pipeline.schema.json"_s)
{}

Answer PipelineOperations::listProjects(const Request &request) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? pageAnswer(wanted, m_fleet.projects(wanted))
                            : badPage(request, faults);
}

Answer PipelineOperations::listEnvironments(const Request &request, const Route &route) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? page(request, m_fleet.environments(route.firstId, wanted), wanted)
                            : badPage(request, faults);
}

Answer PipelineOperations::list(const Request &request, const Route &route) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? page(request, m_fleet.pipelines(route.firstId, wanted), wanted)
                            : badPage(request, faults);
}

Answer PipelineOperations::get(const Request &request, const Route &route) const
{
    const std::optional<Pipeline> pipeline = m_fleet.pipeline(route.firstId, route.secondId);
    if (!pipeline)
        return noPipeline(request);
    Answer answer;
    answer.body = pipeline->json.toStdString();
    return answer;
}

Answer PipelineOperations::status(const Request &request, const Route &route) const
{
    const std::optional<State> state = m_fleet.state(route.firstId, route.secondId);
    if (!state)
        return noPipeline(request);
    Answer answer;
    answer.body = statusBody(*state, m_lowerCaseStatus);
    return answer;
}

Answer PipelineOperations::create(const Request &request, const Route &route)
{
    if (!m_fleet.hasProject(route.firstId))
        return noProject(request);
    const std::optional<QJsonObject> body = objectIn(request.body);
    if (!body)
        return unreadable(request.path);
    const Checked checked = m_schema.check(*body, u"StreamingPipelineRequest"_s);
    if (!checked.faults.isEmpty())
        return badDefinition(request, checked.faults);
    Pipeline pipeline;
    pipeline.id = QUuid::createUuid();
    pipeline.projectId = route.firstId;
    pipeline.pace = paceOf(pipeline.id, tablesIn(checked.value));
    setDefinition(pipeline, checked.value);
    m_fleet.add(pipeline);
    Answer answer;
    answer.status = 201;
    answer.body = pipeline.json.toStdString();
    return answer;
}

Answer PipelineOperations::update(const Request &request, const Route &route)
{
    if (!m_fleet.pipeline(route.firstId, route.secondId))
        return noPipeline(request);
    const std::optional<QJsonObject> body = objectIn(request.body);
    if (!body)
        return unreadable(request.path);
    const Checked checked = m_schema.check(*body, u"StreamingPipelineRequest"_s);
    if (!checked.faults.isEmpty())
        return badDefinition(request, checked.faults);
    Answer answer;
    const auto replace = [&](Pipeline &pipeline) {
        setDefinition(pipeline, checked.value);
        answer.body = pipeline.json.toStdString();
        return true;
    };
    return m_fleet.change(route.firstId, route.secondId, replace) ? answer : noPipeline(request);
}

Answer PipelineOperations::remove(const Request &request, const Route &route)
{
    if (!m_fleet.remove(route.firstId, route.secondId))
        return noPipeline(request);
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer PipelineOperations::command(const Request &request, const Route &route)
{
    if (!m_fleet.pipeline(route.firstId, route.secondId))
        return noPipeline(request);
    const std::optional<QJsonObject> body = objectIn(request.body);
    if (!body)
        return unreadable(request.path);
    const Checked checked = m_schema.check(*body, u"StreamingPipelineCommandRequest"_s);
    if (!checked.faults.isEmpty())
        return invalid(request.path, u"The command is not allowed."_s, checked.faults);
    const bool isStart = checked.value.value("command"_L1) == "START"_L1;
    const Command command = isStart ? Command::Start : Command::Stop;
    Answer answer;
    const auto obey = [&](Pipeline &pipeline) {
        const qint64 now = wallClock();
        if (!m_fleet.isListening(pipeline.agentId)) {
            answer = problem(
                409, request.path,
                u"The agent of this streaming pipeline is not connected or not running, so it cannot receive commands."_s);
            return false;
        }
        const State state = stateAt(pipeline.life, pipeline.pace, now, m_fleet.speed());
        if (!isAllowed(command, state)) {
            answer = problem(
                409, request.path,
                u"The streaming pipeline cannot be %1 while its status is %2."_s.arg(
                    isStart ? u"started"_s : u"stopped"_s, QString::fromLatin1(nameOf(state))));
            return false;
        }
        pipeline.life = obeyed(pipeline.life, pipeline.pace, command, now, m_fleet.speed());
        return true;
    };
    return m_fleet.change(route.firstId, route.secondId, obey) ? answer : noPipeline(request);
}

} // namespace Sluice::Sandbox
