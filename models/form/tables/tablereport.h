// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

// What reading tables from a text found, and what it left out. Nothing goes without a word.
namespace Sluice::TableText {

struct Name {
    QString schema;
    QString table;
    int line = 0; // of the text, from 1; 0: there is no text

    // Of the names alone, exactly as written.
    bool operator==(const Name &other) const
    {
        return schema == other.schema && table == other.table;
    }
};

// Why a piece of a text became no table.
enum class Reason {
    NotUnderstood,
    NoSchema,     // a table alone
    WithDatabase, // "database.schema.table": which database is asked is the connection's
    Pattern,      // stands for several tables: "sales.*", ALL TABLES IN SCHEMA
    HasBlank,     // a blank in a name without quotes: a name, or words?
    Ambiguous,    // two tables, or one whose names hold dots
    Columns,      // not the columns that the header has
    Function,     // called with arguments
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
    // Nothing is amiss with these.
    Comment,
    Heading,   // stands above the names of columns, or is another setting beside a list
    Statement, // SQL of another purpose
};

// True for what was left out on purpose: nothing to do about it.
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

// A piece of a text for LeftOut: one line, not long.
inline QString excerpt(QStringView text)
{
    constexpr qsizetype shown = 120;
    const QString line = text.first(qMin(text.size(), 4 * shown)).toString().simplified();
    return line.size() > shown ? line.first(shown) + QChar(0x2026) : line;
}

} // namespace Sluice::TableText
