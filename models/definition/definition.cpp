// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definition.h"

#include "models/json/jsonnumber.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice::Definition {

namespace {

QJsonObject source(const QJsonObject &definition)
{
    return definition.value("streamingSource"_L1).toObject();
}

QJsonObject target(const QJsonObject &definition)
{
    return definition.value("streamingTarget"_L1).toObject();
}

QJsonObject sourceConnection(const QJsonObject &definition)
{
    return source(definition).value("connection"_L1).toObject();
}

} // namespace

QString name(const QJsonObject &definition)
{
    const QJsonValue name = definition.value("name"_L1);
    return JsonNumber::is(name) ? JsonNumber::text(name) : name.toString();
}

QString agentId(const QJsonObject &definition)
{
    return definition.value("agentId"_L1).toString();
}

QString sourceType(const QJsonObject &definition)
{
    return source(definition).value("type"_L1).toString();
}

QString sourceHost(const QJsonObject &definition)
{
    return sourceConnection(definition).value("host"_L1).toString();
}

QString sourceDatabase(const QJsonObject &definition)
{
    return sourceConnection(definition).value("database"_L1).toString();
}

int tableCount(const QJsonObject &definition)
{
    return int(source(definition).value("tables"_L1).toArray().size());
}

QString targetType(const QJsonObject &definition)
{
    return target(definition).value("type"_L1).toString();
}

QString targetPlace(const QJsonObject &definition)
{
    const QJsonObject place = target(definition);
    for (const auto key : {"database"_L1, "bucket"_L1, "container"_L1}) {
        QString text = place.value(key).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace Sluice::Definition
