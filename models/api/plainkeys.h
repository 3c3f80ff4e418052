// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Sluice {

// The object with its keys in lower case and without the characters that join words: servers and
// gateways write "field_violations", "FieldViolations" and "field-violations". A key that is
// spelled like this already wins over others. An object with very many keys is a map of fields, and
// comes back unchanged.
QJsonObject plainKeys(const QJsonObject &object);

} // namespace Sluice
