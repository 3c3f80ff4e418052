// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablelines.h"

#include "models/support/hiddencharacters.h"
#include "models/support/invisibletext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

using Parts = QList<QStringView>;

constexpr qsizetype longest = 500; // of a piece that is looked at for its reason
constexpr QChar byBlanks(u' ');    // separates as clients print rows: by two blanks or more

// The closing quote for this opening one; null: it is no quote.
QChar closingMark(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
    case u'\'':
    case u'`': return opening;
    case u'[': return u']';
    case u'\u201c':
    case u'\u201e': return u'\u201d'; // as text programs make them of "
    case u'\u2018': return u'\u2019';
    default: return {};
    }
}

// Cuts at separators outside quotes. A quote opens only where a name begins. Nothing when a quote
// is never closed.
std::optional<Parts> cutAt(QStringView line, QChar separator)
{
    Parts parts;
    qsizetype start = 0;
    QChar quote;
    bool isNameStart = true;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QChar character = line.at(place);
        if (!quote.isNull()) {
            // A doubled closing quote is one quote inside the name.
            if (character == quote)
                quote = {};
            isNameStart = quote.isNull();
        } else if (character == separator) {
            parts.append(line.sliced(start, place - start).trimmed());
            start = place + 1;
            isNameStart = true;
        } else {
            if (isNameStart)
                quote = closingMark(character);
            isNameStart = character == u'.' || (isNameStart && character.isSpace());
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    parts.append(line.sliced(start).trimmed());
    return parts;
}

// A name never has two blanks in a row.
Parts cutAtBlanks(QStringView line, int least)
{
    Parts parts;
    qsizetype start = 0;
    for (qsizetype place = 0; place < line.size(); ++place) {
        qsizetype end = place;
        while (end < line.size() && line.at(end).isSpace())
            ++end;
        if (end - place >= least) {
            parts.append(line.sliced(start, place - start));
            start = end;
        }
        place = qMax(place, end - 1);
    }
    parts.append(line.sliced(start));
    return parts;
}

bool isQuotedPart(QStringView part)
{
    const QChar closing = part.isEmpty() ? QChar() : closingMark(part.first());
    return !closing.isNull() && part.size() > 1 && part.last() == closing;
}

// The name without its quotes; empty when they do not fit.
QString unquotedPart(QStringView part)
{
    const QChar closing = part.isEmpty() ? QChar() : closingMark(part.first());
    if (closing.isNull())
        return InvisibleText::trimmed(part);
    if (!isQuotedPart(part))
        return {};
    QString inside = part.sliced(1, part.size() - 2).toString();
    const QString doubled(2, closing);
    if (inside.count(closing) != 2 * inside.count(doubled))
        return {};
    return InvisibleText::trimmed(inside.replace(doubled, QString(closing)));
}

bool hasSpace(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar each) { return each.isSpace(); });
}

// SAP's names: /BIC/AZSALES00
bool isSlashed(QStringView part)
{
    static const QRegularExpression slashed(uR"(^/\w+/\w+$)"_s);
    return slashed.match(part).hasMatch();
}

// True for a part of a name that may be written without quotes.
bool isBare(QStringView part)
{
    static const QString marks = u"(){}[]<>=;:,\"`*?\\|!%^~+.\u2026"_s; // the last: cut off
    if (part.isEmpty() || hasSpace(part) || (part.contains(u'/') && !isSlashed(part)))
        return false;
    // On IBM i, where names are in capitals, @ is a letter. Elsewhere it is part of an address.
    // Within a name it may also announce a link to another database.
    if (part.contains(u'@') &&
        (part.toString() != part.toString().toUpper() || part.chopped(1).lastIndexOf(u'@') > 0))
        return false;
    return std::none_of(part.begin(), part.end(), [](QChar each) {
        return marks.contains(each) || isControlCharacter(each.unicode());
    });
}

bool isNumber(QStringView part)
{
    return std::all_of(part.begin(), part.end(), [](QChar each) { return each.isDigit(); });
}

