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
    , m_viewport(table->viewport())
{
    m_viewport->setMouseTracking(true);
    m_viewport->installEventFilter(this);
}

bool RowHover::eventFilter(QObject *watched, QEvent *event)
{
    // While both are destroyed the viewport gets events when its parent is no table any more.
    const auto *table = qobject_cast<QTableView *>(m_viewport->parent());
    if (watched == m_viewport && table != nullptr) {
        // Enter and MouseMove both say where.
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::Enter)
            setRow(*table,
                   table->rowAt(static_cast<QSinglePointEvent *>(event)->position().toPoint().y()));
        else if (event->type() == QEvent::Leave)
            setRow(*table, -1);
    }
    return QObject::eventFilter(watched, event);
}

void RowHover::setRow(const QTableView &table, int row)
{
    if (row == m_row)
        return;
    for (const int changed : {m_row, row}) {
        if (changed >= 0)
            m_viewport->update(0, table.rowViewportPosition(changed), m_viewport->width(),
                               table.rowHeight(changed));
    }
    m_row = row;
}

} // namespace Sluice
