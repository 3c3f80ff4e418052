// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAbstractItemView;
class QTableView;
class QWidget;

namespace Sluice {

// Knows which row of a view is under the mouse and repaints it. QTableView knows only the cell. A
// row that scrolls away from under a mouse at rest also loses that look.
class RowHover : public QObject
{
    Q_OBJECT

public:
    // Does nothing the second time for the same view.
    static void watch(QAbstractItemView *view);

    // The row under the mouse, or -1.
    static int row(const QTableView *table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit RowHover(QAbstractItemView *view);
    void mouseAt(const QPoint &place);
    void scrolled();
    void setRow(int row);

    QAbstractItemView *m_view;
    QWidget *m_viewport;
    int m_row = -1;
    bool m_byKeys = false; // the keyboard was used last
};

} // namespace Sluice