// True for a cell of a sheet. It may hold more than a bare name, but no code.
bool isCell(QStringView part)
{
    static const QString marks = u"{}<>=;\"`\\|\u2026"_s;
    return std::none_of(part.begin(), part.end(), [](QChar each) { return marks.contains(each); });
}

// What programs print for no value.
bool isNull(const QString &text)
{
    static const QRegularExpression null(uR"(^([(<\[]?null[)>\]]?|\\N|-)?$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return null.match(text).hasMatch();
}

// Removes the escapes of dots in regular expressions.
QString withoutEscapes(QStringView text)
{
    return text.toString().replace(R"(\.)"_L1, "."_L1);
}

std::optional<Name> dottedName(QStringView text)
{
    const QString plain = withoutEscapes(text);
    const std::optional<Parts> parts = cutAt(plain, u'.');
    if (!parts || parts->size() != 2)
        return std::nullopt;
    QStringList names;
    for (const QStringView part : *parts) {
        const QString name = unquotedPart(part);
        if (name.isEmpty() || (!isQuotedPart(part) && !isBare(name)))
            return std::nullopt;
        names.append(name);
    }
    const bool isDecimal = isNumber(parts->first()) && isNumber(parts->last());
    return isDecimal ? std::nullopt : std::optional(Name{names.first(), names.last()});
}

// Markdown's emphasis, when the same marks stand on both ends; "_orders" and "orders_" are names,
// and
// "*orders*" stands for several.
QStringView withoutEmphasis(QStringView text)
{
    for (const QStringView mark : {u"**", u"__", u"_"}) {
        const qsizetype inside = text.size() - 2 * mark.size();
        if (inside > 2 && text.startsWith(mark) && text.endsWith(mark))
            return text.sliced(mark.size(), inside);
    }
    return text;
}

// The same for a cell, where underscores may belong to the name.
QStringView withoutStars(QStringView cell)
{
    const bool isBold = cell.size() > 4 && cell.startsWith(u"**") && cell.endsWith(u"**");
    return isBold ? cell.sliced(2, cell.size() - 4) : cell;
}

// A name as SQL writes it, or quoted as a whole in a list of a script.
std::optional<Name> nameAlone(QStringView text)
{
    text = withoutEmphasis(text);
    if (isFileName(text))
        return std::nullopt;
    const std::optional<Name> name = dottedName(text);
    return name || !isQuotedPart(text) ? name : dottedName(unquotedPart(text));
}

// True when only blanks keep the parts from being names.
bool areWords(const Parts &parts)
{
    return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        const QString joined = part.toString().remove(u' ');
        return isQuotedPart(part) || isBare(joined);
    });
}

