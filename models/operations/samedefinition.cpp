// SPDX-License-Identifier: Apache-2.0
#include "models/operations/samedefinition.h"

#include "models/document/diff.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

void adoptServersKeys(QJsonObject &sent, const QJsonObject &onServer)
{
    for (const QLatin1String key : {"streamingPipelineId"_L1, "projectId"_L1}) {
        if (onServer.contains(key))
            sent.insert(key, onServer.value(key));
        else
            sent.remove(key);
    }
}

} // namespace

bool isExactly(QJsonObject sent, const QJsonObject &onServer)
{
    adoptServersKeys(sent, onServer);
    return sent == onServer;
}

bool isSameDefinition(QJsonObject sent, const QJsonObject &onServer)
{
    adoptServersKeys(sent, onServer);
    return semanticDiff(sent, onServer).isEmpty();
}

} // namespace Sluice
