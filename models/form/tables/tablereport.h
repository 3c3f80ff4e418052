// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

// The tables that were found in a text, and what was left out. Everything left out is reported.
namespace Sluice::TableText {

struct Name {
    QString schema;
    QString table;
    int line = 0; // of the text, from 1; 0: there is no text

    // Compares only the names, exactly as written.
    bool operator==(const Name &other) const
    {
        return schema == other.schema && table == other.table;
    }
};

// Why a piece of a text became no table.
enum class Reason {
    NotUnderstood,
    NoSchema,     // a table alone
    WithDatabase, // "database.schema.table": the connection says which database is read
    Pattern,      // stands for several tables: "sales.*", ALL TABLES IN SCHEMA
    HasBlank,     // a blank in a name without quotes: a name, or words?
    Ambiguous,    // two tables, or one whose names hold dots
    Columns,      // not the columns that the header has
    Function,     // called with arguments
    DatabaseLink, // "orders@remote", of Oracle
    Catalogue,    // of the database about itself
    Removed,      // dropped, or its change data capture switched off
    Renamed,      // has another name by now
    NoTable,      // a view, a sequence, an index
    FileName,     // "orders.csv", or a version, "v1.2"
    OpenQuote,    // a quote without its end on the line
    OpenString,   // to the end of the text; nothing behind it was read
    OpenComment,  // the same
    OpenBracket,
    QuotedCode, // code in a string of its own, which may name tables
    Repeated,   // in the list already
    // The ones from here on are left out on purpose.
    Comment,
    Heading,   // stands above the names of columns, or is another setting beside a list
    Statement, // SQL of another purpose
};

// True for what was left out on purpose: there is nothing to do.
constexpr bool isByDesign(Reason reason)
{
    return reason >= Reason::Comment;
}

struct LeftOut {
    int line = 0; // as in Name
    QString text; // a piece of the text, shortened when it is long
    Reason reason = Reason::NotUnderstood;

    bool operator==(const LeftOut &) const = default;
};

struct Found {
    QList<Name> names;      // as they stand; repeated ones too, but for SQL's
    QList<LeftOut> leftOut; // by line
};

// A piece of a text for LeftOut: one short line.
inline QString excerpt(QStringView text)
{
    constexpr qsizetype shown = 120;
    const QString line = text.first(qMin(text.size(), 4 * shown)).toString().simplified();
    return line.size() > shown ? line.first(shown) + QChar(0x2026) : line;
}

} // namespace Sluice::TableText
