// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesdelegate.h"

#include "models/form/tables/tablesmodel.h"
#include "ui/form/fields/gridcell.h"

namespace Sluice {

void TablesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    GridCell::paint(painter, option, index, index.data(TablesModel::ErrorRole).toString(), true);
}

} // namespace Sluice
