// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/markeddelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"

#include <QPainter>

namespace Sluice {

CellMark MarkedDelegate::findingMark(int findings, const QPalette &palette)
{
    const Tokens &tokens = tokensFor(palette);
    if (findings == 0)
        return {"check", familyColors(Family::Good, palette).solid, tokens.textSecondary};
    return {"triangle-alert", tokens.warning, familyColors(Family::Warning, palette).fg};
}

CellMark MarkedDelegate::kindMark(const char *icon, const QPalette &palette)
{
    return {icon, tokensFor(palette).textSecondary, palette.color(QPalette::Text)};
}

void MarkedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const std::optional<CellMark> mark = markOf(index, cell);
    if (!mark) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    paintCell(painter, cell, index);
    CellLayout layout(cell);
    if (mark->icon)
        paintIcon(painter, layout.takeStart(Size::SmallIcon), mark->icon, mark->color);
    painter->save();
    painter->setPen(mark->text);
    drawCellText(painter, layout.rest(), index.data().toString(), cell.font, cell.direction);
    painter->restore();
}

} // namespace Sluice
