// SPDX-License-Identifier: Apache-2.0
#include "ui/references/markedcell.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"

#include <QModelIndex>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace Sluice {

CellMark findingMark(int findings, const QStyleOptionViewItem &option)
{
    const QPalette &palette = option.palette;
    const Tokens &tokens = tokensFor(palette);
    if (findings == 0)
        return {"check", familyColors(Family::Good, palette).solid, tokens.textSecondary};
    return {"triangle-alert", tokens.warning, familyColors(Family::Warning, palette).fg};
}

void paintMarkedCell(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, const CellMark &mark)
{
    paintCell(painter, option, index);
    const QRect inside = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    QRect words = inside;
    if (mark.icon != nullptr) {
        const QRect sign(inside.topLeft(), QSize(Size::SmallIcon, inside.height()));
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, sign), mark.icon,
                  mark.color);
        words.setLeft(sign.right() + 1 + Size::IconText);
    }
    painter->save();
    painter->setFont(option.font);
    painter->setPen(mark.text);
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, words),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(option.font)
            .elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace Sluice
