// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/yamltext.h"

#include "models/json/jsonnumber.h"
#include "models/support/hiddencharacters.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype longestKey = 1000;

// True for a text that needs no quotes. It begins with a letter, as numbers and dates do not, and
// is no word with a meaning of its own.
bool isPlainText(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z_][A-Za-z0-9_./-]*\\z"_s);
    static const QStringList words{u"null"_s, u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                   u"on"_s,   u"off"_s,  u"y"_s,     u"n"_s};
    return form.match(text).hasMatch() && !words.contains(text, Qt::CaseInsensitive);
}

QString escapedCharacter(char32_t character)
{
    if (QChar::isSurrogate(character)) // half of a pair, which YAML cannot hold
        character = QChar::ReplacementCharacter;
    if (character > 0xFFFF)
        return u"\\U%1"_s.arg(uint(character), 8, 16, QChar(u'0'));
    return u"\\u%1"_s.arg(uint(character), 4, 16, QChar(u'0'));
}

QString yamlWord(const QString &text)
{
    if (isPlainText(text))
        return text;
    // A text made of marks only got one more when it was read.
    const bool isMarks = text.size() > 1 && text.count(JsonNumber::mark) == text.size();
    QString inner = isMarks ? text.mid(1) : text;
    inner.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    inner = replacedHidden(inner, [](char32_t character, QStringView) {
        return character == U'\n' ? u"\\n"_s : escapedCharacter(character);
    });
    return u'"' + inner + u'"';
}

// YAML 1.1 takes "1e5" for a text: it wants a point, and a sign of the exponent. All digits stay.
QString yamlNumber(QString digits)
{
    const qsizetype exponent = digits.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (exponent < 0)
        return digits;
    if (digits.at(exponent + 1).isDigit())
        digits.insert(exponent + 1, u'+');
    return digits.contains(u'.') ? digits : digits.insert(exponent, u'.');
}

QString yamlLeaf(const QJsonValue &value)
{
    if (JsonNumber::is(value))
        return yamlNumber(JsonNumber::text(value));
    if (value.isArray()) // it is empty
        return u"[]"_s;
    if (value.isObject())
        return u"{}"_s;
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isString() ? yamlWord(value.toString()) : u"null"_s;
}

// True for a value that takes lines of its own.
bool isBranch(const QJsonValue &value)
{
    if (JsonNumber::is(value))
        return false;
    return value.isArray() ? !value.toArray().isEmpty()
                           : value.isObject() && !value.toObject().isEmpty();
}

void addLines(QString &text, const QJsonValue &value, qsizetype level);

// Adds an entry's value after its key or its dash.
void addValue(QString &text, const QJsonValue &value, qsizetype level)
{
    if (!isBranch(value)) {
        text += u' ' + yamlLeaf(value) + u'\n';
        return;
    }
    text += u'\n';
    addLines(text, value, level);
}

void addLines(QString &text, const QJsonValue &value, qsizetype level)
{
    const QString margin(2 * level, u' ');
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array) {
            text += margin + u'-';
            if (!each.isObject() || !isBranch(each)) {
                addValue(text, each, level + 1);
                continue;
            }
            // Puts the first key beside the dash.
            const qsizetype start = text.size();
            addLines(text, each, level + 1);
            text.replace(start, 2 * (level + 1), u" "_s);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString key = yamlWord(entry.key());
        // YAML wants a mark before a long key.
        text += key.size() > longestKey ? margin + u"? "_s + key + u'\n' + margin + u':'
                                        : margin + key + u':';
        addValue(text, entry.value(), level + 1);
    }
}

} // namespace

QByteArray yamlText(const QJsonValue &value)
{
    QString text;
    if (isBranch(value))
        addLines(text, value, 0);
    else
        text = yamlLeaf(value) + u'\n';
    return text.toUtf8();
}

} // namespace Sluice
