// SPDX-License-Identifier: Apache-2.0
#include "models/form/tabletext.h"

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

std::optional<Name> dotted(QStringView text)
{
    const auto parts = cut(text, u'.');
    if (!parts || parts->size() != 2)
        return std::nullopt;
    const Name name{unquoted(parts->first()), unquoted(parts->last())};
    return name.schema.isEmpty() || name.table.isEmpty() ? std::nullopt : std::optional(name);
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
    return {line};
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
    Columns header{columnNamed(columns, {u"schema"_s, u"schemaname"_s, u"tableschema"_s,
                                         u"tabschema"_s, u"owner"_s, u"library"_s}),
                   columnNamed(columns, {u"table"_s, u"tablename"_s, u"tabname"_s, u"name"_s})};
    if (header.schema < 0) // MySQL's word for it
        header.schema = columnNamed(columns, {u"database"_s, u"db"_s});
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

QList<Name> namesIn(QStringView line, const std::optional<Columns> &header)
{
    const QList<QStringView> columns = columnsOf(line);
    if (columns.size() == 1) {
        std::optional<Name> name = dotted(line);
        if (!name) // quoted as a whole, in a list of a script
            name = dotted(unquoted(line));
        return name ? QList<Name>{*name} : QList<Name>();
    }
    const Columns place = header.value_or(columns.size() == 2 ? Columns{0, 1} : Columns());
    const QList<Name> list = header ? QList<Name>() : listOf(columns);
    if (!list.isEmpty() || place.schema < 0)
        return list;
    if (qMax(place.schema, place.table) >= columns.size())
        return {};
    const Name name{unquoted(columns.at(place.schema)), unquoted(columns.at(place.table))};
    return name.schema.isEmpty() || name.table.isEmpty() ? QList<Name>() : QList<Name>{name};
}

bool isComment(QStringView line)
{
    return line.startsWith("--"_L1) || line.startsWith(u'#') || line.startsWith("//"_L1);
}

} // namespace

Names read(const QString &text)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').remove(QChar(QChar::ByteOrderMark));
    Names found;
    std::optional<Columns> header;
    bool isFirst = true;
    const QList<QStringView> lines = QStringView(plain).split(u'\n');
    for (const QStringView whole : lines) {
        QStringView line = whole.trimmed();
        while (line.endsWith(u',') || line.endsWith(u';'))
            line = line.chopped(1).trimmed();
        if (line.isEmpty() || isComment(line))
            continue;
        if (std::exchange(isFirst, false)) {
            header = headerOf(line);
            if (header)
                continue;
        }
        const QList<Name> names = namesIn(line, header);
        if (names.isEmpty())
            found.unreadable.append(whole.trimmed().toString());
        found.names += names;
    }
    return found;
}

} // namespace Sluice::TableText
