// SPDX-License-Identifier: Apache-2.0
#include "models/definition/tableset.h"

#include "models/json/jsontext.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QChar partSeparator(0x1f);

bool isTable(const QJsonValue &entry)
{
    const QJsonObject table = entry.toObject();
    return table.value("schema"_L1).isString() && table.value("table"_L1).isString();
}

QString textOf(const QJsonValue &entry)
{
    return QString::fromUtf8(compactJson(QJsonArray{entry}));
}

QString idOf(const QJsonValue &entry)
{
    if (!isTable(entry))
        return textOf(entry);
    const QJsonObject table = entry.toObject();
    return table.value("schema"_L1).toString() + partSeparator + table.value("table"_L1).toString();
}

// Makes the ids of a list from its start on. A repeated entry gets a number that the first one has
// not.
class Ids
{
public:
    QString next(const QJsonValue &entry)
    {
        const QString id = idOf(entry);
        const int repeat = m_seen[id]++;
        return repeat == 0 ? id : id + partSeparator + QString::number(repeat);
    }

private:
    QHash<QString, int> m_seen;
};

} // namespace

TableSet::TableSet(const QJsonArray &tables)
{
    m_ids.reserve(tables.size());
    m_entries.reserve(tables.size());
    Ids ids;
    for (const QJsonValue &entry : tables) {
        const QString id = ids.next(entry);
        m_ids.append(id);
        m_entries.insert(id, entry);
    }
}

QString TableSet::nameOf(const QJsonValue &entry)
{
    if (!isTable(entry)) {
        const QString text = textOf(entry);
        return text.mid(1, text.size() - 2);
    }
    const QJsonObject table = entry.toObject();
    return table.value("schema"_L1).toString() + u'.' + table.value("table"_L1).toString();
}

QJsonArray TableSet::with(const QJsonArray &tables,
                          const QList<std::pair<QString, QJsonValue>> &entries)
{
    QHash<QString, QJsonValue> wanted(entries.begin(), entries.end());
    QJsonArray changed;
    Ids ids;
    for (const QJsonValue &entry : tables) {
        const QString id = ids.next(entry);
        const bool isChanged = wanted.contains(id);
        const QJsonValue now = isChanged ? wanted.take(id) : QJsonValue(entry);
        if (!now.isUndefined())
            changed.append(now);
    }
    for (const auto &[id, entry] : entries) {
        if (wanted.contains(id) && !entry.isUndefined())
            changed.append(entry);
    }
    return changed;
}

} // namespace Sluice
