// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Sluice {

// A small editable grid inside a form. It is as high as its rows, within limits. Tab leaves it, but
// in a cell that is being edited Tab goes to the next cell.
class GridView final : public QTableView
{
    Q_OBJECT

public:
    explicit GridView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // Makes it as high as its rows, within these numbers of rows. More rows scroll.
    void setVisibleRows(int least, int most);

    // The rows with a selection, in ascending order. The time that
    // QItemSelectionModel::selectedRows() takes grows with the square of the ranges.
    QList<int> selectedRows() const;

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    // Delete was pressed. rows: in ascending order.
    void removeRequested(const QList<int> &rows);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_least = 2;
    int m_most = 8;
};

} // namespace Sluice
