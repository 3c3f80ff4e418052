// SPDX-License-Identifier: Apache-2.0
#include "models/definition/fieldcondition.h"

#include "models/definition/definitionpath.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"

#include <QJsonArray>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool isOfPath(QChar character)
{
    return character.isLetterOrNumber() || u"._-[]"_s.contains(character);
}

QString leafText(const QJsonValue &value)
{
    return value.isNull() ? u"null"_s : valueAsText(value);
}

} // namespace

// Walks through a definition and knows the keys above the place where it is.
class FieldCondition::Search
{
public:
    explicit Search(const FieldCondition &condition)
        : m_condition(condition)
    {}

    bool finds(const QJsonValue &value)
    {
        if (isThere() && fits(value))
            return true;
        if (JsonNumber::is(value)) // some are kept in an object
            return false;
        return value.isArray() ? findsIn(value.toArray()) : findsIn(value.toObject());
    }

private:
    struct Key {
        QString text;
        bool isNumber; // of an element
    };

    bool findsIn(const QJsonObject &object)
    {
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            m_keys.append({it.key(), false});
            if (finds(it.value()))
                return true;
            m_keys.removeLast();
        }
        return false;
    }

    bool findsIn(const QJsonArray &array)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            m_keys.append({QString::number(i), true});
            if (finds(array.at(i)))
                return true;
            m_keys.removeLast();
        }
        return false;
    }

    // A key may hold dots, so that the path is not cut into keys but eaten by them from its end.
    bool isThere() const
    {
        QStringView rest = m_condition.m_path;
        for (qsizetype i = m_keys.size() - 1; i >= 0; --i) {
            const QStringView key = m_keys.at(i).text;
            const bool isIt = rest.endsWith(key, Qt::CaseInsensitive);
            if (isIt && rest.size() == key.size())
                return true;
            if (isIt && rest.at(rest.size() - key.size() - 1) == u'.')
                rest.chop(key.size() + 1);
            else if (!m_keys.at(i).isNumber)
                return false;
        }
        return false;
    }

    bool fits(const QJsonValue &value) const
    {
        const QString &wanted = m_condition.m_value;
        if (wanted.isEmpty())
            return true;
        const QString text = leafText(value);
        return m_condition.m_isPart ? text.contains(wanted, Qt::CaseInsensitive)
                                    : text.compare(wanted, Qt::CaseInsensitive) == 0;
    }

    const FieldCondition &m_condition;
    QList<Key> m_keys;
};

std::optional<FieldCondition> FieldCondition::fromText(const QString &text)
{
    const auto sign = std::find_if_not(text.cbegin(), text.cend(), isOfPath);
    if (sign == text.cbegin() || sign == text.cend() || (*sign != u'=' && *sign != u'~'))
        return std::nullopt;
    const qsizetype at = sign - text.cbegin();
    const QString path = DefinitionPath::fromText(text.first(at)).text();
    if (path.isEmpty())
        return std::nullopt;
    return FieldCondition(path, text.sliced(at + 1), *sign == u'~');
}

bool FieldCondition::holds(const QJsonObject &definition) const
{
    return Search(*this).finds(definition);
}

} // namespace Sluice
