// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsonnumber.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Sluice::JsonNumber {

namespace {

constexpr qsizetype surelyWhole = 18; // digits that always fit 64 bits

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

// A decimal number as digits without zeros at either end, and the power of ten of the last one.
struct Decimal {
    QByteArray digits;
    qint64 exponent = 0;
    bool isNegative = false;

    bool operator==(const Decimal &) const = default;
};

// Nothing when the power of ten is too large to calculate with.
std::optional<Decimal> decimalOf(QByteArrayView text)
{
    Decimal decimal;
    decimal.isNegative = text.startsWith('-');
    const auto isPower = [](char character) { return character == 'e' || character == 'E'; };
    const qsizetype end =
        std::distance(text.begin(), std::find_if(text.begin(), text.end(), isPower));
    if (std::all_of(text.begin(), text.begin() + end,
                    [](char character) { return !isDigit(character) || character == '0'; }))
        return Decimal(); // zero, whatever its power
    if (end < text.size()) {
        constexpr qint64 largest = 1'000'000'000'000'000'000; // with room for the digits
        bool isKnown = false;
        decimal.exponent = text.sliced(end + 1).toLongLong(&isKnown);
        if (!isKnown || decimal.exponent > largest || decimal.exponent < -largest)
            return {};
    }
    bool isFraction = false;
    for (const char character : text.first(end)) {
        if (character == '.') {
            isFraction = true;
        } else if (isDigit(character)) {
            decimal.digits.append(character);
            decimal.exponent -= isFraction;
        }
    }
    while (decimal.digits.endsWith('0')) {
        decimal.digits.chop(1);
        ++decimal.exponent;
    }
    const auto first = std::find_if(decimal.digits.begin(), decimal.digits.end(),
                                    [](char digit) { return digit != '0'; });
    decimal.digits.remove(0, std::distance(decimal.digits.begin(), first));
    return decimal.digits.isEmpty() ? Decimal() : decimal;
}

// A whole number as Qt writes it has no power of ten below 2^64.
QByteArray textOf(double number)
{
    if (!std::isfinite(number))
        return "null"; // JSON has none
    constexpr double beyond = 18446744073709551616.0;
    const bool isWhole = std::abs(number) < beyond && number == std::trunc(number);
    return QByteArray::number(number, isWhole ? 'f' : 'g', QLocale::FloatingPointShortest);
}

bool isSameList(const QJsonArray &one, const QJsonArray &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [](const QJsonValue &left, const QJsonValue &right) { return isSameMeaning(left, right); });
}

bool isSameObject(const QJsonObject &one, const QJsonObject &other)
{
    if (one.size() != other.size())
        return false;
    // Keys are sorted in both.
    for (auto left = one.begin(), right = other.begin(); left != one.end(); ++left, ++right) {
        if (left.key() != right.key() || !isSameMeaning(left.value(), right.value()))
            return false;
    }
    return true;
}

} // namespace

bool isNumber(QByteArrayView text)
{
    auto at = text.begin();
    const auto skipDigits = [&at, &text] {
        const auto first = at;
        at = std::find_if_not(at, text.end(), isDigit);
        return at != first;
    };
    if (at != text.end() && *at == '-')
        ++at;
    const bool startsWithZero = at != text.end() && *at == '0';
    if (startsWithZero)
        ++at;
    else if (!skipDigits())
        return false;
    if (at != text.end() && *at == '.') {
        ++at;
        if (!skipDigits())
            return false;
    }
    if (at != text.end() && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at != text.end() && (*at == '+' || *at == '-'))
            ++at;
        if (!skipDigits())
            return false;
    }
    return at == text.end();
}

bool isPlain(QByteArrayView text)
{
    if (std::all_of(text.begin() + text.startsWith('-'), text.end(), isDigit)) {
        if (text.size() <= surelyWhole)
            return text != "-0";
        bool fits = false;
        static_cast<void>(text.toLongLong(&fits));
        if (fits)
            return true;
    }
    bool isRead = false;
    const double number = text.toDouble(&isRead);
    if (!isRead || !std::isfinite(number))
        return false;
    const QJsonValue held(number); // a whole number becomes an integer
    return bytes(held) == text;
}

QJsonValue value(QByteArrayView text)
{
    if (!isNumber(text))
        return QJsonValue::Undefined;
    if (!isPlain(text))
        return QJsonArray{QString(mark), QString::fromLatin1(text)};
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? QJsonValue(whole) : QJsonValue(text.toDouble());
}

bool isBox(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const QJsonArray list = value.toArray();
    return list.size() == 2 && list.at(1).isString() && list.at(0).toString() == mark;
}

bool is(const QJsonValue &value)
{
    return value.isDouble() || isBox(value);
}

QByteArray bytes(const QJsonValue &value)
{
    if (isBox(value))
        return value.toArray().at(1).toString().toLatin1();
    if (!value.isDouble())
        return {};
    const qint64 whole = value.toInteger();
    return QJsonValue(whole) == value ? QByteArray::number(whole) : textOf(value.toDouble());
}

QString text(const QJsonValue &value)
{
    return QString::fromLatin1(bytes(value));
}

qint64 toInteger(const QJsonValue &value, qint64 fallback)
{
    if (!isBox(value))
        return value.toInteger(fallback);
    const std::optional<Decimal> decimal = decimalOf(bytes(value));
    const bool mayFit = decimal && decimal->exponent >= 0 &&
                        decimal->digits.size() + decimal->exponent <= surelyWhole + 1;
    if (!mayFit)
        return fallback;
    const QByteArray digits =
        decimal->digits.isEmpty() ? "0" : decimal->digits + QByteArray(decimal->exponent, '0');
    bool fits = false;
    const qint64 whole = (decimal->isNegative ? '-' + digits : digits).toLongLong(&fits);
    return fits ? whole : fallback;
}

bool isWhole(const QJsonValue &value)
{
    return toInteger(value, 0) == toInteger(value, 1);
}

bool isSame(const QJsonValue &one, const QJsonValue &other)
{
    if (one == other)
        return is(one);
    if (!is(one) || !is(other))
        return false;
    const std::optional<Decimal> left = decimalOf(bytes(one));
    return left && left == decimalOf(bytes(other));
}

bool isSameMeaning(const QJsonValue &one, const QJsonValue &other)
{
    if (one == other)
        return true;
    if (is(one) || is(other))
        return isSame(one, other);
    if (one.isArray() && other.isArray())
        return isSameList(one.toArray(), other.toArray());
    return one.isObject() && other.isObject() && isSameObject(one.toObject(), other.toObject());
}

} // namespace Sluice::JsonNumber
