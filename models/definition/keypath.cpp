// SPDX-License-Identifier: Apache-2.0
#include "models/definition/keypath.h"

#include <QJsonArray>

#include <algorithm>

namespace Sluice {

namespace {

QJsonObject withValue(QJsonObject object, KeyPath::const_iterator key, KeyPath::const_iterator end,
                      const QJsonValue &value)
{
    if (key + 1 == end) {
        object.insert(*key, value); // Undefined removes
        return object;
    }
    const QJsonValue former = object.value(*key);
    if (value.isUndefined() && !former.isObject())
        return object; // nothing there to remove
    object.insert(*key, withValue(former.toObject(), key + 1, end, value));
    return object;
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

QJsonValue valueAt(const QJsonObject &root, const KeyPath &keys)
{
    QJsonValue place = root;
    for (const QString &key : keys)
        place = place.toObject().value(key);
    return place;
}

void setValueAt(QJsonObject &root, const KeyPath &keys, const QJsonValue &value)
{
    if (keys.isEmpty())
        root = value.toObject();
    else
        root = withValue(root, keys.begin(), keys.end(), value);
}

void settleValueAt(QJsonObject &root, const KeyPath &keys, const QJsonValue &value,
                   const QJsonObject &like)
{
    setValueAt(root, keys, value);
    for (KeyPath place = keys; !place.isEmpty(); place.removeLast()) {
        const QJsonValue left = valueAt(root, place);
        const bool isEmpty = left.isUndefined() || left == QJsonObject() || left == QJsonArray();
        if (!isEmpty || !valueAt(like, place).isUndefined())
            return;
        setValueAt(root, place, QJsonValue(QJsonValue::Undefined));
    }
}

bool startsWith(const KeyPath &keys, const KeyPath &above)
{
    return keys.size() >= above.size() && std::equal(above.begin(), above.end(), keys.begin());
}

KeyPath differingPlace(const QJsonObject &one, const QJsonObject &other)
{
    KeyPath place;
    QJsonObject here = one;
    QJsonObject there = other;
    while (true) {
        const QStringList keys = differingKeys(here, there);
        if (keys.size() != 1)
            return place;
        place.append(keys.constFirst());
        const QJsonValue mine = here.value(keys.constFirst());
        const QJsonValue theirs = there.value(keys.constFirst());
        if (!mine.isObject() || !theirs.isObject())
            return place;
        here = mine.toObject();
        there = theirs.toObject();
    }
}

} // namespace Sluice
