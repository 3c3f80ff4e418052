// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace Sluice {

// The tables of a source as a value: the list of a definition, with unknown keys of each entry, and
// how often each name is in it. Compares names exactly, because databases differ in their rules for
// case.
class TableRows
{
public:
    using Name = std::pair<QString, QString>; // schema, table

    enum Column { Schema, Table };

    struct Row {
        QJsonValue json; // an entry that is no table stays as it is until the row is edited
        Name name;

        bool operator==(const Row &) const = default;
    };

    struct CellText {
        int row;
        int column;
        QString text;
    };

    // The outcome of replacing texts: all were replaced, or none for a reason.
    struct Replaced {
        int cells = 0;
        QStringList repeated; // "schema.table" that would be in the list more than once
        QStringList emptied;  // "schema.table" whose schema or table would be gone
    };

    // What to do about repeated tables.
    struct Thinning {
        QList<int> rows; // that can go
        int left = 0;    // differ in other properties too, so none can be removed
    };

    static Row makeRow(const QJsonValue &json);

    TableRows() = default;
    explicit TableRows(const QJsonArray &tables);

    QJsonArray json() const;

    int size() const { return int(m_rows.size()); }

    const Row &at(int row) const { return m_rows.at(row); }

    // How often the list has it.
    int count(const Name &name) const { return m_counts.value(name); }

    // Counts rows without a name too.
    bool hasRepeats() const { return m_counts.size() != m_rows.size(); }

    // How many rows repeat a table above them.
    int repeats() const;
    // Of each table that is listed more than once, all but one can be removed.
    Thinning thinning() const;
    // For each new row, the old row that goes there. Sorts by this column, then by the other,
    // without regard to case. Empty when the list is in this order already.
    QList<int> sorted(Column column, Qt::SortOrder order) const;
    // What replacing these texts would do. Says why not when a table would be repeated or lose a
    // name.
    Replaced checked(const QList<CellText> &texts) const;

    void append(const QList<Row> &rows);
    void remove(int first, int count);
    void reorder(const QList<int> &from);
    // False when the text is there already.
    bool rename(int row, int column, const QString &text);

private:
    void addToCount(const Name &name, int change);

    QList<Row> m_rows;
    QHash<Name, int> m_counts;
};

} // namespace Sluice
