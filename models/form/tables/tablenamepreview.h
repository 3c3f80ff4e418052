// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace Sluice {

// What the first table of a definition would be called in Snowflake; empty for another target, and
// when something needed is missing. SOURCE_DATABASE_AND_SCHEMA is in the product's documentation.
// That PREFIX uses stagePrefix is an inference: there is no other field for a prefix.
QString previewTableName(const QJsonObject &definition);

} // namespace Sluice
