// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/namedelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

constexpr int markWidth = Size::IconText + Size::SmallIcon;

} // namespace

NameDelegate::NameDelegate(int markedRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_markedRole(markedRole)
{}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (!index.data(m_markedRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect text = QStyle::visualRect(
        option.direction, option.rect,
        style->subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget));
    // As the style sets text into an item.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    cell.text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode,
                                            text.width() - 2 * margin - markWidth);
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const QRect mark(text.left() + margin + cell.fontMetrics.horizontalAdvance(cell.text) +
                         Size::IconText,
                     option.rect.top(), Size::SmallIcon, option.rect.height());
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, mark), "key-round",
              tokensFor(option.palette).warning);
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize name = QStyledItemDelegate::sizeHint(option, index);
    return index.data(m_markedRole).toBool() ? name + QSize(markWidth, 0) : name;
}

} // namespace Sluice
