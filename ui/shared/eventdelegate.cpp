// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/eventdelegate.h"

#include "models/store/events/eventsmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"
#include "ui/widgets/timelinepainter.h"

#include <QPainter>

namespace Sluice {

namespace {

QColor inkOf(Event::Severity severity, const QPalette &palette)
{
    switch (severity) {
    case Event::Severity::Problem: return tokensFor(palette).problem;
    case Event::Severity::Warning: return tokensFor(palette).warning;
    case Event::Severity::Information: break;
    }
    return tokensFor(palette).textSecondary;
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintCell(painter, cell, index);
    CellLayout layout(cell);
    const QRect mark = layout.takeStart(Size::SmallIcon);
    const QVariant badge = index.data(EventsModel::BadgeRole);
    if (badge.isValid()) {
        BadgeLook look;
        look.badge = Badge(badge.toInt());
        paintBadgeMark(painter, mark, look, cell.palette);
    } else {
        const auto severity = Event::Severity(index.data(EventsModel::SeverityRole).toInt());
        paintIcon(painter, mark,
                  index.data(EventsModel::IconRole).toString().toLatin1().constData(),
                  inkOf(severity, cell.palette));
    }
    const QString text = index.data().toString();
    if (index.data(EventsModel::IsGapRole).toBool()) {
        const int width = cell.fontMetrics.horizontalAdvance(text) + 2 * Size::Gap;
        CellLayout behind = layout;
        behind.takeStart(width, 0);
        paintTimelineSample(painter, behind.rest().adjusted(0, 6, 0, -6), PipelineState::NotChecked,
                            cell.palette);
    }
    painter->save();
    painter->setPen(cell.palette.color(QPalette::Text));
    drawCellText(painter, layout.rest(), text, cell.font, cell.direction);
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize plain = QStyledItemDelegate::sizeHint(option, index);
    return {plain.width() + Size::SmallIcon + Size::IconText + Size::Gap, plain.height()};
}

} // namespace Sluice
