// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rowsview.h"

#include "ui/theme/fonts.h"

#include <QHeaderView>

namespace Sluice {

RowSpan rowsOnScreen(const QTableView *table)
{
    const int rows = table->model() ? table->model()->rowCount() : 0;
    const int first = table->rowAt(0);
    if (rows == 0 || first < 0)
        return {};
    const int last = table->rowAt(table->viewport()->height() - 1);
    return {first, last < 0 ? rows - 1 : last};
}

QRegion cellsOnScreen(const QTableView *table, const QModelIndex &topLeft,
                      const QModelIndex &bottomRight)
{
    const RowSpan shown = rowsOnScreen(table);
    const int first = qMax(shown.first, topLeft.row());
    const int last = qMin(shown.last, bottomRight.row());
    if (first > last)
        return {};
    const int top = table->rowViewportPosition(first);
    const int height = table->rowViewportPosition(last) + table->rowHeight(last) - top;
    QRegion region;
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        if (!table->isColumnHidden(column))
            region += QRect(table->columnViewportPosition(column), top, table->columnWidth(column),
                            height);
    }
    return region & table->viewport()->rect();
}

void repaintRows(QTableView *table, const QModelIndex &current, const QModelIndex &previous)
{
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            table->viewport()->update(0, table->rowViewportPosition(index.row()),
                                      table->viewport()->width(), table->rowHeight(index.row()));
    }
}

RowsView::RowsView(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setModel(model);
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void RowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRows(this, current, previous);
}

} // namespace Sluice
