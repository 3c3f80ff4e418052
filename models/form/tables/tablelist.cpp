// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablelist.h"

namespace Sluice {

void TableList::setTables(const QList<TableName> &tables)
{
    if (tables == m_tables)
        return;
    beginResetModel();
    m_tables = tables;
    endResetModel();
}

int TableList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int TableList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TableList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const TableName &table = m_tables.at(index.row());
    return index.column() == SchemaColumn ? table.schema : table.table;
}

QVariant TableList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == SchemaColumn ? tr("Schema") : tr("Table");
}

} // namespace Sluice
