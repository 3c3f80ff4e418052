// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Sluice {

// A definition as it can be created in any project: without what the server adds to it,
// streamingPipelineId (guide) and projectId (reference). All else stays, keys that Sluice does not
// know included.
QJsonObject portableDefinition(QJsonObject definition);

// A name for a copy: "orders copy", "orders copy 2" when that is taken; the copy of a copy counts
// on.
QString nameOfCopy(const QString &name, const QStringList &taken);

} // namespace Sluice
