// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegion>
#include <QTableView>

namespace Sluice {

// The rows of a table, all of one height, that are on screen; last < first: none.
struct RowSpan {
    int first = 0;
    int last = -1;
};

RowSpan rowsOnScreen(const QTableView *table);

// Where these cells are on screen, in the viewport's pixels.
QRegion cellsOnScreen(const QTableView *table, const QModelIndex &topLeft,
                      const QModelIndex &bottomRight);

// For a table's currentChanged(): Qt repaints the two cells only, but the frame of the current row
// goes round the whole row.
void repaintRows(QTableView *table, const QModelIndex &current, const QModelIndex &previous);

// A table to read and to choose rows of: no grid, no row headers, whole rows selected, nothing
// edited in place. Tab leaves it.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    // accessibleName: translated.
    RowsView(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent = nullptr);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace Sluice
