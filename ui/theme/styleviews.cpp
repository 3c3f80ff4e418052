// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styleviews.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/rowhover.h"
#include "ui/theme/selectedrow.h"
#include "ui/theme/stylebars.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QStyleOptionViewItem>
#include <QTableView>

namespace Sluice::StyleParts {

namespace {

constexpr int focusBar = 3;

// QTableView gives no index when it paints a row, so its place tells which row is under the mouse.
bool isOver(const QStyleOptionViewItem &option, const QWidget *widget)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (table == nullptr)
        return option.state.testFlag(QStyle::State_MouseOver);
    const int row = RowHover::row(table);
    return row >= 0 && table->rowViewportPosition(row) == option.rect.top();
}

// The row that the keyboard acts on, in a table whose rows are selected as a whole.
bool isCurrentRow(const QStyleOptionViewItem &option, const QTableView &table)
{
    const int row = table.currentIndex().row();
    return row >= 0 && table.selectionBehavior() == QAbstractItemView::SelectRows &&
           table.rowViewportPosition(row) == option.rect.top();
}

// Where several rows can be selected, the current one shows also without the focus, unless it is
// the only selected row.
bool isMarked(const QStyleOptionViewItem &option, const QTableView &table)
{
    if (table.hasFocus())
        return true;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QItemSelection selection = table.selectionModel()->selection();
    const bool isOne = onlySelectedRow(selection) >= 0;
    return table.selectionMode() == QAbstractItemView::ExtendedSelection && !selection.isEmpty() &&
           !(isOne && isSelected);
}

// Draws lines above and below only: so it is one frame over all cells, however they are scrolled.
void rowFrame(const QStyleOptionViewItem &option, QPainter *painter, const QColor &color)
{
    const QRect &rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
}

void background(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.selection);
        // The bar marks the row at the view's left edge, also when the view is scrolled sideways.
        const int edge =
            option.direction == Qt::LeftToRight ? 0 : (widget ? widget->width() - focusBar : 0);
        if (option.rect.left() <= edge && option.rect.right() >= edge)
            painter->fillRect(QRect(edge, option.rect.top(), focusBar, option.rect.height()),
                              tokens.focus);
    } else if (enabled && isOver(option, widget)) {
        painter->fillRect(option.rect, tokens.hover);
    }
}

} // namespace

void viewRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget)
{
    background(option, painter, widget);
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (table != nullptr && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0),
                          tokensFor(option.palette).selectionLine);
    else if (table != nullptr && !table->showGrid())
        edgeLine(option, Qt::BottomEdge, painter);
    if (table != nullptr && isCurrentRow(option, *table) && isMarked(option, *table)) {
        const Tokens &tokens = tokensFor(option.palette);
        rowFrame(option, painter, table->hasFocus() ? tokens.focus : tokens.field);
    }
}

void viewItem(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    // A table has painted its whole row before, see viewRow().
    if (qobject_cast<const QTableView *>(widget) == nullptr)
        background(option, painter, widget);
}

void branch(const QStyleOption &option, QPainter *painter)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const QRect place = QStyle::alignedRect(option.direction, Qt::AlignCenter,
                                            {Size::SmallIcon, Size::SmallIcon}, option.rect);
    const bool open = option.state.testFlag(QStyle::State_Open);
    const char *closed = option.direction == Qt::LeftToRight ? "chevron-right" : "chevron-left";
    paintIcon(painter, place, open ? "chevron-down" : closed,
              tokensFor(option.palette).textSecondary);
}

void headerSection(const QStyleOption &option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) &&
                      option.state.testFlag(QStyle::State_Enabled);
    painter->fillRect(option.rect,
                      over ? tokens.hover : option.palette.color(QPalette::AlternateBase));
    edgeLine(option, Qt::BottomEdge, painter);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    const bool last = header == nullptr || header->position == QStyleOptionHeader::End ||
                      header->position == QStyleOptionHeader::OnlyOneSection;
    if (last || header->orientation == Qt::Vertical)
        return;
    const int x = option.direction == Qt::LeftToRight ? option.rect.right() : option.rect.left();
    painter->fillRect(QRect(x, option.rect.center().y() - 6, 1, 13), tokens.frame);
}

void headerLabel(const QStyleOptionHeader &option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    constexpr int margin = 4;
    const int arrow = sorted ? margin + Size::SortMark : 0;
    // The mark goes into the margin at its side, so that titles need little more room with it.
    const QRect rect = QStyle::visualRect(option.direction, option.rect,
                                          option.rect.adjusted(margin, 0, sorted ? 0 : -margin, 0));
    const QString text =
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, rect.width() - arrow);
    const int width = qMin(option.fontMetrics.horizontalAdvance(text), rect.width() - arrow);
    const Qt::Alignment wanted = QStyle::visualAlignment(option.direction, option.textAlignment);
    const QRect line =
        QStyle::alignedRect(Qt::LeftToRight, wanted, {width + arrow, rect.height()}, rect);
    if (!option.icon.isNull() && option.text.isEmpty())
        option.icon.paint(painter, option.rect);
    painter->save();
    painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? tokens.textSecondary
                                                                 : tokens.textDisabled);
    painter->drawText(line.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
    // Qt says SortDown for an ascending column.
    if (sorted)
        paintIcon(painter, QRect(line.left() + width + 4, line.top(), 12, line.height()),
                  option.sortIndicator == QStyleOptionHeader::SortDown ? "chevron-down"
                                                                       : "chevron-up",
                  tokens.textSecondary);
}

} // namespace Sluice::StyleParts
