// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"
#include "models/form/tables/tablerows.h"

#include <QAbstractTableModel>

namespace Sluice {

// The tables of a source: schema and table, one row each. Keeps unknown keys of a row. Refuses to
// add a table twice; marks a repeated one when it comes with the definition or from an edited row.
// Compares exactly, because databases differ in their rules for case.
class TablesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SchemaColumn = TableRows::Schema, TableColumn = TableRows::Table, ColumnCount };

    enum Role { ErrorRole = Qt::UserRole }; // QString, also in ToolTipRole

    // The outcome of adding tables.
    struct Added {
        int added = 0;
        QList<TableText::LeftOut> leftOut; // by line; those in the list already among them
    };

    using CellText = TableRows::CellText;
    using Replaced = TableRows::Replaced;

    // The outcome of removing repeated tables.
    struct Thinned {
        int removed = 0;
        int left = 0; // differ in other properties too, so none can be removed
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows before the first and after the last difference stay as they are, with selection and
    // scroll.
    void setTables(const QJsonArray &tables);

    QJsonArray tables() const { return m_list.json(); }

    // Adds the tables that a text names; tabletext.h says what is understood.
    Added addText(const QString &text);
    // Adds the tables that were read from a text already.
    Added addFound(const TableText::Found &found);
    // Adds entries of a definition as they are, unknown keys too.
    Added addTables(const QJsonArray &tables);
    // False when a name is empty or the table is in the list. Invisible characters at the ends of
    // names are dropped, here and when cells are set.
    bool addTable(const QString &schema, const QString &table);
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    // Removes any rows, as one edit.
    void removeRowsAt(QList<int> rows);
    // Keeps one row of each table that is listed more than once, as one edit.
    Thinned removeRepeats();

    // How many rows repeat a table above them.
    int repeats() const { return m_list.repeats(); }

    // Sorts the definition's list, as one edit: by this column, then by the other, without regard
    // to case.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    // Sets all texts as one edit, or none when a table would be repeated or lose a name.
    Replaced replace(const QList<CellText> &texts);
    // Server messages by row and key ("schema", "table"; "" stands for the row), counted from 0.
    void setErrors(const QHash<QPair<int, QString>, QString> &errors);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // The user changed something (not setTables).
    void edited();

private:
    QString error(int row, int column) const;
    void add(const TableRows::Row &row, int line, QSet<TableRows::Name> *seen,
             QList<TableRows::Row> *fresh, Added *added) const;
    void append(const QList<TableRows::Row> &fresh, Added *added);
    void reorder(const QList<int> &from);
    void erase(int row, int count);
    // Tells views of the rows with this name after its count changed.
    void markRepeats(const TableRows::Name &name);
    void notifyErrors(int first, int last);

    TableRows m_list;
    QHash<QPair<int, QString>, QString> m_errors;
};

} // namespace Sluice
