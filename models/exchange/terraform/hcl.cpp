// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraform/hcl.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Hcl {

namespace {

// fmt aligns by what a reader counts as characters.
qsizetype width(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (finder.toNextBoundary() > 0)
        ++count;
    return count;
}

bool isOneLine(const Value &value)
{
    return value.attributes.isEmpty() && value.items.isEmpty();
}

// The end of the run of one-line attributes that starts at first.
qsizetype endOfRun(const QList<Attribute> &attributes, qsizetype first)
{
    qsizetype end = first;
    while (end < attributes.size() && isOneLine(attributes.at(end).value))
        ++end;
    return end;
}

QString indent(int level)
{
    return {qsizetype(2) * level, u' '};
}

QString written(const Value &value, int level);

QString writtenAttributes(const QList<Attribute> &attributes, int level)
{
    QString lines;
    qsizetype column = 0; // of the "=" in the current run
    qsizetype end = 0;
    for (qsizetype i = 0; i < attributes.size(); ++i) {
        const Attribute &attribute = attributes.at(i);
        if (i >= end) {
            column = 0;
            end = endOfRun(attributes, i);
            for (qsizetype other = i; other < end; ++other)
                column = std::max(column, width(attributes.at(other).name));
        }
        const bool isLarge = !isOneLine(attribute.value);
        if (isLarge && level == 1 && i > 0)
            lines += u'\n';
        const qsizetype padding = isLarge ? 0 : column - width(attribute.name);
        lines += indent(level) + attribute.name + QString(padding, u' ') + u" = "_s +
                 written(attribute.value, level) + u'\n';
    }
    return lines;
}

QString written(const Value &value, int level)
{
    switch (value.kind) {
    case Value::Kind::Expression: return value.expression;
    case Value::Kind::Object:
        return value.attributes.isEmpty()
                   ? u"{}"_s
                   : u"{\n"_s + writtenAttributes(value.attributes, level + 1) + indent(level) +
                         u'}';
    case Value::Kind::List: break;
    }
    if (value.items.isEmpty())
        return u"[]"_s;
    QStringList items;
    for (const Value &item : value.items)
        items += indent(level + 1) + written(item, level + 1);
    return u"[\n"_s + items.join(u",\n"_s) + u'\n' + indent(level) + u']';
}

QString unicodeEscape(char16_t character)
{
    return u"\\u"_s + QString::number(character, 16).rightJustified(4, u'0');
}

// Escapes a "$" or "%": doubles it where it would open a template. In a row of several, the last
// one opens it, and the others must not look as if they doubled it.
QString escapedSign(const QString &text, qsizetype place)
{
    const QChar sign = text.at(place);
    qsizetype end = place;
    while (end < text.size() && text.at(end) == sign)
        ++end;
    if (end == text.size() || text.at(end) != u'{')
        return sign;
    return end == place + 1 ? QString(2, sign) : unicodeEscape(sign.unicode());
}

// The escape of a character, or the character.
QString escaped(const QString &text, qsizetype place)
{
    const QChar character = text.at(place);
    switch (character.unicode()) {
    case u'"': return u"\\\""_s;
    case u'\\': return u"\\\\"_s;
    case u'\n': return u"\\n"_s;
    case u'\r': return u"\\r"_s;
    case u'\t': return u"\\t"_s;
    case u'$':
    case u'%': return escapedSign(text, place);
    default: break;
    }
    const bool isControl = character.unicode() < 0x20 ||
                           (character.unicode() >= 0x7F && character.unicode() < 0xA0) ||
                           character.unicode() == 0x2028 || character.unicode() == 0x2029;
    return isControl ? unicodeEscape(character.unicode()) : QString(character);
}

} // namespace

Value expression(const QString &expression)
{
    return {.kind = Value::Kind::Expression, .expression = expression};
}

Value text(const QString &text)
{
    return expression(quoted(text));
}

Value object(const QList<Attribute> &attributes)
{
    return {.kind = Value::Kind::Object, .attributes = attributes};
}

Value list(const QList<Value> &items)
{
    return {.kind = Value::Kind::List, .items = items};
}

QString quoted(const QString &text)
{
    QString whole = u"\""_s;
    for (qsizetype place = 0; place < text.size(); ++place)
        whole += escaped(text, place);
    return whole + u'"';
}

QString block(const QString &head, const QList<Attribute> &attributes)
{
    return head + u" {\n"_s + writtenAttributes(attributes, 1) + u"}\n"_s;
}

QString commented(const QString &blocks)
{
    QString lines;
    const QList<QStringView> former = QStringView(blocks).chopped(1).split(u'\n');
    for (const QStringView line : former)
        lines.append(line.isEmpty() ? u"#"_s : u"# "_s).append(line).append(u'\n');
    return lines;
}

QString comment(const QString &text)
{
    QString line = u"# "_s + text;
    for (QChar &character : line) {
        const bool endsLine =
            character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        if (endsLine || (!character.isPrint() && !character.isSurrogate()))
            character = QChar::ReplacementCharacter;
    }
    return line + u'\n';
}

} // namespace Sluice::Hcl
