// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badgedelegate.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/cell.h"

#include <QAbstractItemView>
#include <QPainter>

namespace Sluice {

BadgeDelegate::BadgeDelegate(int badgeRole, int rawTextRole, int staleRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_badgeRole(badgeRole)
    , m_rawTextRole(rawTextRole)
    , m_staleRole(staleRole)
    , m_turning(new Turning(this))
{}

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCell(painter, option, index);
    BadgeLook badge = look(index);
    const QRect place = option.rect.adjusted(Size::Gap, 0, -Size::Gap / 2, 0);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view != nullptr && turns(badge.badge) && !badge.stale) {
        badge.turn = Turning::angle(view);
        m_turning->painted(view->viewport(),
                           badgeGlyphRect(place, badge, option.direction).adjusted(-1, -1, 1, 1));
    }
    paintBadge(painter, place, badge, option.palette, option.direction);
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = badgeSize(look(index));
    return {size.width() + Size::Gap + Size::Gap / 2,
            qMax(heightFor(Size::TableRow, option.fontMetrics), size.height() + 6)};
}

BadgeLook BadgeDelegate::look(const QModelIndex &index) const
{
    BadgeLook result;
    result.badge = index.data(m_badgeRole).value<Badge>();
    if (m_rawTextRole >= 0)
        result.rawText = index.data(m_rawTextRole).toString();
    result.stale = m_staleRole >= 0 && index.data(m_staleRole).toBool();
    return result;
}

} // namespace Sluice
