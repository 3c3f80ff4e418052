// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/auditfinding.h"
#include "models/definition/pipelinekey.h"

#include <QJsonArray>

#include <optional>

// Reads the API's audit events (reference; the name of their time, and which events of pipelines
// there are, was not seen). Pure.
namespace Sluice::AuditEvents {

// An event that tells of a stop of this pipeline: by its id anywhere in it, or by its name in the
// description where the event has no id of a pipeline. The latest one counts.
std::optional<AuditFinding> stopOf(const QJsonArray &events, const PipelineKey &key,
                                   const QString &name);

// Some of them tell of a start or a stop of a pipeline, whichever: so a stop would be among them.
bool tellOfCommands(const QJsonArray &events);

} // namespace Sluice::AuditEvents
