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
    QStringList
        withDatabase; // "database.schema.table": which database is asked is the connection's
};

// Reads one table a line: "schema.table", with identifiers in "", [] or `` when they hold a dot; or
// columns separated by tab, comma, semicolon, | or several blanks, with a header line when there
// are more than two ("database,schema,table"). Several "schema.table" in one line may stand between
// commas. Skipped are blank lines, comments (--, #, //), a comma or semicolon at the end of a line,
// and what database clients put around the rows of an answer: a title, rules, the number of rows.
// SQL is read as sqltables.h says.
Names read(const QString &text);

} // namespace Sluice::TableText
