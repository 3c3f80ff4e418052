// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsonwriter.h"

#include "models/json/jsonnumber.h"
#include "models/support/hiddencharacters.h"

#include <QStringView>

#include <algorithm>

namespace Sluice {

namespace {

// A text of marks alone got one more when it was read.
QStringView withoutAddedMark(QStringView text)
{
    const bool isMarks = text.size() > 1 && std::all_of(text.begin(), text.end(), [](QChar each) {
                             return each == JsonNumber::mark;
                         });
    return isMarks ? text.sliced(1) : text;
}

QByteArray escape(QChar character)
{
    return "\\u" + QByteArray::number(character.unicode(), 16).rightJustified(4, '0');
}

// How the character is escaped in JSON text; empty: it is not.
QByteArray escapeOf(QChar character)
{
    switch (character.unicode()) {
    case '"': return QByteArrayLiteral("\\\"");
    case '\\': return QByteArrayLiteral("\\\\");
    case '\b': return QByteArrayLiteral("\\b");
    case '\f': return QByteArrayLiteral("\\f");
    case '\n': return QByteArrayLiteral("\\n");
    case '\r': return QByteArrayLiteral("\\r");
    case '\t': return QByteArrayLiteral("\\t");
    case 0xFEFF: return QByteArrayLiteral("\\ufeff"); // readers drop it from the start of a text
    default: break;
    }
    return character.unicode() < 0x20 ? escape(character) : QByteArray();
}

bool isPairAt(QStringView text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() &&
           text.at(at + 1).isLowSurrogate();
}

} // namespace

QByteArray JsonWriter::text(const QJsonValue &value)
{
    m_text.clear();
    m_level = 0;
    write(value);
    return m_text;
}

void JsonWriter::write(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: m_text += value.toBool() ? "true" : "false"; return;
    case QJsonValue::Double: m_text += JsonNumber::bytes(value); return;
    case QJsonValue::String: writeText(value.toString()); return;
    case QJsonValue::Array:
        if (JsonNumber::isBox(value))
            m_text += JsonNumber::bytes(value);
        else
            writeArray(value.toArray());
        return;
    case QJsonValue::Object: writeObject(value.toObject()); return;
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    m_text += "null";
}

void JsonWriter::writeObject(const QJsonObject &object)
{
    m_text += '{';
    ++m_level;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it != object.begin())
            m_text += ',';
        startLine();
        writeText(it.key());
        m_text += m_form == Form::Indented ? ": " : ":";
        write(it.value());
    }
    --m_level;
    if (!object.isEmpty())
        startLine();
    m_text += '}';
}

void JsonWriter::writeArray(const QJsonArray &array)
{
    m_text += '[';
    ++m_level;
    for (qsizetype at = 0; at < array.size(); ++at) {
        if (at > 0)
            m_text += ',';
        startLine();
        write(array.at(at));
    }
    --m_level;
    if (!array.isEmpty())
        startLine();
    m_text += ']';
}

void JsonWriter::startLine()
{
    if (m_form == Form::Indented)
        m_text.append('\n').append(qsizetype(m_level) * 2, ' ');
}

void JsonWriter::writeText(QStringView text)
{
    text = withoutAddedMark(text);
    m_text += '"';
    qsizetype start = 0; // of what is written as it is
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        if (isPairAt(text, at)) {
            ++at;
            continue;
        }
        QByteArray escaped = escapeOf(character);
        // Half a surrogate pair has no UTF-8.
        if (character.isSurrogate() ||
            (m_form == Form::Indented && actsOnText(character.unicode())))
            escaped = escape(character);
        if (escaped.isEmpty())
            continue;
        m_text.append(text.sliced(start, at - start).toUtf8()).append(escaped);
        start = at + 1;
    }
    m_text.append(text.sliced(start).toUtf8()).append('"');
}

} // namespace Sluice
