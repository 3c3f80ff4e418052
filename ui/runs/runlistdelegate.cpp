// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runlistdelegate.h"

#include "models/runs/runlist.h"
#include "ui/runs/runlook.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"

#include <QPainter>

namespace Sluice {

void RunListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintCell(painter, option, index);
    const bool isRunning = index.data(RunList::RunningRole).toBool();
    const bool hasFailed = index.data(RunList::FailedRole).toInt() > 0;
    const Family family = hasFailed ? Family::Problem : isRunning ? Family::Warning : Family::Good;
    const char *sign = isRunning ? "loader-circle" : hasFailed ? "circle-alert" : "circle-check";
    CellLayout layout(option);
    const QRect mark = layout.takeStart(Size::Icon);
    paintIcon(
        painter,
        QStyle::alignedRect(option.direction, Qt::AlignCenter, {Size::Icon, Size::Icon}, mark),
        sign, familyColors(family, option.palette).fg);
    const QRect rest = layout.rest();
    const QRect top(rest.x(), rest.y() + Size::Gap / 2, rest.width(),
                    rest.height() / 2 - Size::Gap / 2);
    const QRect bottom(rest.x(), rest.y() + rest.height() / 2, rest.width(),
                       rest.height() / 2 - Size::Gap / 2);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, top, index.data().toString(), sectionFont(), option.direction);
    painter->setPen(tokensFor(option.palette).textSecondary);
    drawCellText(painter, bottom, index.data(RunList::LineRole).toString(), smallFont(),
                 option.direction);
    painter->restore();
}

QSize RunListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int height = QFontMetrics(sectionFont()).height() + QFontMetrics(smallFont()).height();
    return {option.rect.width(), height + 2 * Size::Gap};
}

} // namespace Sluice
