// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/pipelinejson.h"

#include "app/sandbox/exactnumbers.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

qsizetype tablesIn(const QJsonObject &definition)
{
    return definition.value("streamingSource"_L1)["tables"_L1].toArray().size();
}

QString nameOf(const Pipeline &pipeline)
{
    return QJsonDocument::fromJson(pipeline.json).object().value("name"_L1).toString();
}

void setDefinition(Pipeline &pipeline, QJsonObject definition)
{
    definition.insert("streamingPipelineId"_L1, pipeline.id.toString(QUuid::WithoutBraces));
    definition.insert("projectId"_L1, pipeline.projectId.toString(QUuid::WithoutBraces));
    pipeline.agentId = QUuid::fromString(definition.value("agentId"_L1).toString());
    pipeline.pace.snapshot = paceOf(pipeline.id, tablesIn(definition)).snapshot;
    pipeline.json = unboxed(QJsonDocument(definition).toJson(QJsonDocument::Compact));
}

} // namespace Sluice::Sandbox
