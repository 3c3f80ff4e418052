// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QTableView;
class QWidget;

namespace Sluice {

// Knows a table's row under the mouse and repaints it, because QTableView itself knows only the
// cell.
class RowHover : public QObject
{
    Q_OBJECT

public:
    // Once for a table, however often it is called.
    static void watch(QTableView *table);

    // The row under the mouse, or -1.
    static int row(const QTableView *table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit RowHover(QTableView *table);
    void setRow(const QTableView &table, int row);

    QWidget *m_viewport;
    int m_row = -1;
};

} // namespace Sluice
