// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// Paints a row of a ChangesModel: the kind with its icon, the former and the new value on the
// colours of removed and added (with minus and plus, as colour alone is not enough), the risk as a
// pill.
class ChangesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // The width with which nothing of the cell is cut. The font is that of the view.
    static int widthOf(const QModelIndex &index, const QFont &font);
};

} // namespace Sluice
