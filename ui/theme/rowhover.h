// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAbstractItemView;
class QTableView;
class QWidget;

namespace Sluice {

// Knows a table's row under the mouse and repaints it, because QTableView itself knows only the
// cell. In any view: what scrolls away from under a resting mouse loses the look of being under it.
class RowHover : public QObject
{
    Q_OBJECT

public:
    // Once for a view, however often it is called.
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
