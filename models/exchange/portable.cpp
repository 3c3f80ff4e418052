// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/portable.h"

using namespace Qt::StringLiterals;

namespace Sluice {

QJsonObject portableDefinition(QJsonObject definition)
{
    definition.remove("streamingPipelineId"_L1);
    definition.remove("projectId"_L1);
    return definition;
}

} // namespace Sluice