// SALES.ORDERS@REMOTE, SALES.ORDERS@REMOTE.WORLD. An address for mail is in small letters.
bool isBehindLink(QStringView text)
{
    static const QRegularExpression link(uR"(^["\w$#]+\.["\w$#]+@([\w$#]+)(\.[\w$#.]+)?$)"_s);
    if (text.size() > longest)
        return false;
    const QRegularExpressionMatch match = link.match(text);
    return match.hasMatch() &&
           (match.capturedView(2).isEmpty() || text.toString() == text.toString().toUpper());
}

// Why a piece is no table.
Reason reasonFor(QStringView text)
{
    static const QRegularExpression pattern(uR"([*?%]|\.\+|\[[^\]]*-[^\]]*\]|\|)"_s);
    if (isFileName(withoutEmphasis(text)))
        return Reason::FileName;
    const std::optional<Parts> parts = cutAt(text, u'.');
    if (!parts)
        return Reason::OpenQuote;
    const bool isLookedInto = text.size() <= longest && isQuotedPart(text);
    if (isLookedInto && parts->size() == 1 && text.contains(u'.'))
        return reasonFor(text.sliced(1, text.size() - 2));
    const auto isPart = [](QStringView part) {
        return isQuotedPart(part) ? !unquotedPart(part).isEmpty() : isBare(part);
    };
    const bool areNames = std::all_of(parts->begin(), parts->end(), isPart);
    const bool isNumeric = std::all_of(parts->begin(), parts->end(), isNumber);
    if (areNames && parts->size() == 1)
        return Reason::NoSchema;
    if (areNames && !isNumeric && (parts->size() == 3 || parts->size() == 4))
        return Reason::WithDatabase;
    if (pattern.match(text.first(qMin(text.size(), longest))).hasMatch())
        return Reason::Pattern;
    if (isBehindLink(text))
        return Reason::DatabaseLink;
    return parts->size() == 2 && hasSpace(text) && areWords(*parts) ? Reason::HasBlank
                                                                    : Reason::NotUnderstood;
}

// The columns of the names, by the header line.
struct Columns {
    QChar separator;
    qsizetype schema = -1;
    qsizetype table = -1;
    qsizetype catalogue = -1;
    qsizetype type = -1;
    qsizetype count = 0;
    QString owner = {}; // the schema of all, that the header names
};

struct Cells {
    QChar separator; // null: there is one cell
    Parts parts;
};

Parts cutCells(QStringView line, QChar separator)
{
    if (separator == byBlanks)
        return cutAtBlanks(line.trimmed(), 2);
    Parts parts = cutAt(line, separator).value_or(Parts());
    if (separator == u'|' && !parts.isEmpty() && parts.first().isEmpty())
        parts.removeFirst();
    if (separator == u'|' && !parts.isEmpty() && parts.last().isEmpty())
        parts.removeLast();
    return parts;
}

Cells cellsOf(QStringView line)
{
    static constexpr std::array separators{u'\t', u',', u';', u'|'};
    for (const char16_t separator : separators) {
        Parts parts = line.contains(separator) ? cutCells(line, separator) : Parts();
        if (parts.size() > 1)
            return {separator, parts};
    }
    line = line.trimmed();
    Parts parts = dottedName(line) ? Parts{line} : cutCells(line, byBlanks);
    return {parts.size() > 1 ? byBlanks : QChar(), parts};
}

// Names of columns and keys, in lower case without marks. The first one that is there wins.
constexpr std::array schemaNames{"tableschema"_L1, "schema"_L1,       "schemaname"_L1,
                                 "tabschema"_L1,   "tableschem"_L1,   "sourceschema"_L1,
                                 "nspname"_L1,     "objectschema"_L1, "tabowner"_L1,
                                 "tableowner"_L1,  "tbcreator"_L1,    "systemtableschema"_L1,
                                 "tablelibrary"_L1};
// The words of Oracle, Db2 and MySQL for a schema. Elsewhere they mean something else beside a
// schema.
constexpr std::array otherSchemaNames{"owner"_L1,        "creator"_L1, "library"_L1,
                                      "libraryname"_L1,  "lib"_L1,     "database"_L1,
                                      "databasename"_L1, "db"_L1};
constexpr std::array tableNames{
    "tablename"_L1,   "table"_L1,      "tables"_L1,          "tabname"_L1,
    "sourcetable"_L1, "sourcename"_L1, "sourcetablename"_L1, "relname"_L1,
    "objectname"_L1,  "name"_L1,       "systemtablename"_L1};
constexpr std::array typeNames{"tabletype"_L1, "type"_L1, "objecttype"_L1, "typedesc"_L1,
                               "relkind"_L1};
constexpr std::array catalogueNames{"tablecat"_L1, "tablecatalog"_L1, "tablequalifier"_L1};

template <typename Names>
qsizetype columnOf(const QStringList &columns, const Names &names)
{
    for (const QLatin1StringView name : names) {
        const qsizetype column = columns.indexOf(QString(name));
        if (column >= 0)
            return column;
    }
    return -1;
}

QString plainWord(const QString &name)
{
    QString plain = name;
    return plain.remove(u'_').remove(u' ').remove(u'-').toLower();
}

// "SQL_STORED_PROCEDURE" as "procedure", "Materialized View" in small letters.
QString plainType(const QString &type)
{
    QString plain = type.toLower().replace(u'_', u' ');
    return plain.remove("sql "_L1).remove("stored "_L1).remove("scalar "_L1).simplified();
}

// SHOW TABLES of MySQL: Tables_in_shop, perhaps with the pattern that was asked for.
std::optional<Columns> shownTables(QStringView line)
{
    static const QRegularExpression first(
        uR"(^\s*\|?\s*Tables_in_([^|\t]+?)(?:\s+\([^|\t]*\))?\s*(?:[|\t]\s*(Table_type)?\s*\|?\s*)?$)"_s);
    const QRegularExpressionMatch match = first.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const bool hasType = match.hasCaptured(2);
    Columns columns;
    columns.separator = line.contains(u'|') ? u'|' : line.contains(u'\t') ? u'\t' : QChar();
    columns.table = 0;
    columns.type = hasType ? 1 : -1;
    columns.count = hasType ? 2 : 1;
    columns.owner = match.captured(1);
    return columns;
}

std::optional<Columns> headerOf(QStringView line)
{
    if (std::optional<Columns> shown = shownTables(line))
        return shown;
    Cells cells = cellsOf(line);
    if (cells.parts.size() == 1)
        cells = {u'.', cutAt(line, u'.').value_or(Parts())};
    const bool isProse = cells.parts.size() < 2;
    if (isProse)
        cells = {QChar(), cutAtBlanks(line.trimmed(), 1)};
    QStringList columns;
    for (const QStringView cell : std::as_const(cells.parts)) {
        const QString name = unquotedPart(cell);
        if (isProse && !name.contains(u'_') &&
            (partNamed(name) == Part::None || partNamed(name) == Part::Type))
            return std::nullopt; // words, perhaps with these among them
        columns.append(plainWord(name));
    }
    Columns header{cells.separator,
                   columnOf(columns, schemaNames),
                   columnOf(columns, tableNames),
                   columnOf(columns, catalogueNames),
                   columnOf(columns, typeNames),
                   columns.size()};
    if (header.schema < 0 && header.separator != u'.') // that would be a table
        header.schema = columnOf(columns, otherSchemaNames);
    return header.schema < 0 || header.table < 0 ? std::nullopt : std::optional(header);
}

// True for the lines around the rows: rules, the number of rows, a sheet's line about separators.
bool isNoise(QStringView line)
{
    static const QRegularExpression around(
        u"^([-+=|:\\s\\x{2500}-\\x{257f}]*|sep=.?|\\(?\\d+ (rows?|record\\(?s?\\)?)(\\(s\\))?"
        "( (affected|selected|returned|in set.*))?\\.?\\)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return around.match(line).hasMatch();
}

// Without a blank after it, # is a letter on IBM i.
bool isComment(QStringView line)
{
    static const QRegularExpression number(uR"(^#+(\s|$))"_s);
    return line.startsWith("--"_L1) || line.startsWith("//"_L1) || line.startsWith("/*"_L1) ||
           line.startsWith("<!--"_L1) || number.match(line).hasMatch();
}

// Keeps tabs, because an empty cell of a sheet is a column too.
QStringView withoutEnds(QStringView line)
{
    while (!line.isEmpty() && line.last() != u'\t' && line.last().isSpace())
        line.chop(1);
    while (line.endsWith(u',') || line.endsWith(u';') || line.endsWith(u'\\'))
        line = line.chopped(1).trimmed();
    while (!line.isEmpty() && line.first() != u'\t' && line.first().isSpace())
        line = line.sliced(1);
    return line;
}

QStringView withoutBullet(QStringView line)
{
    static const QRegularExpression bullet(
        uR"(^\s*(?:[-*+\x{2022}\x{2023}\x{2013}\x{2014}\x{b7}\x{25aa}\x{25cf}\x{25e6}]|\d+[.)])\s+(?:\[[ xX]?\]\s+)?)"_s);
    return line.sliced(bullet.match(line).capturedLength());
}

// Debezium's, as a property, in JSON, in YAML or as a variable.
const QRegularExpression &tableListKey()
{
    static const QRegularExpression key(
        uR"(^\s*(?:export\s+|set\s+|-\s+)?["']?[\w.]*table[._](include|white|exclude|black)[._]?list)"
        uR"(["']?\s*[:=]\s*(.*)$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return key;
}

// Reads line after line, and remembers the header.
class Reader
{
public:
    Reader(bool isList, bool isProperties)
        : m_isList(isList)
        , m_isProperties(isProperties)
    {}

    void read(QStringView whole, int number)
    {
        m_line = number;
        QStringView line = withoutEnds(whole);
        if (isNoise(line.trimmed()) || InvisibleText::trimmed(line).isEmpty())
            return;
        if (isComment(line.trimmed())) {
            leaveOut(line, Reason::Comment);
            return;
        }
        if (m_columns) {
            readRow(line);
            return;
        }
        if (m_found.names.isEmpty() && readHeader(line))
            return;
        line = withoutComment(withoutBullet(line));
        readFree(withoutCounts(line));
    }

    Found found() const { return m_found; }

private:
    void leaveOut(QStringView text, Reason reason)
    {
        m_found.leftOut.append({m_line, excerpt(text.trimmed()), reason});
    }

    void add(Name name)
    {
        name.line = m_line;
        m_found.names.append(name);
    }

    bool readHeader(QStringView line)
    {
        m_columns = headerOf(line);
        if (!m_columns)
            return false;
        m_header = line.toString();
        for (LeftOut &above : m_found.leftOut) {
            if (above.reason != Reason::Comment)
                above.reason = Reason::Heading;
        }
        return true;
    }

    QStringView withoutComment(QStringView line)
    {
        static const QRegularExpression comment(uR"(\s(--|//|#+)(\s.*)?$)"_s);
        const QRegularExpressionMatch match = comment.match(line);
        if (!match.hasMatch() || !cutAt(line.first(match.capturedStart()), u'.'))
            return line;
        leaveOut(match.capturedView(), Reason::Comment);
        return withoutEnds(line.first(match.capturedStart()));
    }

    // Removes what is said about a name, its number of rows or that it is a table: "sales.orders
    // (12 rows)".
    QStringView withoutCounts(QStringView line)
    {
        static const QString rows =
            uR"((?:[~\x{2248}]\s*)?\d[\d.,'\x{a0}]*\s?[km]?\s(?:rows?|records?|tuples|entries)\b)"_s;
        static const QRegularExpression count(
            uR"((?<=[\w"'`\]])(?:\s+\((?:(?:base )?table|%1[^()]*)\)|(?::| [-\x{2013}\x{2014}])\s+%1(?=\s*$)))"
            uR"((?=\s*(?:[,;]|$)))"_s.arg(rows),
            QRegularExpression::CaseInsensitiveOption);
        m_plain.clear();
        qsizetype start = 0;
        QRegularExpressionMatchIterator matches = count.globalMatch(line);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            // This is inside a quoted name. Stops here, so that the cost grows only with the length
            // of the line.
            if (!cutAt(line.sliced(start, match.capturedStart() - start), u'.'))
                break;
            leaveOut(match.capturedView(), Reason::Comment);
            m_plain += line.sliced(start, match.capturedStart() - start);
            start = match.capturedEnd();
        }
        if (start == 0)
            return line;
        m_plain += line.sliced(start);
        return m_plain;
    }

    void readRow(QStringView line)
    {
        if (line == m_header)
            return;
        const Columns &columns = *m_columns;
        Parts cells;
        if (columns.separator == u'.') {
            readFree(line);
            return;
        }
        if (columns.separator.isNull())
            cells = cutAtBlanks(line.trimmed(), 1);
        else
            cells = cutCells(line, columns.separator);
        while (cells.size() > columns.count && cells.last().isEmpty())
            cells.removeLast(); // of a sheet
        if (cells.isEmpty())
            leaveOut(line, Reason::OpenQuote);
        // More columns than the header has: a separator inside a name has moved them.
        else if (cells.size() > columns.count ||
                 (columns.separator.isNull() && cells.size() != columns.count))
            leaveOut(line, Reason::Columns);
        else if (std::max(columns.schema, columns.table) >= cells.size())
            readFree(line);
        else
            readCells(line, cells);
    }

    void readCells(QStringView line, const Parts &cells)
    {
        const auto cell = [&cells](qsizetype column) {
            return column < 0 || column >= cells.size()
                       ? QString()
                       : unquotedPart(withoutStars(cells.at(column)));
        };
        Name name{cell(m_columns->schema), cell(m_columns->table)};
        // Drivers of MySQL give the schema as the catalogue, and no schema.
        if (isNull(name.schema))
            name.schema = cell(m_columns->catalogue);
        if (isNull(name.schema))
            name.schema = m_columns->owner;
        const auto isFit = [&cells](qsizetype column) {
            return column < 0 || isQuotedPart(cells.at(column)) || isCell(cells.at(column));
        };
        if (isNull(name.schema) || isNull(name.table) || !isFit(m_columns->table) ||
            !isFit(m_columns->schema))
            leaveOut(line, isNull(name.schema) && !isNull(name.table) ? Reason::NoSchema
                                                                      : Reason::NotUnderstood);
        else if (isOtherThanTable(cell(m_columns->type)))
            leaveOut(line, Reason::NoTable);
        else
            add(name);
    }

    // Reads a line without a header.
    void readFree(QStringView line)
    {
        line = withoutKey(line);
        if (line.isEmpty())
            return;
        if (!cutAt(line, u',')) {
            leaveOut(line, Reason::OpenQuote);
            return;
        }
        Cells cells = cellsOf(line);
        while (!cells.parts.isEmpty() && cells.parts.last().isEmpty())
            cells.parts.removeLast();
        while (!cells.parts.isEmpty() && cells.parts.first().isEmpty())
            cells.parts.removeFirst();
        if (cells.parts.size() <= 1) {
            readAlone(cells.parts.isEmpty() ? line : cells.parts.first());
            return;
        }
        const auto isName = [](QStringView part) { return nameAlone(part).has_value(); };
        const bool areNames = std::all_of(cells.parts.begin(), cells.parts.end(), isName);
        const bool hasName = std::any_of(cells.parts.begin(), cells.parts.end(), isName);
        // 1,5 is a number, and orders,12 is a table with its number of rows.
        const bool isPair = cells.parts.size() == 2 &&
                            std::none_of(cells.parts.begin(), cells.parts.end(), isNumber);
        // As a sheet quotes them, and as the grid of tables copies them.
        const bool isQuotedPair = cells.separator == u'\t' && isPair &&
                                  isQuotedPart(cells.parts.first()) &&
                                  isQuotedPart(cells.parts.last());
        const bool isTable = isPair && isNamePart(cells, 0) && isNamePart(cells, 1);
        if (areNames && isPair && !isQuotedPair && mayBeOne(cells.parts))
            leaveOut(line, Reason::Ambiguous);
        else if (m_isList || (areNames && !isQuotedPair) || (hasName && !isTable))
            readEach(cells.parts);
        else if (isTable)
            add({unquotedPart(cells.parts.first()), unquotedPart(cells.parts.last())});
        else
            leaveOut(line, isPair &&
                                   std::any_of(cells.parts.begin(), cells.parts.end(), hasSpace) &&
                                   areWords(cells.parts)
                               ? Reason::HasBlank
                               : Reason::NotUnderstood);
    }

    // "a.b","c.d" may be one table or two.
    bool mayBeOne(const Parts &parts) const
    {
        const auto schema = [](QStringView part) {
            return nameAlone(part).value_or(Name()).schema;
        };
        return !m_isList && isQuotedPart(parts.first()) && isQuotedPart(parts.last()) &&
               !dottedName(parts.first()) && schema(parts.first()) != schema(parts.last());
    }

    static bool isNamePart(const Cells &cells, qsizetype column)
    {
        const QStringView part = cells.parts.at(column);
        const QString name = unquotedPart(part);
        if (isNull(name))
            return false;
        if (isQuotedPart(part) || isBare(name))
            return true;
        // In a sheet, a blank may be part of a table's name. Between commas the text may be prose.
        const bool isSheet =
            cells.separator == u'\t' || cells.separator == u'|' || cells.separator == byBlanks;
        return isSheet && column > 0 && isCell(part) && !part.contains(u'.');
    }

    void readEach(const Parts &parts)
    {
        for (const QStringView part : parts) {
            if (!part.isEmpty())
                readAlone(part);
        }
    }

    void readAlone(QStringView text)
    {
        if (const std::optional<Name> name = nameAlone(text)) {
            add(*name);
            return;
        }
        const Parts words = cutAtBlanks(text.trimmed(), 1);
        const auto isName = [](QStringView part) { return nameAlone(part).has_value(); };
        if (words.size() > 1 && std::all_of(words.begin(), words.end(), isName))
            readEach(words);
        else
            leaveOut(text, reasonFor(text));
    }

    // A list of tables to exclude is not taken.
    QStringView withoutKey(QStringView line)
    {
        const QRegularExpression &key = tableListKey();
        static const QRegularExpression property(
            uR"(^\s*(?:["']?[\w.-]+["']?\s*[:=]|[{}\])]+,?$))"_s);
        const QRegularExpressionMatch match = key.match(line);
        if (!match.hasMatch()) {
            if (!m_isProperties || !property.match(line).hasMatch())
                return line;
            leaveOut(line, Reason::Heading);
            return {};
        }
        QStringView value = match.capturedView(2).trimmed();
        if (match.captured(1).startsWith(u'e', Qt::CaseInsensitive) ||
            match.captured(1).startsWith(u'b', Qt::CaseInsensitive)) {
            leaveOut(line, Reason::Removed);
            return {};
        }
        if (isQuotedPart(value))
            value = value.sliced(1, value.size() - 2);
        return value;
    }

    bool m_isList;
    bool m_isProperties; // of a connector, whose list of tables is one among many
    int m_line = 0;
    std::optional<Columns> m_columns;
    QString m_header;
    QString m_plain; // the line that is read, when something was taken out of its middle
    Found m_found;
};

} // namespace

