// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUuid>

#include <string>
#include <string_view>

namespace Sluice::Sandbox {

// The operations of the API, named like the operationId in its description.
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
    ListEvents,
    GetConsumption,
};

// Where a request leads. firstId and secondId are the ids of the path in their order. An id is null
// when it is missing or not a UUID.
struct Route {
    enum class Match { Found, WrongMethod, NoSuchPath };

    Match match = Match::NoSuchPath;
    Operation operation = Operation::ListProjects;
    std::string allow; // the methods that the path has, when the method is wrong
    QUuid firstId;
    QUuid secondId;
};

Route routeOf(std::string_view method, std::string_view path);

} // namespace Sluice::Sandbox
