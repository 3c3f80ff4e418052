// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace Sluice {

// The entries of a table list by their ids. The id is the schema and the table, exactly as written;
// a table that is listed twice is two entries. An entry without schema and table has its JSON as
// id.
class TableSet
{
public:
    explicit TableSet(const QJsonArray &tables);

    // In the order of the list.
    const QStringList &ids() const { return m_ids; }

    bool contains(const QString &id) const { return m_entries.contains(id); }

    // Undefined when there is none.
    QJsonValue entry(const QString &id) const
    {
        return m_entries.value(id, QJsonValue(QJsonValue::Undefined));
    }

    // "schema.table", or the JSON of an entry without schema and table.
    static QString nameOf(const QJsonValue &entry);

    // The list with these entries: replaced in their place, appended in the given order, or removed
    // when Undefined.
    static QJsonArray with(const QJsonArray &tables,
                           const QList<std::pair<QString, QJsonValue>> &entries);

private:
    QStringList m_ids;
    QHash<QString, QJsonValue> m_entries;
};

} // namespace Sluice
