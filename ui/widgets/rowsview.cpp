// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rowsview.h"

#include "ui/theme/fonts.h"

#include <QHeaderView>

namespace Sluice {

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
