// SPDX-License-Identifier: Apache-2.0
#include "models/pipeline/jsonloss.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstring>
#include <vector>

namespace Sluice {

namespace {

// A decimal number as digits without zeros at either end, and the power of ten of the last one.
struct Decimal {
    QByteArray digits;
    qint64 exponent = 0;
    bool isNegative = false;

    bool operator==(const Decimal &) const = default;
};

Decimal decimalOf(QByteArrayView text)
{
    Decimal decimal;
    decimal.isNegative = text.startsWith('-');
    const qsizetype end =
        std::distance(text.begin(), std::find_if(text.begin(), text.end(),
                                                 [](char c) { return (c | 32) == 'e'; }));
    bool isFraction = false;
    for (const char character : text.first(end)) {
        if (character == '.')
            isFraction = true;
        else if (std::isdigit(uchar(character))) {
            decimal.digits.append(character);
            decimal.exponent -= isFraction;
        }
    }
    if (end < text.size())
        decimal.exponent += text.sliced(end + 1).toLongLong();
    while (decimal.digits.endsWith('0')) {
        decimal.digits.chop(1);
        ++decimal.exponent;
    }
    const auto first = std::find_if(decimal.digits.begin(), decimal.digits.end(),
                                    [](char digit) { return digit != '0'; });
    decimal.digits.remove(0, std::distance(decimal.digits.begin(), first));
    return decimal.digits.isEmpty() ? Decimal() : decimal;
}

bool isKept(QByteArrayView number)
{
    bool isWhole = false;
    static_cast<void>(number.toLongLong(&isWhole));
    if (isWhole)
        return true;
    const double value = number.toDouble();
    return std::isfinite(value) &&
           decimalOf(QByteArray::number(value, 'g', QLocale::FloatingPointShortest)) ==
               decimalOf(number);
}

QByteArray unescaped(QByteArrayView name)
{
    if (!name.contains('\\'))
        return name.toByteArray();
    const QJsonDocument list = QJsonDocument::fromJson("[\"" + name.toByteArray() + "\"]");
    return list.array().at(0).toString().toUtf8();
}

class Scan
{
public:
    explicit Scan(const QByteArray &json)
        : m_json(json)
    {}

    std::optional<JsonLoss> run()
    {
        while (m_at < m_json.size() && !m_loss)
            step();
        return m_loss;
    }

private:
    struct Name {
        QByteArray text;
        qsizetype offset = 0;
    };

    void step()
    {
        const char character = m_json.at(m_at);
        if (character == '"') {
            takeText();
            return;
        }
        if (character == '-' || std::isdigit(uchar(character))) {
            takeNumber();
            return;
        }
        if (character == '{') {
            m_objects.emplace_back();
        } else if (character == '}') {
            leaveObject();
        }
        ++m_at;
    }

    void takeText()
    {
        const qsizetype start = m_at++;
        while (m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        const QByteArrayView text = QByteArrayView(m_json).sliced(start + 1, m_at - start - 1);
        ++m_at;
        qsizetype next = m_at;
        while (next < m_json.size() && std::isspace(uchar(m_json.at(next))))
            ++next;
        if (next < m_json.size() && m_json.at(next) == ':')
            m_objects.back().push_back({unescaped(text), start});
    }

    void takeNumber()
    {
        const qsizetype start = m_at;
        while (m_at < m_json.size() && std::strchr("+-.eE0123456789", m_json.at(m_at)))
            ++m_at;
        const QByteArrayView number = QByteArrayView(m_json).sliced(start, m_at - start);
        if (!isKept(number))
            m_loss = {JsonLoss::Kind::Number, start, number.toByteArray()};
    }

    void leaveObject()
    {
        std::vector<Name> names = std::move(m_objects.back());
        m_objects.pop_back();
        std::stable_sort(names.begin(), names.end(),
                         [](const Name &one, const Name &other) { return one.text < other.text; });
        const auto same =
            std::adjacent_find(names.begin(), names.end(), [](const Name &one, const Name &other) {
                return one.text == other.text;
            });
        if (same != names.end())
            m_loss = {JsonLoss::Kind::RepeatedName, (same + 1)->offset, same->text};
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::vector<std::vector<Name>> m_objects; // that are open, with their names so far
    std::optional<JsonLoss> m_loss;
};

} // namespace

std::optional<JsonLoss> findJsonLoss(const QByteArray &json)
{
    return Scan(json).run();
}

} // namespace Sluice
