// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/api.h"

#include "app/sandbox/serveroptions.h"

#include <QDebug>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

// True when the body has the wanted media type. Parameters such as charset do not matter.
bool hasMediaType(const Request &request, std::string_view wanted)
{
    const std::string_view type = request.contentType.substr(0, request.contentType.find(';'));
    const std::size_t end = type.find_last_not_of(" \t");
    return equalsIgnoringCase(type.substr(0, end + 1), wanted);
}

bool hasBody(const Request &request)
{
    return request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
}

Answer wrongMediaType(const Request &request, const QString &wanted)
{
    return problem(415, request.path, u"The body must be %1."_s.arg(wanted));
}

Answer missingLength(const Request &request)
{
    return problem(411, request.path, u"The length of the body is missing."_s);
}

Answer unauthorized(const Request &request)
{
    const bool hasToken = !request.authorization.empty();
    Answer answer = problem(401, request.path,
                            hasToken ? u"The access token is not valid or has expired."_s
                                     : u"An access token is required."_s);
    answer.headers.emplace("WWW-Authenticate",
                           hasToken ? R"(Bearer error="invalid_token")" : "Bearer");
    return answer;
}

Answer tooMany(const Request &request, int seconds)
{
    Answer answer =
        problem(429, request.path, u"There were too many requests in the last minute."_s);
    answer.headers.emplace("Retry-After", std::to_string(seconds));
    return answer;
}

Answer unroutable(const Request &request, const Route &route)
{
    if (route.match == Route::Match::NoSuchPath)
        return problem(404, request.path, u"There is nothing at this address."_s);
    Answer answer = problem(405, request.path, u"This method is not supported here."_s);
    answer.headers.emplace("Allow", route.allow);
    return answer;
}

} // namespace

Api::Api(Registry &registry, const Credentials &credentials, const ServerOptions &options)
    : m_tokens(credentials, std::chrono::seconds(options.tokenLifetime))
    , m_limiter(options.rateLimit)
    , m_pipelines(registry, options.lowerCaseStatus)
    , m_agents(registry)
    , m_account(registry, options.mayAudit)
{}

Answer Api::answer(const Request &request)
{
    const Route route = routeOf(request.method, request.path);
    const bool isFound = route.match == Route::Match::Found;
    if (isFound && route.operation == Operation::RequestToken) {
        if (!request.hasLength)
            return missingLength(request);
        return hasMediaType(request, "application/x-www-form-urlencoded")
                   ? m_tokens.issue(request)
                   : wrongMediaType(request, u"application/x-www-form-urlencoded"_s);
    }
    if (!request.path.starts_with("/dpc/"))
        return unroutable(request, route);
    if (!m_tokens.accepts(request.authorization))
        return unauthorized(request);
    if (const int seconds = m_limiter.take(); seconds > 0)
        return tooMany(request, seconds);
    if (!isFound)
        return unroutable(request, route);
    if (hasBody(request) && !request.hasLength)
        return missingLength(request);
    if (hasBody(request) && !hasMediaType(request, "application/json"))
        return wrongMediaType(request, u"application/json"_s);
    return admitted(request, route);
}

Answer Api::admitted(const Request &request, const Route &route)
{
    try {
        return carriedOut(request, route);
    } catch (const std::exception &error) {
        qWarning("%s", error.what());
        return problem(500, request.path, u"The change could not be stored."_s);
    }
}

// No default: the compiler asks for a case of each operation.
Answer Api::carriedOut(const Request &request, const Route &route)
{
    switch (route.operation) {
    case Operation::RequestToken: break; // answer() has done it, since it needs no token
    case Operation::ListProjects: return m_pipelines.listProjects(request);
    case Operation::ListEnvironments: return m_pipelines.listEnvironments(request, route);
    case Operation::ListAgents: return m_agents.list(request);
    case Operation::CreateAgent: return m_agents.create(request);
    case Operation::GetAgent: return m_agents.get(request, route);
    case Operation::UpdateAgent: return m_agents.update(request, route);
    case Operation::DeleteAgent: return m_agents.remove(request, route);
    case Operation::GetAgentCredentials: return m_agents.credentials(request, route);
    case Operation::ActOnAgentCredentials: return m_agents.actOnCredentials(request, route);
    case Operation::SendAgentCommand: return m_agents.command(request, route);
    case Operation::ListStreamingPipelines: return m_pipelines.list(request, route);
    case Operation::CreateStreamingPipeline: return m_pipelines.create(request, route);
    case Operation::GetStreamingPipeline: return m_pipelines.get(request, route);
    case Operation::UpdateStreamingPipeline: return m_pipelines.update(request, route);
    case Operation::DeleteStreamingPipeline: return m_pipelines.remove(request, route);
    case Operation::SendStreamingPipelineCommand: return m_pipelines.command(request, route);
    case Operation::GetStreamingPipelineStatus: return m_pipelines.status(request, route);
    case Operation::ListEvents: return m_account.events(request);
    case Operation::GetConsumption: return m_account.consumption(request);
    }
    return unroutable(request, {});
}

} // namespace Sluice::Sandbox
