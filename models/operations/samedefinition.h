// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Sluice {

// Both functions ignore the ids of pipeline and project, which the server adds.

// True when the server's definition is exactly what was sent.
bool isExactly(QJsonObject sent, const QJsonObject &onServer);
// True when both mean the same. Ignores the order of tables, the case of choices and the spelling
// of numbers.
bool isSameDefinition(QJsonObject sent, const QJsonObject &onServer);

} // namespace Sluice
