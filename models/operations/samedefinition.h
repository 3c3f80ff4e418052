// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Sluice {

// What the server adds by itself, the ids of pipeline and project, need not be in what was sent:
// both take no notice of them.

// True when the server's definition is what was sent, to the last key and place.
bool isExactly(QJsonObject sent, const QJsonObject &onServer);
// True when it says the same: the order of tables, the case of choices and the spelling of numbers
// tell nothing.
bool isSameDefinition(QJsonObject sent, const QJsonObject &onServer);

} // namespace Sluice
