// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace Sluice {

// The entries of a table list, each known by schema and table exactly as written; a table that
// stands there twice is two entries. What is no table is known by its JSON.
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

    // "schema.table", or the JSON of what is no table.
    static QString nameOf(const QJsonValue &entry);

    // The list with entries set in their place, appended in the given order, or, for Undefined,
    // removed.
    static QJsonArray with(const QJsonArray &tables,
                           const QList<std::pair<QString, QJsonValue>> &entries);

private:
    QStringList m_ids;
    QHash<QString, QJsonValue> m_entries;
};

} // namespace Sluice
