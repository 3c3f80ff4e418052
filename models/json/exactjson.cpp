// SPDX-License-Identifier: Apache-2.0
#include "models/json/exactjson.h"

#include "models/json/jsonnumber.h"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace Sluice {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// JSON has no number that starts with a point, but QJsonDocument reads one.
bool startsNumber(char character)
{
    return (character >= '0' && character <= '9') || character == '-' || character == '.';
}

bool isOfNumber(char character)
{
    return startsNumber(character) || character == '+' || character == 'e' || character == 'E';
}

// True for a text of marks alone, escaped or not.
bool isMarks(QByteArrayView text)
{
    static constexpr qsizetype escaped = 6; // bytes of "\uFDD0"
    if (text.isEmpty())
        return false;
    while (!text.isEmpty()) {
        if (text.startsWith(JsonNumber::markUtf8))
            text = text.sliced(JsonNumber::markUtf8.size());
        else if (text.size() >= escaped && qstrnicmp(text.data(), escaped, "\\uFDD0", escaped) == 0)
            text = text.sliced(escaped);
        else
            return false;
    }
    return true;
}

// What follows a backslash.
bool isEscape(QByteArrayView text)
{
    static constexpr qsizetype digits = 4;
    if (text.front() != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(text.front());
    return text.size() > digits &&
           std::all_of(text.begin() + 1, text.begin() + 1 + digits,
                       [](char digit) { return std::isxdigit(uchar(digit)) != 0; });
}

} // namespace

ExactJson::ExactJson(const QByteArray &json)
    : m_text(json)
{
    scan(json);
    if (m_pieces.empty())
        return;
    QByteArray text;
    text.reserve(json.size() + qsizetype(m_pieces.size()) * 16);
    qsizetype end = 0;
    for (const Piece &piece : m_pieces) {
        text.append(QByteArrayView(json).sliced(end, piece.offset - end)).append(piece.text);
        end = piece.offset + piece.length;
    }
    m_text = text.append(QByteArrayView(json).sliced(end));
}

void ExactJson::scan(const QByteArray &json)
{
    const char *const data = json.constData();
    const qsizetype size = json.size();
    for (qsizetype at = 0; at < size;) {
        const char character = data[at];
        if (character == '"')
            at = readText(json, at);
        else if (startsNumber(character))
            at = readNumber(json, at);
        else
            ++at;
    }
}

qsizetype ExactJson::readNumber(const QByteArray &json, qsizetype start)
{
    const char *const data = json.constData();
    qsizetype end = start + 1;
    while (end < json.size() && isOfNumber(data[end]))
        ++end;
    const QByteArrayView number(data + start, end - start);
    // Most numbers are one digit.
    if (number.size() == 1 && std::isdigit(uchar(number.front())))
        return end;
    if (!JsonNumber::isNumber(number)) {
        addMisread(start);
    } else if (!JsonNumber::isPlain(number)) {
        QByteArray box("[\"");
        box.append(JsonNumber::markUtf8).append("\",\"").append(number).append("\"]");
        m_pieces.push_back({start, number.size(), box});
    }
    return end;
}

qsizetype ExactJson::readText(const QByteArray &json, qsizetype start)
{
    const char *const data = json.constData();
    const char *const end = data + json.size();
    const char *quote = data + start;
    bool isEscaped = false;
    do {
        ++quote;
        quote = static_cast<const char *>(std::memchr(quote, '"', std::size_t(end - quote)));
        if (!quote)
            return json.size(); // not closed
        const char *before = quote;
        while (before[-1] == '\\')
            --before;
        isEscaped = (quote - before) % 2 != 0;
    } while (isEscaped);
    const QByteArrayView text(data + start + 1, quote - data - start - 1);
    if (text.contains('\\'))
        checkEscapes(text, start + 1);
    const bool mayBeMark =
        !text.isEmpty() && (text.front() == JsonNumber::markUtf8.front() || text.front() == '\\');
    if (mayBeMark && isMarks(text))
        m_pieces.push_back({start + 1, 0, JsonNumber::markUtf8.toByteArray()});
    else if (text.startsWith(byteOrderMark))
        m_pieces.push_back({start + 1, byteOrderMark.size(), "\\ufeff"});
    return quote - data + 1;
}

void ExactJson::checkEscapes(QByteArrayView text, qsizetype offset)
{
    // A backslash is never the last one: it would have escaped the quote.
    for (qsizetype at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
        if (!isEscape(text.sliced(at + 1)))
            addMisread(offset + at);
    }
}

void ExactJson::addMisread(qsizetype offset)
{
    if (m_misread < 0)
        m_misread = offset;
}

qsizetype ExactJson::offsetBefore(qsizetype offset) const
{
    qsizetype grown = 0;
    for (const Piece &piece : m_pieces) {
        const qsizetype start = piece.offset + grown;
        if (offset < start)
            break;
        if (offset < start + piece.text.size())
            return piece.offset;
        grown += piece.text.size() - piece.length;
    }
    return offset - grown;
}

} // namespace Sluice
