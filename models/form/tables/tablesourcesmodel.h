// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesource.h"

#include <QAbstractTableModel>

namespace Sluice {

// The pipelines whose tables can be taken over, and how many of their tables are new to a list.
class TableSourcesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlaceColumn, FromColumn, TablesColumn, NewColumn, ColumnCount };

    enum Role {
        SortRole = Qt::UserRole, // folded text, or the number
        SearchRole,              // QString: all that a filter looks at, tables included
        TablesRole,              // QJsonArray, all of them
        NewCountRole,            // int
        TableCountRole,          // int
        TableNamesRole,          // QStringList, "schema.table"; those not in the list come first
    };

    // own: the tables of the list that takes them over.
    TableSourcesModel(const QList<TableSource> &sources, const QJsonArray &own,
                      QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TableSource source;
        QStringList fresh; // "schema.table", each once
        QStringList known;
        QString search;
    };

    QVariant shown(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;

    QList<Row> m_rows;
};

} // namespace Sluice
