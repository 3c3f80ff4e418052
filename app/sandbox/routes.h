// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUuid>

#include <string>
#include <string_view>

namespace Sluice::Sandbox {

// What the API can do, named by the operationId of its description.
enum class Operation {
    RequestToken,
    ListProjects,
    ListEnvironments,
    ListAgents,
    CreateAgent,
    GetAgent,
    UpdateAgent,
    DeleteAgent,
    GetAgentCredentials,
    ActOnAgentCredentials,
    SendAgentCommand,
    ListStreamingPipelines,
    CreateStreamingPipeline,
    GetStreamingPipeline,
    UpdateStreamingPipeline,
    DeleteStreamingPipeline,
    SendStreamingPipelineCommand,
    GetStreamingPipelineStatus,
};

// Where a request leads. The ids are those of the path in their order, null when absent or no UUID.
struct Route {
    enum class Match { Found, WrongMethod, NoSuchPath };

    Match match = Match::NoSuchPath;
    Operation operation = Operation::ListProjects;
    std::string allow; // the methods of the path, when the method is wrong
    QUuid firstId;
    QUuid secondId;
};

Route routeOf(std::string_view method, std::string_view path);

} // namespace Sluice::Sandbox
