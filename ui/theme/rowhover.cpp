// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/rowhover.h"

#include <QEvent>
#include <QMouseEvent>
#include <QTableView>

namespace Sluice {

void RowHover::watch(QTableView *table)
{
    if (table->findChild<RowHover *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        new RowHover(table);
}

RowHover::RowHover(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    table->viewport()->setMouseTracking(true);
    table->viewport()->installEventFilter(this);
}

bool RowHover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::MouseMove)
            setRow(m_table->rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
        else if (event->type() == QEvent::Leave)
            setRow(-1);
    }
    return QObject::eventFilter(watched, event);
}

void RowHover::setRow(int row)
{
    if (row == m_row)
        return;
    for (const int changed : {m_row, row}) {
        if (changed >= 0)
            m_table->viewport()->update(0, m_table->rowViewportPosition(changed),
                                        m_table->viewport()->width(), m_table->rowHeight(changed));
    }
    m_row = row;
    m_table->setProperty("hoverRow", row);
}

} // namespace Sluice
