// SPDX-License-Identifier: Apache-2.0
#include "models/support/tickabletable.h"

namespace Sluice {

bool TickableTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !hasBox(index))
        return false;
    tick(index.row(), value.toInt() == int(Qt::Checked));
    return true;
}

Qt::ItemFlags TickableTable::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return hasBox(index) ? plain | Qt::ItemIsUserCheckable : plain;
}

QVariant TickableTable::checkState(const QModelIndex &index) const
{
    if (!hasBox(index))
        return {};
    return int(isTicked(index.row()) ? Qt::Checked : Qt::Unchecked);
}

QString TickableTable::line(const QStringList &cells)
{
    QStringList flat;
    for (const QString &cell : cells)
        flat += cell.simplified();
    return flat.join(u'\t') + u'\n';
}

} // namespace Sluice
