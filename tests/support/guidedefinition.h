// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

// Definitions made from the guide's example.
namespace Sluice {

inline const QJsonValue absent(QJsonValue::Undefined);

inline QJsonObject guideDefinition()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The guide's example is missing.");
    return QJsonDocument::fromJson(file.readAll()).object();
}

// The definition with this value at a path like "streamingSource/connection/host". Undefined
// removes the key.
inline QJsonObject with(QJsonObject definition, const char *path, const QJsonValue &value)
{
    DefinitionPath(QString::fromLatin1(path).split(u'/')).setIn(definition, value);
    return definition;
}

// The definition with the tables s.NAME.
inline QJsonObject withTables(QJsonObject definition, const QStringList &names)
{
    QJsonArray tables;
    for (const QString &name : names)
        tables.append(QJsonObject{{QStringLiteral("schema"), QStringLiteral("s")},
                                  {QStringLiteral("table"), name}});
    return with(std::move(definition), "streamingSource/tables", tables);
}

inline QStringList namesOfTables(const QJsonObject &definition)
{
    QStringList names;
    const QJsonArray tables =
        DefinitionPath{QStringLiteral("streamingSource"), QStringLiteral("tables")}
            .valueIn(definition)
            .toArray();
    for (const QJsonValue &table : tables)
        names.append(table.toObject().value(QStringLiteral("table")).toString());
    return names;
}

} // namespace Sluice