bool isFileName(QStringView text)
{
    static const QRegularExpression file(
        uR"(^[\w .-]+\.(csv|tsv|txt|jsonl?|ya?ml|xml|xlsx?|xlsm|docx?|pdf|zip|t?gz|bz2|parquet|avro|orc)"
        uR"(|sql|sh|py|ps1|bat|exe|dll|jar|md|html?|css|js|toml|ini|cfg|conf|png|jpe?g|gif|svg|tf)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression version(
        uR"(^(v\d+(\.\d+)+|\d+(\.\d+){2,}|\d+\.\d+(?=[-+]))([-+]\w+)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.size() <= longest &&
           (file.match(text).hasMatch() || version.match(text).hasMatch());
}

Found readLines(QStringView text, int firstLine, bool isList)
{
    Reader reader(isList, tableListKey().match(text).hasMatch());
    int number = firstLine;
    const Parts lines = text.split(u'\n');
    for (const QStringView line : lines)
        reader.read(line, number++);
    return reader.found();
}

bool isHeader(QStringView line)
{
    const QStringView plain = withoutEnds(line);
    const std::optional<Columns> header = headerOf(plain);
    return header && header->separator != u'.';
}

Part partNamed(const QString &name)
{
    const QStringList word{plainWord(name)};
    if (columnOf(word, tableNames) == 0)
        return Part::Table;
    if (columnOf(word, schemaNames) == 0)
        return Part::Schema;
    if (columnOf(word, otherSchemaNames) == 0)
        return Part::Owner;
    if (columnOf(word, typeNames) == 0)
        return Part::Type;
    return columnOf(word, catalogueNames) == 0 ? Part::Catalogue : Part::None;
}

bool isOtherThanTable(const QString &type)
{
    static const QRegularExpression other(
        uR"(^((system |materialized |partitioned |toast )*(view|index|sequence|synonym|alias|function)"
        uR"(|procedure|trigger|package|composite type)|v|m|S|i|I|c)$)"_s);
    return other.match(type.size() == 1 ? type : plainType(type)).hasMatch();
}

bool readDotted(QStringView text, Name *name)
{
    const std::optional<Name> read = nameAlone(text);
    if (read)
        *name = *read;
    return read.has_value();
}

} // namespace Sluice::TableText
