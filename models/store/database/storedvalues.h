// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"
#include "models/json/jsontext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QStringList>
#include <QVariant>

#include <array>
#include <utility>

// How values are written in the columns of the local store.
namespace Sluice {

namespace StoredValue {

// Milliseconds since 1970, UTC.
inline QVariant time(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

inline QDateTime time(const QVariant &stored)
{
    return QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC);
}

// As above, with zero for no time.
inline QVariant moment(const QDateTime &moment)
{
    return moment.isValid() ? time(moment) : QVariant(0);
}

inline QDateTime moment(const QVariant &stored)
{
    return stored.toLongLong() > 0 ? time(stored) : QDateTime();
}

// A null QString would be stored as NULL, which the columns refuse.
inline QVariant text(const QString &text)
{
    return text.isNull() ? QVariant(QString(QLatin1String(""))) : QVariant(text);
}

inline QJsonObject object(const QVariant &stored)
{
    return readJson(stored.toString().toUtf8()).object();
}

// Places in a definition: lists of keys.
inline QVariant places(const QList<DefinitionPath> &places)
{
    QJsonArray list;
    for (const DefinitionPath &place : places)
        list.append(QJsonArray::fromStringList(place.keys()));
    return QString::fromUtf8(compactJson(list));
}

inline QList<DefinitionPath> places(const QVariant &stored)
{
    QList<DefinitionPath> places;
    const QJsonArray list = readJson(stored.toString().toUtf8()).array();
    for (const QJsonValue &place : list)
        places.append(DefinitionPath(place.toVariant().toStringList()));
    return places;
}

} // namespace StoredValue

// The words for the values of an enum.
template <typename Enum, std::size_t count>
struct StoredWords {
    std::array<std::pair<Enum, const char *>, count> words;

    QString word(Enum value) const
    {
        for (const auto &[each, text] : words) {
            if (each == value)
                return QLatin1String(text);
        }
        return {};
    }

    // fallback: the value for a word that only another version of Sluice knows.
    Enum value(const QString &word, Enum fallback) const
    {
        for (const auto &[each, text] : words) {
            if (word == QLatin1String(text))
                return each;
        }
        return fallback;
    }
};

} // namespace Sluice
