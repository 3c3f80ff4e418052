// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/registry.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/schema.h"

namespace Sluice::Sandbox {

// The operations on agents (runners).
class AgentOperations
{
public:
    explicit AgentOperations(Registry &registry);

    Answer list(const Request &request) const;
    Answer get(const Request &request, const Route &route) const;
    Answer create(const Request &request);
    Answer update(const Request &request, const Route &route);
    Answer remove(const Request &request, const Route &route);
    Answer credentials(const Request &request, const Route &route) const;
    Answer actOnCredentials(const Request &request, const Route &route);
    Answer command(const Request &request, const Route &route);

private:
    // Changes the agent of the route as the checked body says. A refusal (400 and above) leaves it
    // unchanged.
    using Change = std::function<Answer(Agent &agent, const QJsonObject &body)>;
    Answer change(const Request &request, const Route &route, const QString &definition,
                  const Change &change);

    Registry &m_registry;
    const Schema m_schema;
};

} // namespace Sluice::Sandbox
