// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSet>

class QHeaderView;
class QMenu;
class QTableView;

namespace Sluice {

// The menus of a table's columns: which are shown, and which one the rows are sorted by. The same
// menus stand in the menu bar, where keys reach them, and at the table's header.
class ColumnMenus final : public QObject
{
    Q_OBJECT

public:
    // fixed: the columns that are never shown or hidden. The one that says what a row is about is
    // among them. canSort: whether the rows can be sorted by a column.
    ColumnMenus(QTableView *table, const QSet<int> &fixed, bool (*canSort)(int column),
                QWidget *parent);

    QMenu *columns() const { return m_columns; }

    QMenu *sorting() const { return m_sorting; }

Q_SIGNALS:
    // A column was shown or hidden.
    void shownChanged();
    // All columns, in their usual order and widths.
    void resetRequested();
    // The menu of one column opens: more may be added to it.
    void columnMenuOpens(int column, QMenu *menu);

private:
    void fill();
    void look(); // reads what the header shows now
    void popUp(const QPoint &place);
    void sort(int column, Qt::SortOrder order);

    QTableView *m_table;
    QHeaderView *m_header;
    QMenu *m_columns;
    QMenu *m_sorting;
    QSet<int> m_fixed;
    bool (*m_canSort)(int column);
};

} // namespace Sluice
