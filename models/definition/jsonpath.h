// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

// Places in a definition: dotted, with "tables[0].schema" or "tables.0.schema" for an array's
// element (the API shows no example of an index, so both are read).
namespace Sluice::JsonPath {

// "a.b[3].c" and "a.b.3.c" both give {"a", "b", "3", "c"}.
QStringList split(const QString &path);

// The value at path, Undefined when there is none.
QJsonValue value(const QJsonObject &root, const QString &path);

// Sets the value at path, making objects on the way. Undefined removes the key, and with it the
// parents that become empty by that.
void setValue(QJsonObject &root, const QString &path, const QJsonValue &value);

// True when path is ancestor itself or lies below it.
bool isAtOrBelow(const QString &path, const QString &ancestor);

} // namespace Sluice::JsonPath
