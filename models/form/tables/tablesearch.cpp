// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablesearch.h"

namespace Sluice {

TableSearch::TableSearch(const TableQuery &query)
    : m_query(query)
    , m_pattern(query.isPattern ? query.text : QString(),
                query.matchesCase ? QRegularExpression::NoPatternOption
                                  : QRegularExpression::CaseInsensitiveOption)
{}

QString TableSearch::fault() const
{
    return m_pattern.isValid() ? QString() : m_pattern.errorString();
}

bool TableSearch::isIn(const QString &name) const
{
    if (m_query.isPattern)
        return m_pattern.match(name).hasMatch();
    return name.contains(m_query.text,
                         m_query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

QModelIndexList TableSearch::matches(const TablesModel &tables) const
{
    QModelIndexList found;
    if (m_query.text.isEmpty() || !m_pattern.isValid())
        return found;
    for (int row = 0; row < tables.rowCount(); ++row) {
        for (const auto column : {TablesModel::SchemaColumn, TablesModel::TableColumn}) {
            const QModelIndex cell = tables.index(row, column);
            if (m_query.column.value_or(column) == column && isIn(cell.data().toString()))
                found.append(cell);
        }
    }
    return found;
}

TablesModel::CellText TableSearch::replaced(const QModelIndex &cell, const QString &by) const
{
    QString name = cell.data().toString();
    if (m_query.isPattern)
        name.replace(m_pattern, by);
    else
        name.replace(m_query.text, by,
                     m_query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    return {cell.row(), cell.column(), name};
}

} // namespace Sluice
