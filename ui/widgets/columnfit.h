// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace Sluice {

// Widths of columns within a room: each one has what it wants while there is enough. Else those
// that want more than a fair share all get the same. Pixels.
QList<int> fairWidths(const QList<int> &wanted, int room);

// Shares the width of a table among its columns by what stands in them, also when the table gets
// another size. Lets them be once the user has pulled at one.
class ColumnFit final : public QObject
{
    Q_OBJECT

public:
    // rest: the column that gets what the others leave.
    ColumnFit(QTableView *table, int rest);

    // Call it when the table shows other texts or other columns.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();

    QTableView *m_table;
    int m_rest;
    QList<int> m_wanted; // by column
    bool m_isFitting = false;
    bool m_isUsers = false; // the user has set a width
};

} // namespace Sluice
