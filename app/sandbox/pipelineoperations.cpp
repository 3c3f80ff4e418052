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

Answer badCommand(const Request &request, const QList<Fault> &faults)
{
    return invalid(request.path, u"The command is not allowed."_s, faults);
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

PipelineOperations::PipelineOperations(Registry &registry, bool lowerCaseStatus)
    : m_registry(registry)
    , m_lowerCaseStatus(lowerCaseStatus)
    , m_schema(u":/sandbox/pipeline.schema.json"_s)
{}

Answer PipelineOperations::listProjects(const Request &request) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? pageAnswer(wanted, m_registry.projects(wanted))
                            : badPage(request, faults);
}

Answer PipelineOperations::listEnvironments(const Request &request, const Route &route) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? page(request, m_registry.environments(route.firstId, wanted), wanted)
                            : badPage(request, faults);
}

Answer PipelineOperations::list(const Request &request, const Route &route) const
{
    QList<Fault> faults;
    const PageRequest wanted = PageRequest::from(request, faults);
    return faults.isEmpty() ? page(request, m_registry.pipelines(route.firstId, wanted), wanted)
                            : badPage(request, faults);
}

Answer PipelineOperations::get(const Request &request, const Route &route) const
{
    const std::optional<Pipeline> pipeline = m_registry.pipeline(route.firstId, route.secondId);
    if (!pipeline)
        return noPipeline(request);
    Answer answer;
    answer.body = pipeline->json.toStdString();
    return answer;
}

Answer PipelineOperations::status(const Request &request, const Route &route) const
{
    const std::optional<State> state = m_registry.state(route.firstId, route.secondId);
    if (!state)
        return noPipeline(request);
    Answer answer;
    answer.body = statusBody(*state, m_lowerCaseStatus);
    return answer;
}

Answer PipelineOperations::create(const Request &request, const Route &route)
{
    if (!m_registry.hasProject(route.firstId))
        return noProject(request);
    const auto add = [&](const QJsonObject &body) {
        Pipeline pipeline;
        pipeline.id = QUuid::createUuid();
        pipeline.projectId = route.firstId;
        pipeline.pace = paceOf(pipeline.id, tablesIn(body));
        setDefinition(pipeline, body);
        m_registry.add(pipeline);
        Answer answer;
        answer.status = 201;
        answer.body = pipeline.json.toStdString();
        return answer;
    };
    return m_schema.answer(request, u"StreamingPipelineRequest"_s, &badDefinition, add);
}

Answer PipelineOperations::update(const Request &request, const Route &route)
{
    const auto replace = [](Pipeline &pipeline, const QJsonObject &body) {
        setDefinition(pipeline, body);
        Answer answer;
        answer.body = pipeline.json.toStdString();
        return answer;
    };
    return change(request, route, u"StreamingPipelineRequest"_s, &badDefinition, replace);
}

Answer PipelineOperations::remove(const Request &request, const Route &route)
{
    if (!m_registry.remove(route.firstId, route.secondId))
        return noPipeline(request);
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer PipelineOperations::command(const Request &request, const Route &route)
{
    const auto obey = [&](Pipeline &pipeline, const QJsonObject &body) {
        const bool isStart = body.value("command"_L1) == "START"_L1;
        return this->obey(request, pipeline, isStart ? Command::Start : Command::Stop);
    };
    return change(request, route, u"StreamingPipelineCommandRequest"_s, &badCommand, obey);
}

Answer PipelineOperations::obey(const Request &request, Pipeline &pipeline, Command command) const
{
    if (!m_registry.isListening(pipeline.agentId))
        return problem(
            409, request.path,
            u"The agent of this streaming pipeline is not connected or not running, so it cannot receive commands."_s);
    const qint64 now = wallClock();
    const State state = stateAt(pipeline.life, pipeline.pace, now, m_registry.speed());
    if (!isAllowed(command, state))
        return problem(409, request.path,
                       u"The streaming pipeline cannot be %1 while its status is %2."_s.arg(
                           command == Command::Start ? u"started"_s : u"stopped"_s,
                           QString::fromLatin1(nameOf(state))));
    pipeline.life = obeyed(pipeline.life, pipeline.pace, command, now, m_registry.speed());
    return {};
}

Answer PipelineOperations::change(const Request &request, const Route &route,
                                  const QString &definition, const Schema::Refuse &refuse,
                                  const Change &change)
{
    if (!m_registry.pipeline(route.firstId, route.secondId))
        return noPipeline(request);
    return m_schema.answer(request, definition, refuse, [&](const QJsonObject &body) {
        Answer answer;
        const auto apply = [&](Pipeline &pipeline) {
            answer = change(pipeline, body);
            return answer.status < 400;
        };
        return m_registry.change(route.firstId, route.secondId, apply) ? answer
                                                                       : noPipeline(request);
    });
}

} // namespace Sluice::Sandbox
