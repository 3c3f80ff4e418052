// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace Sluice {

// The tables of a source as a value: what a definition lists, with unknown keys of each entry, and
// how often each name stands there. Names are compared exactly: databases differ in case rules.
class TableRows
{
public:
    using Name = std::pair<QString, QString>; // schema, table

    enum Column { Schema, Table };

    struct Row {
        QJsonValue json; // rubbish stays as it came until the row is edited
        Name name;

        bool operator==(const Row &) const = default;
    };

    struct CellText {
        int row;
        int column;
        QString text;
    };

    // What became of texts that were to be replaced: all of them, or none for a reason.
    struct Replaced {
        int cells = 0;
        QStringList repeated; // "schema.table" that would be in the list more than once
        QStringList emptied;  // "schema.table" whose schema or table would be gone
    };

    // What to do about repeated tables.
    struct Thinning {
        QList<int> rows; // that can go
        int left = 0;    // differ in more than schema and table, so that none can go unseen
    };

    static Row makeRow(const QJsonValue &json);

    TableRows() = default;
    explicit TableRows(const QJsonArray &tables);

    QJsonArray json() const;

    int size() const { return int(m_rows.size()); }

    const Row &at(int row) const { return m_rows.at(row); }

    // How often it is there.
    int count(const Name &name) const { return m_counts.value(name); }

    // Rows without a name counted too.
    bool hasRepeats() const { return m_counts.size() != m_rows.size(); }

    // How many rows repeat a table above them.
    int repeats() const;
    // Of each table that stands there more than once all but one can go.
    Thinning thinning() const;
    // By new row, which row comes there: by this column, then by the other; upper and lower case
    // together. Empty when the list is in this order.
    QList<int> sorted(Column column, Qt::SortOrder order) const;
    // What would come of these texts; says why not when a table would be repeated or lose a name.
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
