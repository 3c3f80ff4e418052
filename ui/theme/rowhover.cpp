// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/rowhover.h"

#include <QEvent>
#include <QSinglePointEvent>
#include <QTableView>

namespace Sluice {

namespace {

RowHover *of(const QTableView *table)
{
    return table->findChild<RowHover *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

void RowHover::watch(QTableView *table)
{
    if (of(table) == nullptr)
        new RowHover(table);
}

int RowHover::row(const QTableView *table)
{
    const RowHover *hover = of(table);
    return hover != nullptr ? hover->m_row : -1;
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
        // Enter and MouseMove both say where.
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::Enter)
            setRow(
                m_table->rowAt(static_cast<QSinglePointEvent *>(event)->position().toPoint().y()));
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
}

} // namespace Sluice
