// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/sentencedelegate.h"

namespace Sluice {

// The style makes one line as high as a row, and leaves no room round two.
QSize SentenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int around = 10;
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (size.height() >= 2 * option.fontMetrics.height())
        size.rheight() += around;
    return size;
}

} // namespace Sluice
