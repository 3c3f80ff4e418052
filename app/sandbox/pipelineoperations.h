// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/registry.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/schema.h"

namespace Sluice::Sandbox {

// The operations on projects, their environments and their streaming pipelines.
class PipelineOperations
{
public:
    PipelineOperations(Registry &registry, bool lowerCaseStatus);

    Answer listProjects(const Request &request) const;
    Answer listEnvironments(const Request &request, const Route &route) const;
    Answer list(const Request &request, const Route &route) const;
    Answer get(const Request &request, const Route &route) const;
    Answer status(const Request &request, const Route &route) const;
    Answer create(const Request &request, const Route &route);
    Answer update(const Request &request, const Route &route);
    Answer remove(const Request &request, const Route &route);
    Answer command(const Request &request, const Route &route);

private:
    // Changes the pipeline of the route as the checked body says. A refusal (400 and above) leaves
    // it unchanged.
    using Change = std::function<Answer(Pipeline &pipeline, const QJsonObject &body)>;
    Answer change(const Request &request, const Route &route, const QString &definition,
                  const Schema::Refuse &refuse, const Change &change);
    Answer obey(const Request &request, Pipeline &pipeline, Command command) const;

    Registry &m_registry;
    const bool m_lowerCaseStatus;
    const Schema m_schema;
};

} // namespace Sluice::Sandbox
