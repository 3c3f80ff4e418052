// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tabletext.h"

#include "models/form/tables/sqltables.h"
#include "models/form/tables/tablelines.h"
#include "models/form/tables/tablemaps.h"
#include "models/form/tables/tableobjects.h"
#include "models/support/invisibletext.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

// The text with one kind of line end and one kind of bar between columns.
QString plainText(const QString &text)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1);
    for (const QChar end : {QChar(u'\r'), QChar(u'\v'), QChar(u'\f'), QChar(QChar::LineSeparator),
                            QChar(QChar::ParagraphSeparator)})
        plain.replace(end, u'\n');
    return plain.replace(QChar(0x2502), u'|').remove(QChar(QChar::ByteOrderMark));
}

Found &operator+=(Found &found, const Found &more)
{
    found.names += more.names;
    found.leftOut += more.leftOut;
    return found;
}

bool isQuery(QStringView text)
{
    static const QRegularExpression query(uR"(^\s*(?:SELECT|WITH|SHOW|EXEC|EXECUTE|CALL)\s)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return query.match(text).hasMatch();
}

// Rows that stand below their query; nothing when there are none. The query may name the columns as
// the rows do: the last such line is that of the rows.
std::optional<Found> readAnswer(QStringView text)
{
    if (!isQuery(text))
        return std::nullopt;
    qsizetype place = -1;
    int number = 0;
    int line = 1;
    for (qsizetype start = 0; start < text.size(); ++line) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype next = end < 0 ? text.size() : end;
        if (isHeader(text.sliced(start, next - start))) {
            place = start;
            number = line;
        }
        start = next + 1;
    }
    if (place <= 0)
        return std::nullopt;
    Found rows = readLines(text.sliced(place), number);
    const bool isAnswer =
        !rows.names.isEmpty() &&
        std::none_of(rows.leftOut.cbegin(), rows.leftOut.cend(), [](const LeftOut &piece) {
            return piece.reason != Reason::Columns && !isByDesign(piece.reason);
        });
    if (!isAnswer)
        return std::nullopt;
    rows.leftOut.prepend({1, excerpt(text.first(place)), Reason::Heading});
    return rows;
}

// A row that psql prints as lines, "table_name | orders" below "-[ RECORD 1 ]---", as an object.
QString withoutRecords(const QString &text)
{
    static const QRegularExpression record(uR"(^[*-]\s?\[? ?RECORD \d+ ?\]?[-+]*[ \t]*$)"_s,
                                           QRegularExpression::MultilineOption |
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression column(uR"(^[ \t]*(\w+)[ \t]*\|[ \t]*)"_s,
                                           QRegularExpression::MultilineOption);
    if (!text.contains(record))
        return text;
    return QString(text).replace(record, u"- "_s).replace(column, u"\\1: "_s);
}

// ["a.b", "c.d"], with or without a name before it; nothing for any other text.
std::optional<Found> readList(QStringView text)
{
    static const QRegularExpression list(
        uR"(^\s*(?:["']?[\w.]+["']?\s*[:=]\s*)?[\[(]\s*(["'].*["'])\s*,?\s*[\])]\s*[,;]?\s*$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = list.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int line = 1 + int(text.first(match.capturedStart(1)).count(u'\n'));
    return readLines(match.capturedView(1), line, true);
}

Found readPlain(const QString &text)
{
    if (const std::optional<Found> answer = readAnswer(text))
        return *answer;
    if (const std::optional<Found> sql = readSql(text))
        return *sql;
    if (const std::optional<Found> list = readList(text))
        return *list;
    if (const std::optional<Found> maps = readMaps(text))
        return *maps;
    if (const std::optional<Found> objects = readObjects(text))
        return *objects;
    const qsizetype line = sqlLineIn(text);
    if (line < 0)
        return readLines(text);
    // Something else stands before the SQL: lines above it, or a prompt on its first line.
    static const QRegularExpression prompt(uR"(^[^\n]*?[>#][ \t]+(?=[A-Za-z]))"_s);
    qsizetype start = 0;
    for (qsizetype passed = 0; passed < line; ++passed)
        start = text.indexOf(u'\n', start) + 1;
    QString script = text.sliced(start);
    if (!readSql(script)) {
        const QString shown = prompt.match(script).captured();
        script.remove(0, shown.size());
        if (!shown.isEmpty())
            script.replace(u'\n' + shown, u"\n"_s);
    }
    const std::optional<Found> sql = readSql(script, int(line) + 1);
    if (!sql)
        return readLines(text);
    Found found = line == 0 ? Found() : readLines(QStringView(text).first(start - 1));
    found += *sql;
    return found;
}

} // namespace

Found read(const QString &text)
{
    Found found = readPlain(withoutRecords(plainText(text)));
    for (Name &name : found.names) {
        name.schema = InvisibleText::withoutEnds(name.schema);
        name.table = InvisibleText::withoutEnds(name.table);
    }
    erase_if(found.names, [&found](const Name &name) {
        const bool isNone = name.schema.isEmpty() || name.table.isEmpty();
        if (isNone)
            found.leftOut.append({name.line, name.schema + u'.' + name.table, Reason::NoSchema});
        return isNone;
    });
    std::stable_sort(found.leftOut.begin(), found.leftOut.end(),
                     [](const LeftOut &a, const LeftOut &b) { return a.line < b.line; });
    return found;
}

} // namespace Sluice::TableText
