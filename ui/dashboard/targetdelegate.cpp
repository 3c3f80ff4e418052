// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/targetdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celltext.h"

#include <QPainter>
#include <QStyle>

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
    const Tokens &tokens = tokensFor(option.palette);
    QRect rest = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    const auto take = [&rest, &option](int width) {
        const QRect place(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(place.right() + 1 + Size::IconText);
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    const bool forward = option.direction == Qt::LeftToRight;
    paintIcon(painter, take(Size::SmallIcon), forward ? "arrow-right" : "arrow-left",
              tokens.textSecondary);
    const QString mark = m_markOf(index.data(m_typeRole).toString());
    paintIcon(painter, take(Size::SmallIcon), mark.isEmpty() ? u"package"_s : mark,
              tokens.textSecondary);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, QStyle::visualRect(option.direction, option.rect, rest),
                 index.data(m_placeRole).toString(), smallFont(), option.direction);
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
