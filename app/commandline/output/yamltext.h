// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace Sluice {

// Writes a value as YAML: keys sorted, two spaces a level, numbers with the digits that
// were read (see JsonNumber), a newline at the end. "1e5" is written as "1.e+5", so that all
// readers take it for a number. A text has no quotes only when no reader of YAML 1.1 or 1.2 can
// take it for anything else. All others are in double quotes and escaped as in JSON.
QByteArray yamlText(const QJsonValue &value);

} // namespace Sluice
