// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/routes.h"

#include <QLatin1String>

#include <array>

namespace Sluice::Sandbox {

namespace {

struct Row {
    std::string_view method;
    std::string_view path; // * stands for one id
    Operation operation;
};

// The most frequent ones stand first: a poller asks for little else.
constexpr std::array rows{
    Row{"GET", "/dpc/v1/projects/*/streaming-pipelines/*/status",
        Operation::GetStreamingPipelineStatus},
    Row{"GET", "/dpc/v1/projects/*/streaming-pipelines/*", Operation::GetStreamingPipeline},
    Row{"PUT", "/dpc/v1/projects/*/streaming-pipelines/*", Operation::UpdateStreamingPipeline},
    Row{"DELETE", "/dpc/v1/projects/*/streaming-pipelines/*", Operation::DeleteStreamingPipeline},
    Row{"POST", "/dpc/v1/projects/*/streaming-pipelines/*/commands",
        Operation::SendStreamingPipelineCommand},
    Row{"GET", "/dpc/v1/projects/*/streaming-pipelines", Operation::ListStreamingPipelines},
    Row{"POST", "/dpc/v1/projects/*/streaming-pipelines", Operation::CreateStreamingPipeline},
    Row{"GET", "/dpc/v1/projects", Operation::ListProjects},
    Row{"GET", "/dpc/v1/projects/*/environments", Operation::ListEnvironments},
    Row{"GET", "/dpc/v1/agents", Operation::ListAgents},
    Row{"POST", "/dpc/v1/agents", Operation::CreateAgent},
    Row{"GET", "/dpc/v1/agents/*", Operation::GetAgent},
    Row{"PATCH", "/dpc/v1/agents/*", Operation::UpdateAgent},
    Row{"DELETE", "/dpc/v1/agents/*", Operation::DeleteAgent},
    Row{"GET", "/dpc/v1/agents/*/credentials", Operation::GetAgentCredentials},
    Row{"POST", "/dpc/v1/agents/*/credentials", Operation::ActOnAgentCredentials},
    Row{"POST", "/dpc/v1/agents/*/commands", Operation::SendAgentCommand},
    Row{"GET", "/dpc/v1/events", Operation::ListEvents},
    Row{"GET", "/dpc/v1/consumption", Operation::GetConsumption},
    Row{"POST", "/oauth/dpc/token", Operation::RequestToken},
};

std::string_view takeSegment(std::string_view &path)
{
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

// True when the path fits the pattern. Puts the segments in place of ids into `ids`.
bool fits(std::string_view path, std::string_view pattern, std::array<std::string_view, 2> &ids)
{
    std::size_t id = 0;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view expected = takeSegment(pattern);
        const std::string_view segment = takeSegment(path);
        if (expected == "/*")
            ids[id++] = segment.substr(1);
        else if (expected != segment)
            return false;
    }
    return pattern.empty() && path.empty();
}

QUuid uuidFrom(std::string_view text)
{
    return text.size() == 36 ? QUuid::fromString(QLatin1String(text.data(), qsizetype(text.size())))
                             : QUuid();
}

} // namespace

Route routeOf(std::string_view method, std::string_view path)
{
    Route route;
    for (const Row &row : rows) {
        std::array<std::string_view, 2> ids;
        if (!fits(path, row.path, ids))
            continue;
        if (row.method == method)
            return {Route::Match::Found, row.operation, {}, uuidFrom(ids[0]), uuidFrom(ids[1])};
        route.match = Route::Match::WrongMethod;
        route.allow += route.allow.empty() ? "" : ", ";
        route.allow += row.method == "GET" ? "GET, HEAD" : row.method;
    }
    return route;
}

} // namespace Sluice::Sandbox
