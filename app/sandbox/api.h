// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/accesstokens.h"
#include "app/sandbox/accountoperations.h"
#include "app/sandbox/agentoperations.h"
#include "app/sandbox/pipelineoperations.h"
#include "app/sandbox/ratelimiter.h"

namespace Sluice::Sandbox {

struct ServerOptions;

// The API as a function from request to answer. Knows no socket. Safe to use from any thread.
class Api
{
public:
    Api(Registry &registry, const Credentials &credentials, const ServerOptions &options);

    // Never throws. Checks in this order: path outside the API 404, token 401, rate 429, path 404,
    // method 405, media type 415. Then carries out the operation.
    Answer answer(const Request &request);

private:
    Answer admitted(const Request &request, const Route &route);
    Answer carriedOut(const Request &request, const Route &route);

    AccessTokens m_tokens;
    RateLimiter m_limiter;
    PipelineOperations m_pipelines;
    AgentOperations m_agents;
    AccountOperations m_account;
};

} // namespace Sluice::Sandbox
