// SPDX-License-Identifier: Apache-2.0
#include "models/definition/jsonpath.h"

#include <QJsonArray>

#include <algorithm>

namespace Sluice::JsonPath {

namespace {

using Keys = QStringList::const_iterator;

qsizetype indexIn(const QJsonArray &array, const QString &key)
{
    bool ok = false;
    const qsizetype index = key.toLongLong(&ok);
    return ok && index >= 0 && index <= array.size() ? index : -1;
}

QJsonValue child(const QJsonValue &parent, const QString &key)
{
    if (!parent.isArray())
        return parent.toObject().value(key); // Undefined when parent is no object
    const QJsonArray array = parent.toArray();
    const qsizetype index = indexIn(array, key);
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : array.at(index);
}

QJsonValue withValue(const QJsonValue &parent, Keys key, Keys end, const QJsonValue &value);

// What stands at key after the change; Undefined when it is to go.
QJsonValue changedChild(const QJsonValue &parent, Keys key, Keys end, const QJsonValue &value)
{
    QJsonValue former = child(parent, *key);
    if (key + 1 == end)
        return value;
    if (value.isUndefined() && !former.isObject() && !former.isArray())
        return former; // nothing there to remove
    const QJsonValue now = withValue(former, key + 1, end, value);
    const bool emptied =
        value.isUndefined() && now != former && now.isObject() && now.toObject().isEmpty();
    return emptied ? QJsonValue(QJsonValue::Undefined) : now;
}

QJsonValue withValue(const QJsonValue &parent, Keys key, Keys end, const QJsonValue &value)
{
    const QJsonValue now = changedChild(parent, key, end, value);
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

} // namespace

QStringList split(const QString &path)
{
    QString dotted = path;
    dotted.replace(u'[', u'.').remove(u']');
    return dotted.split(u'.', Qt::SkipEmptyParts);
}

QJsonValue value(const QJsonObject &root, const QString &path)
{
    QJsonValue place = root;
    const QStringList keys = split(path);
    for (const QString &key : keys)
        place = child(place, key);
    return place;
}

void setValue(QJsonObject &root, const QString &path, const QJsonValue &value)
{
    const QStringList keys = split(path);
    if (keys.isEmpty())
        root = value.toObject();
    else
        root = withValue(root, keys.begin(), keys.end(), value).toObject();
}

bool isAtOrBelow(const QString &path, const QString &ancestor)
{
    if (path == ancestor)
        return true;
    const QStringList keys = split(path);
    const QStringList above = split(ancestor);
    return keys.size() >= above.size() && std::equal(above.begin(), above.end(), keys.begin());
}

} // namespace Sluice::JsonPath
