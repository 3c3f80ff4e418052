// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace Sluice::Test {

// What a YAML reader (yaml-cpp) makes of the text, as JSON with its numbers digit for digit. What
// stands without quotes is a number, true, false or null when it can be, else a text. Undefined
// when it cannot be read.
QJsonValue readYaml(const QByteArray &text);

} // namespace Sluice::Test
