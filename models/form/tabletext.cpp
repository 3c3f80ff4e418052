// SPDX-License-Identifier: Apache-2.0
#include "models/form/tabletext.h"

#include "models/form/sqltables.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

// Where a header line puts the two names among its columns.
struct Columns {
    qsizetype schema = -1;
    qsizetype table = -1;
    qsizetype count = 0; // of all columns; 0: there is no header
};

QChar closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
    case u'\'':
    case u'`': return opening;
    case u'[': return u']';
    default: return {};
    }
}

// Cuts at separators outside of quotes, which open only where a name begins. Nothing when a quote
// is never closed.
std::optional<QList<QStringView>> cut(QStringView line, QChar separator)
{
    QList<QStringView> parts;
    qsizetype start = 0;
    QChar quote;
    bool isNameStart = true;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QChar character = line.at(place);
        if (!quote.isNull()) {
            // A doubled closing quote opens again at once: the same as one inside the name.
            if (character == quote)
                quote = {};
            isNameStart = quote.isNull();
        } else if (character == separator) {
            parts.append(line.sliced(start, place - start).trimmed());
            start = place + 1;
            isNameStart = true;
        } else {
            if (isNameStart)
                quote = closingQuote(character);
            isNameStart = character == u'.' || (isNameStart && character.isSpace());
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    parts.append(line.sliced(start).trimmed());
    return parts;
}

// The name without its quotes; empty when they do not fit.
QString unquoted(QStringView part)
{
    const QChar closing = part.isEmpty() ? QChar() : closingQuote(part.first());
    if (closing.isNull())
        return part.toString();
    if (part.size() < 2 || part.last() != closing)
        return {};
    QString inside = part.sliced(1, part.size() - 2).toString();
    const QString doubled(2, closing);
    if (inside.count(closing) != 2 * inside.count(doubled))
        return {};
    return inside.replace(doubled, QString(closing)).trimmed();
}

bool hasBareBlank(QStringView part)
{
    return part.contains(u' ') && closingQuote(part.first()).isNull();
}

std::optional<Name> dotted(QStringView text)
{
    const auto parts = cut(text, u'.');
    // A blank in a schema is a word of something else: "FROM dbo.orders".
    if (!parts || parts->size() != 2 || hasBareBlank(parts->first()))
        return std::nullopt;
    const Name name{unquoted(parts->first()), unquoted(parts->last())};
    return name.schema.isEmpty() || name.table.isEmpty() ? std::nullopt : std::optional(name);
}

// As clients print rows without a separator: names hold no two blanks in a row.
QList<QStringView> cutAtBlanks(QStringView line)
{
    QList<QStringView> parts;
    qsizetype start = 0;
    for (qsizetype place = 0; place < line.size(); ++place) {
        qsizetype end = place;
        while (end < line.size() && line.at(end).isSpace())
            ++end;
        if (end - place > 1) {
            parts.append(line.sliced(start, place - start));
            start = end;
        }
        place = qMax(place, end - 1);
    }
    parts.append(line.sliced(start));
    return parts;
}

QList<QStringView> columnsOf(QStringView line)
{
    static constexpr std::array separators{u'\t', u',', u';', u'|'};
    for (const char16_t separator : separators) {
        auto parts = line.contains(separator) ? cut(line, separator) : std::nullopt;
        if (!parts || parts->size() < 2)
            continue;
        if (separator == u'|' && parts->first().isEmpty())
            parts->removeFirst();
        if (separator == u'|' && parts->last().isEmpty())
            parts->removeLast();
        return *parts;
    }
    line = line.trimmed();
    return dotted(line) ? QList<QStringView>{line} : cutAtBlanks(line);
}

qsizetype columnNamed(const QList<QStringView> &columns, const QStringList &names)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&names](QStringView column) {
        return names.contains(unquoted(column).remove(u'_').remove(u' ').toLower());
    });
    return found == columns.end() ? -1 : found - columns.begin();
}

std::optional<Columns> headerOf(QStringView line)
{
    QList<QStringView> columns = columnsOf(line);
    if (columns.size() == 1)
        columns = cut(line, u'.').value_or(QList<QStringView>());
    Columns header{
        columnNamed(columns, {u"schema"_s, u"schemaname"_s, u"tableschema"_s, u"tabschema"_s}),
        columnNamed(columns, {u"table"_s, u"tablename"_s, u"tabname"_s, u"name"_s}),
        columns.size()};
    // Oracle's and MySQL's words for it; elsewhere they are something else beside a schema.
    if (header.schema < 0)
        header.schema = columnNamed(columns, {u"owner"_s, u"library"_s, u"database"_s, u"db"_s});
    return header.schema < 0 || header.table < 0 ? std::nullopt : std::optional(header);
}

