// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/targetdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"

#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

TargetDelegate::TargetDelegate(int typeRole, int placeRole, MarkOf markOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_typeRole(typeRole)
    , m_placeRole(placeRole)
    , m_markOf(std::move(markOf))
{}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    paintCell(painter, option, index);
    const QColor ink = tokensFor(option.palette).textSecondary;
    CellLayout layout(option);
    paintIcon(painter, layout.takeStart(Size::SmallIcon),
              option.direction == Qt::LeftToRight ? "arrow-right" : "arrow-left", ink);
    const QString mark = m_markOf(index.data(m_typeRole).toString());
    paintIcon(painter, layout.takeStart(Size::SmallIcon), mark.isEmpty() ? u"package"_s : mark,
              ink);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, layout.rest(), index.data(m_placeRole).toString(), smallFont(),
                 option.direction, {}, {index.data(m_wordsRole).toStringList(), option.palette});
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int place =
        QFontMetrics(smallFont()).horizontalAdvance(index.data(m_placeRole).toString());
    return {2 * (Size::Gap + Size::SmallIcon + Size::IconText) + place + 2,
            heightFor(Size::TableRow, option.fontMetrics)};
}

} // namespace Sluice
