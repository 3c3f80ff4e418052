// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/namedelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Sluice {

namespace {

constexpr int markWidth = Size::IconText + Size::SmallIcon;

} // namespace

NameDelegate::NameDelegate(const QList<Mark> &marks, int wordsRole, QObject *parent)
    : TextDelegate(wordsRole, parent)
    , m_marks(marks)
{}

int NameDelegate::roomBehind(const QModelIndex &index) const
{
    return markWidth *
           int(std::count_if(m_marks.cbegin(), m_marks.cend(),
                             [&index](const Mark &one) { return index.data(one.role).toBool(); }));
}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    TextDelegate::paint(painter, option, index);
    if (roomBehind(index) == 0)
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QRect line = lineOf(cell, index);
    const int width = qMin(line.width(), cell.fontMetrics.horizontalAdvance(cell.text));
    QRect mark(line.left() + width + Size::IconText, option.rect.top(), Size::SmallIcon,
               option.rect.height());
    for (const Mark &one : m_marks) {
        if (!index.data(one.role).toBool())
            continue;
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, mark), one.icon,
                  tokensFor(option.palette).*one.ink);
        mark.translate(markWidth, 0);
    }
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return TextDelegate::sizeHint(option, index) + QSize(roomBehind(index), 0);
}

} // namespace Sluice
