// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/namedelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

constexpr int markWidth = Size::IconText + Size::SmallIcon;

} // namespace

NameDelegate::NameDelegate(int markedRole, int editedRole, int wordsRole, QObject *parent)
    : TextDelegate(wordsRole, parent)
    , m_markedRole(markedRole)
    , m_editedRole(editedRole)
{}

int NameDelegate::roomBehind(const QModelIndex &index) const
{
    return (int(index.data(m_markedRole).toBool()) + int(index.data(m_editedRole).toBool())) *
           markWidth;
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
    const auto paintMark = [&](const char *name, const QColor &ink) {
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, mark), name, ink);
        mark.translate(markWidth, 0);
    };
    if (index.data(m_editedRole).toBool())
        paintMark("pencil", tokensFor(option.palette).focus);
    if (index.data(m_markedRole).toBool())
        paintMark("key-round", tokensFor(option.palette).warning);
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return TextDelegate::sizeHint(option, index) + QSize(roomBehind(index), 0);
}

} // namespace Sluice
