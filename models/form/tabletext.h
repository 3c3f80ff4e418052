// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// Names of tables in text that people paste: from queries, sheets and scripts.
namespace Sluice::TableText {

struct Name {
    QString schema;
    QString table;

    bool operator==(const Name &) const = default;
};

struct Names {
    QList<Name> names;      // as they stand, repeated ones too
    QStringList unreadable; // lines that are not schema and table
};

// Reads one table a line: "schema.table", with identifiers in "", [] or `` when they hold a dot; or
// columns separated by tab, comma, semicolon or |, with a header line when there are more than two
// ("database,schema,table"). Several "schema.table" in one line may stand between commas. Blank
// lines and comments (--, #, //) are skipped, as is a comma or semicolon at the end of a line.
Names read(const QString &text);

} // namespace Sluice::TableText
