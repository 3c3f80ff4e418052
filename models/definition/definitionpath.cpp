// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"

#include <QJsonArray>

#include <algorithm>

namespace Sluice {

namespace {

using Keys = QStringList::const_iterator;

enum class Emptied { Stay, Go };

qsizetype indexIn(const QJsonArray &array, const QString &key)
{
    bool ok = false;
    const qsizetype index = key.toLongLong(&ok);
    return ok && index >= 0 && index <= array.size() ? index : -1;
}

QJsonValue childOf(const QJsonValue &parent, const QString &key)
{
    if (!parent.isArray())
        return parent.toObject().value(key); // Undefined when parent is no object
    const QJsonArray array = parent.toArray();
    const qsizetype index = indexIn(array, key);
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : array.at(index);
}

// Sets values below a parent, key by key.
class Setter
{
public:
    Setter(Keys end, const QJsonValue &value, Emptied emptied)
        : m_end(end)
        , m_value(value)
        , m_emptied(emptied)
    {}

    QJsonValue withValue(const QJsonValue &parent, Keys key) const
    {
        const QJsonValue now = changedChild(parent, key);
        if (!parent.isArray()) {
            QJsonObject object = parent.toObject();
            object.insert(*key, now); // Undefined removes
            return object;
        }
        QJsonArray array = parent.toArray();
        const qsizetype index = indexIn(array, *key);
        if (index < 0)
            return array;
        if (index == array.size()) {
            if (!now.isUndefined())
                array.append(now);
        } else if (now.isUndefined()) {
            array.removeAt(index);
        } else {
            array.replace(index, now);
        }
        return array;
    }

private:
    // What stands at key after the change; Undefined when it is to go.
    QJsonValue changedChild(const QJsonValue &parent, Keys key) const
    {
        if (key + 1 == m_end)
            return m_value;
        QJsonValue former = childOf(parent, *key);
        if (m_value.isUndefined() && !former.isObject() && !former.isArray())
            return former; // nothing there to remove
        QJsonValue now = withValue(former, key + 1);
        const bool isEmptied =
            m_value.isUndefined() && now != former && now.isObject() && now.toObject().isEmpty();
        return isEmptied && m_emptied == Emptied::Go ? QJsonValue(QJsonValue::Undefined) : now;
    }

    Keys m_end;
    const QJsonValue &m_value;
    Emptied m_emptied;
};

void set(QJsonObject &definition, const QStringList &keys, const QJsonValue &value, Emptied emptied)
{
    if (keys.isEmpty())
        definition = value.toObject();
    else
        definition =
            Setter(keys.end(), value, emptied).withValue(definition, keys.begin()).toObject();
}

QStringList differingKeys(const QJsonObject &one, const QJsonObject &other)
{
    QStringList keys;
    for (auto it = one.begin(); it != one.end(); ++it) {
        if (other.value(it.key()) != it.value())
            keys.append(it.key());
    }
    for (auto it = other.begin(); it != other.end(); ++it) {
        if (!one.contains(it.key()))
            keys.append(it.key());
    }
    return keys;
}

} // namespace

DefinitionPath DefinitionPath::fromText(const QString &text)
{
    QString dotted = text;
    if (dotted.contains(u'['))
        dotted.replace(u'[', u'.').remove(u']');
    return DefinitionPath(dotted.split(u'.', Qt::SkipEmptyParts));
}

DefinitionPath DefinitionPath::ofDifference(const QJsonObject &one, const QJsonObject &other)
{
    DefinitionPath path;
    QJsonObject here = one;
    QJsonObject there = other;
    while (true) {
        const QStringList keys = differingKeys(here, there);
        if (keys.size() != 1)
            return path;
        path.enter(keys.constFirst());
        const QJsonValue mine = here.value(keys.constFirst());
        const QJsonValue theirs = there.value(keys.constFirst());
        if (!mine.isObject() || !theirs.isObject())
            return path;
        here = mine.toObject();
        there = theirs.toObject();
    }
}

bool DefinitionPath::isAtOrBelow(const DefinitionPath &other) const
{
    return size() >= other.size() &&
           std::equal(other.m_keys.begin(), other.m_keys.end(), m_keys.begin());
}

QJsonValue DefinitionPath::valueIn(const QJsonObject &definition) const
{
    QJsonValue value = definition;
    for (const QString &key : m_keys)
        value = childOf(value, key);
    return value;
}

void DefinitionPath::setIn(QJsonObject &definition, const QJsonValue &value) const
{
    set(definition, m_keys, value, Emptied::Stay);
}

void DefinitionPath::setAndPruneIn(QJsonObject &definition, const QJsonValue &value) const
{
    set(definition, m_keys, value, Emptied::Go);
}

void DefinitionPath::settleIn(QJsonObject &definition, const QJsonValue &value,
                              const QJsonObject &like) const
{
    setIn(definition, value);
    for (DefinitionPath path = *this; !path.isEmpty(); path.leave()) {
        const QJsonValue left = path.valueIn(definition);
        const bool isEmpty = left.isUndefined() || left == QJsonObject() || left == QJsonArray();
        if (!isEmpty || !path.valueIn(like).isUndefined())
            return;
        path.setIn(definition, QJsonValue(QJsonValue::Undefined));
    }
}

} // namespace Sluice
