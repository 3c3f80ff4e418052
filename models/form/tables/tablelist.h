// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinefacts.h"

#include <QAbstractTableModel>

namespace Sluice {

// The source tables of one definition, read-only: schema and table.
class TableList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SchemaColumn, TableColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTables(const QList<TableName> &tables);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TableName> m_tables;
};

} // namespace Sluice