// "dbo.a, dbo.b": a name in each column. Nothing when one of them is none.
QList<Name> listOf(const QList<QStringView> &columns)
{
    QList<Name> names;
    for (const QStringView column : columns) {
        const std::optional<Name> name = dotted(column);
        if (!name)
            return {};
        names.append(*name);
    }
    return names;
}

QList<Name> nameAlone(QStringView text)
{
    std::optional<Name> name = dotted(text);
    if (!name) // quoted as a whole, in a list of a script
        name = dotted(unquoted(text));
    return name ? QList<Name>{*name} : QList<Name>();
}

QList<Name> namesIn(QStringView line, const std::optional<Columns> &header)
{
    QList<QStringView> columns = columnsOf(line);
    if (columns.size() == 1)
        return nameAlone(columns.first());
    // Of a sheet, empty columns may come along.
    while (!columns.isEmpty() && columns.last().isEmpty())
        columns.removeLast();
    while (!header && !columns.isEmpty() && columns.first().isEmpty())
        columns.removeFirst();
    const QList<Name> list = header ? QList<Name>() : listOf(columns);
    if (!list.isEmpty())
        return list;
    const bool isPair = !header && columns.size() == 2;
    const Columns place = isPair ? Columns{0, 1, 2} : header.value_or(Columns());
    // More columns than the header has: a separator inside a name has moved them.
    if (columns.size() > place.count || qMax(place.schema, place.table) >= columns.size())
        return {};
    const Name name{unquoted(columns.at(place.schema)), unquoted(columns.at(place.table))};
    return name.schema.isEmpty() || name.table.isEmpty() ? QList<Name>() : QList<Name>{name};
}

bool namesDatabase(QStringView line)
{
    const auto parts = cut(line, u'.');
    return parts && parts->size() == 3 &&
           std::none_of(parts->begin(), parts->end(), [](QStringView part) {
               return unquoted(part).isEmpty() || hasBareBlank(part);
           });
}

// What stands around the rows: comments, rules, the number of rows, a sheet's word on separators.
bool isNoise(QStringView line)
{
    static const QRegularExpression around(
        u"^([-+=|:\\s]*|sep=.?|\\(?\\d+ rows?(\\(s\\))?( (affected|selected|returned|in set.*))?"
        "\\.?\\)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.startsWith("--"_L1) || line.startsWith(u'#') || line.startsWith("//"_L1) ||
           around.match(line.toString()).hasMatch();
}

// Tabs stay: an empty cell counts among the columns of a sheet.
QStringView withoutEnds(QStringView line)
{
    while (!line.isEmpty() && line.last() != u'\t' && line.last().isSpace())
        line.chop(1);
    while (line.endsWith(u',') || line.endsWith(u';'))
        line = line.chopped(1).trimmed();
    while (!line.isEmpty() && line.first() != u'\t' && line.first().isSpace())
        line = line.sliced(1);
    return line;
}

bool isWholeHeader(QStringView line)
{
    return columnsOf(line).size() > 1 && headerOf(line);
}

Names readLines(QStringView text)
{
    Names found;
    std::optional<Columns> header;
    const QList<QStringView> lines = text.split(u'\n');
    for (const QStringView whole : lines) {
        const QStringView line = withoutEnds(whole);
        if (isNoise(line.trimmed()))
            continue;
        if (!header && found.names.isEmpty()) {
            if (isWholeHeader(line))
                found = {}; // what stood above is its title
            if (found.unreadable.isEmpty())
                header = headerOf(line);
            if (header)
                continue;
        }
        const QList<Name> names = namesIn(line, header);
        if (names.isEmpty())
            (namesDatabase(line.trimmed()) ? found.withDatabase : found.unreadable)
                .append(whole.trimmed().toString());
        found.names += names;
    }
    return found;
}

// The rows of an answer that come with their query above; empty when there are none.
QStringView answerBelow(QStringView text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf(u'\n', start);
        const QStringView line = text.sliced(start, (end < 0 ? text.size() : end) - start);
        if (isWholeHeader(withoutEnds(line)))
            return text.sliced(start);
        start += line.size() + 1;
    }
    return {};
}

} // namespace

Names read(const QString &text)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').remove(QChar(QChar::ByteOrderMark));
    const std::optional<Names> sql = readSql(plain);
    if (!sql)
        return readLines(plain);
    const QStringView answer = answerBelow(plain);
    return answer.isEmpty() ? *sql : readLines(answer);
}

} // namespace Sluice::TableText
