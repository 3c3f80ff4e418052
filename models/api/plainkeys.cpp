// SPDX-License-Identifier: Apache-2.0
#include "models/api/plainkeys.h"

#include <QString>

namespace Sluice {

namespace {

QString plainKey(const QString &key)
{
    QString plain = key.toLower();
    return plain.remove(u'_').remove(u'-');
}

} // namespace

QJsonObject plainKeys(const QJsonObject &object)
{
    static constexpr qsizetype most = 200;
    if (object.size() > most)
        return object;
    QJsonObject plain;
    for (auto part = object.begin(); part != object.end(); ++part) {
        const QString key = plainKey(part.key());
        if (key == part.key() || !object.contains(key))
            plain.insert(key, *part);
    }
    return plain;
}

} // namespace Sluice
