// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/exactnumbers.h"

#include <QUuid>

#include <algorithm>

namespace Sluice::Sandbox {

namespace {

constexpr std::size_t exactDigits = 15; // a double holds every whole number of so many digits

// The mark differs in each process.
const QByteArray &mark()
{
    static const QByteArray text = "number:" + QUuid::createUuid().toByteArray() + ':';
    return text;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The length of the number at the beginning of the text. 0: there is none, or it is not valid in
// JSON.
std::size_t numberLength(std::string_view text)
{
    std::size_t at = 0;
    const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
    const auto takeDigits = [&] {
        const std::size_t before = at;
        while (isDigit(peek()))
            ++at;
        return at > before;
    };
    if (peek() == '-')
        ++at;
    if (peek() == '0')
        ++at;
    else if (!takeDigits())
        return 0;
    if (peek() == '.') {
        ++at;
        if (!takeDigits())
            return 0;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++at;
        if (peek() == '+' || peek() == '-')
            ++at;
        if (!takeDigits())
            return 0;
    }
    return at;
}

bool staysAsItIs(std::string_view number)
{
    return number.size() <= exactDigits && number != "-0" &&
           number.find_first_of(".eE") == std::string_view::npos;
}

// The position behind the string that begins at `start`.
std::size_t endOfText(std::string_view json, std::size_t start)
{
    std::size_t at = start + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return std::min(at + 1, json.size());
}

} // namespace

QByteArray boxed(std::string_view json)
{
    QByteArray text;
    text.reserve(qsizetype(json.size()));
    std::size_t at = 0;
    while (at < json.size()) {
        std::size_t end = at + 1;
        bool needsBox = false;
        if (json[at] == '"') {
            end = endOfText(json, at);
        } else if (json[at] == '-' || isDigit(json[at])) {
            const std::size_t length = numberLength(json.substr(at));
            end = at + std::max<std::size_t>(length, 1);
            // Leaves "1.2.3" to the parser, which refuses it.
            const bool isWhole = end == json.size() || (json[end] != '.' && !isDigit(json[end]));
            needsBox = length > 0 && isWhole && !staysAsItIs(json.substr(at, length));
        }
        const std::string_view piece = json.substr(at, end - at);
        if (needsBox)
            text += '"' + mark();
        text.append(piece.data(), qsizetype(piece.size()));
        if (needsBox)
            text += '"';
        at = end;
    }
    return text;
}

QByteArray unboxed(const QByteArray &json)
{
    const QByteArray open = '"' + mark();
    QByteArray text;
    qsizetype at = 0;
    for (qsizetype box = json.indexOf(open); box >= 0; box = json.indexOf(open, at)) {
        text += json.mid(at, box - at);
        const qsizetype number = box + open.size();
        const qsizetype end = json.indexOf('"', number);
        text += json.mid(number, end - number);
        at = end + 1;
    }
    return text + json.mid(at);
}

std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QByteArray text = value.toString().toUtf8();
    if (!text.startsWith(mark()))
        return std::nullopt;
    return text.mid(mark().size()).toDouble();
}

} // namespace Sluice::Sandbox
