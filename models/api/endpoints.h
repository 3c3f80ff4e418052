// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"
#include "models/definition/pipelinestate.h"

class QDateTime;
class QJsonObject;

// The API's operations, one function each. Its source stands in brackets: guide or reference (the
// vendor's documentation), provider (the vendor's for Terraform), or assumed (no source states it;
// x-unverified in tests/data/maia-openapi.yaml).
namespace Sluice::Endpoints {

// The page size that is asked for. The API allows 1 to 100, with a default of 25 (third-party
// clients agree).
inline constexpr int pageSize = 100;

// Sets page (from 0) and size on a list request.
Request paged(Request list, int page, int size = pageSize);

Request listProjects(); // [guide] results: id, name, description
Request
listEnvironments(const QString &projectId); // [guide] name, defaultAgentId, defaultAgentName
Request listAgents();                       // [reference] summaries
Request listEvents(const QDateTime &from);  // [reference] audit events; needs View Audit Events
Request listPipelines(const QString &projectId); // [reference] full definitions, no status
Request getPipeline(const QString &projectId, const QString &pipelineId); // [guide]
Request createPipeline(const QString &projectId, const QByteArray &json); // [guide] 201
Request updatePipeline(const QString &projectId, const QString &pipelineId,
                       const QByteArray &json); // [reference] PUT, replaces everything
Request deletePipeline(const QString &projectId, const QString &pipelineId); // [provider] 204
Request sendCommand(const QString &projectId, const QString &pipelineId,
                    PipelineCommand command); // [guide] {"command":"start"}, 200 = received
Request getStatus(const QString &projectId, const QString &pipelineId); // [guide] {"status": ...}

} // namespace Sluice::Endpoints
