// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

// What lists show of a pipeline, read from its definition. Any JSON will do: what is missing, or is
// not what the API promises, reads as empty or 0.
namespace Sluice::Definition {

// A number reads as its digits.
QString name(const QJsonObject &definition);
QString agentId(const QJsonObject &definition);
// As it is written, "sqlserver"; pipelinetypes.h has the product's name.
QString sourceType(const QJsonObject &definition);
QString sourceHost(const QJsonObject &definition);
// Empty for types that have none (MySQL, Db2 for IBM i).
QString sourceDatabase(const QJsonObject &definition);
int tableCount(const QJsonObject &definition);
QString targetType(const QJsonObject &definition);
// Where the data goes: a Snowflake database, a bucket or a container.
QString targetPlace(const QJsonObject &definition);

} // namespace Sluice::Definition
