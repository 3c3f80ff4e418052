// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Sluice {

// A definition as it can be created in any project: without what the server adds to it,
// streamingPipelineId (guide) and projectId (reference). Everything else stays, also keys that
// Sluice does not know.
QJsonObject portableDefinition(QJsonObject definition);

// A name for a copy: "Copy of orders", "Copy of orders 2" when that is taken; a copy of a copy gets
// the next number.
QString nameOfCopy(const QString &name, const QStringList &taken);

} // namespace Sluice
