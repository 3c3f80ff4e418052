// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace Sluice {

// What the first table of a definition would be called in Snowflake; empty when the target
// is another one or something needed is missing. SOURCE_DATABASE_AND_SCHEMA is in the product's
// documentation; that PREFIX takes stagePrefix is an inference: no other prefix field exists.
QString previewTableName(const QJsonObject &definition);

} // namespace Sluice
