// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/gridcell.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"

#include <QApplication>
#include <QModelIndex>
#include <QPainter>

namespace Sluice::GridCell {

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    paintCellFocus(painter, option);
}

void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
           const QString &error, bool fixed)
{
    paintGround(painter, option);
    QRect place = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    painter->save();
    if (!error.isEmpty()) {
        const QRect mark(place.right() - Size::SmallIcon,
                         place.center().y() - Size::SmallIcon / 2 + 1, Size::SmallIcon,
                         Size::SmallIcon);
        paintIcon(painter, mark, "circle-alert", tokensFor(option.palette).problem);
        place.setRight(mark.left() - Size::IconText);
        painter->setPen(familyColors(Family::Problem, option.palette).fg);
    } else {
        painter->setPen(option.palette.color(QPalette::Text));
    }
    const QFont font = fixed ? fixedFont() : option.font;
    painter->setFont(font);
    const QString text = index.data().toString();
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    painter->restore();
}

} // namespace Sluice::GridCell
