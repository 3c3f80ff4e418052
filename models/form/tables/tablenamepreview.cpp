// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablenamepreview.h"

#include "models/definition/definitionpath.h"

using namespace Qt::StringLiterals;

namespace Sluice {

QString previewTableName(const QJsonObject &definition)
{
    const auto text = [&](const QString &path) {
        return DefinitionPath::fromText(path).valueIn(definition).toString();
    };
    if (text(u"streamingTarget.type"_s).compare("snowflake"_L1, Qt::CaseInsensitive) != 0)
        return {};
    const QString kind = text(u"streamingTarget.tablePrefixType"_s).toUpper();
    const QString table = text(u"streamingSource.tables[0].table"_s);
    if (table.isEmpty() || kind.isEmpty())
        return {};

    QStringList parts;
    if (kind == "SOURCE_DATABASE_AND_SCHEMA"_L1)
        parts = {text(u"streamingSource.connection.database"_s),
                 text(u"streamingSource.tables[0].schema"_s)};
    else if (kind == "PREFIX"_L1)
        parts = {text(u"streamingTarget.stagePrefix"_s)};
    else if (kind != "NONE"_L1)
        return {};
    parts.append(table);
    parts.removeAll(QString());
    QStringList place{text(u"streamingTarget.database"_s), text(u"streamingTarget.tableSchema"_s),
                      parts.join(u'_')};
    place.removeAll(QString());
    return place.join(u'.');
}

} // namespace Sluice
