// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/textdelegate.h"

#include "ui/widgets/texthits.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Sluice {

namespace {

const QStyle *styleFor(const QStyleOptionViewItem &cell)
{
    return cell.widget ? cell.widget->style() : QApplication::style();
}

} // namespace

TextDelegate::TextDelegate(int wordsRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_wordsRole(wordsRole)
{}

int TextDelegate::roomBehind(const QModelIndex &) const
{
    return 0;
}

QRect TextDelegate::lineOf(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    const QStyle *style = styleFor(cell);
    // The margin that the style gives to the text of an item.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect text =
        QStyle::visualRect(cell.direction, cell.rect,
                           style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget));
    return text.adjusted(margin, 0, -margin - roomBehind(index), 0);
}

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QRect line = lineOf(cell, index);
    cell.text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, line.width());
    const QStringList words = index.data(m_wordsRole).toStringList();
    if (!words.isEmpty())
        paintHits(painter, QStyle::visualRect(cell.direction, cell.rect, line), cell.text,
                  cell.font, cell.direction, {words, cell.palette});
    styleFor(cell)->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

bool TextDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool isCut = cell.fontMetrics.horizontalAdvance(cell.text) > lineOf(cell, index).width();
    QToolTip::showText(event->globalPos(), isCut ? cell.text : QString(), view->viewport(),
                       view->visualRect(index));
    return true;
}

} // namespace Sluice
