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

NameDelegate::NameDelegate(int markedRole, int editedRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_markedRole(markedRole)
    , m_editedRole(editedRole)
{}

int NameDelegate::marksWidth(const QModelIndex &index) const
{
    return (int(index.data(m_markedRole).toBool()) + int(index.data(m_editedRole).toBool())) *
           markWidth;
}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const int marks = marksWidth(index);
    if (marks == 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect text = QStyle::visualRect(
        option.direction, option.rect,
        style->subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget));
    // The margin that the style gives to the text of an item.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    cell.text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode,
                                            text.width() - 2 * margin - marks);
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    QRect mark(text.left() + margin + cell.fontMetrics.horizontalAdvance(cell.text) +
                   Size::IconText,
               option.rect.top(), Size::SmallIcon, option.rect.height());
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
    const QSize name = QStyledItemDelegate::sizeHint(option, index);
    return name + QSize(marksWidth(index), 0);
}

} // namespace Sluice
