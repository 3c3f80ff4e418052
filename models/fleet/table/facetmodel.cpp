// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/facetmodel.h"

namespace Sluice {

void FacetModel::setValues(const QList<FacetCount> &values)
{
    beginResetModel();
    m_values = values;
    endResetModel();
}

void FacetModel::setChosen(const Chosen &chosen)
{
    if (m_chosen == chosen)
        return;
    m_chosen = chosen;
    if (!m_values.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

int FacetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetCount &value = m_values.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return value.text;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(value.text, tr("%Ln pipeline(s)", nullptr, value.count));
    case Qt::CheckStateRole: return checkState(index);
    case CountRole: return value.count;
    default: return {};
    }
}

bool FacetModel::canTick(int row) const
{
    return row >= 0 && row < m_values.size();
}

bool FacetModel::isTicked(int row) const
{
    return m_chosen.contains(m_values.at(row).value);
}

void FacetModel::tick(int row, bool ticked)
{
    const FacetCount &value = m_values.at(row);
    if (ticked == m_chosen.contains(value.value))
        return;
    if (ticked)
        m_chosen.insert(value.value, value.text);
    else
        m_chosen.remove(value.value);
    Q_EMIT dataChanged(index(row, 0), index(row, 0), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

} // namespace Sluice
