// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Sluice {

// A definition as it can be created in any project: without what the server adds to it,
// streamingPipelineId (guide) and projectId (reference). All else stays, keys that Sluice does not
// know included.
QJsonObject portableDefinition(QJsonObject definition);

} // namespace Sluice
