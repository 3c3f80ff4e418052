// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/numberdelegate.h"

namespace Sluice {

void NumberDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

} // namespace Sluice
