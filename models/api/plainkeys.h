// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Sluice {

// An object of an answer by its keys in small letters, without what joins their words: servers and
// gateways write "field_violations", "FieldViolations" and "field-violations". What is spelled so
// already wins over others. An object of very many keys, a map of fields, comes back as it is.
QJsonObject plainKeys(const QJsonObject &object);

} // namespace Sluice
