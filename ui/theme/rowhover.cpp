// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/rowhover.h"

#include <QCoreApplication>
#include <QCursor>
#include <QHoverEvent>
#include <QScrollBar>
#include <QTableView>

namespace Sluice {

namespace {

RowHover *of(const QAbstractItemView *view)
{
    return view->findChild<RowHover *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

void RowHover::watch(QAbstractItemView *view)
{
    if (of(view) == nullptr)
        new RowHover(view);
}

int RowHover::row(const QTableView *table)
{
    const RowHover *hover = of(table);
    return hover != nullptr ? hover->m_row : -1;
}

RowHover::RowHover(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
    , m_viewport(view->viewport())
{
    if (qobject_cast<QTableView *>(view) != nullptr)
        m_viewport->setMouseTracking(true);
    m_viewport->installEventFilter(this);
    view->installEventFilter(this);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &RowHover::scrolled);
}

bool RowHover::eventFilter(QObject *watched, QEvent *event)
{
    // While both are destroyed, the viewport still gets events, but its parent is no view any more.
    const bool alive = qobject_cast<QAbstractItemView *>(m_viewport->parent()) != nullptr;
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        m_byKeys = true;
    } else if (watched == m_viewport && alive) {
        // Enter and MouseMove both say where.
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::Enter)
            mouseAt(static_cast<QSinglePointEvent *>(event)->position().toPoint());
        else if (event->type() == QEvent::Wheel)
            m_byKeys = false;
        else if (event->type() == QEvent::Leave)
            setRow(-1);
    }
    return QObject::eventFilter(watched, event);
}

void RowHover::mouseAt(const QPoint &place)
{
    m_byKeys = false;
    setRow(m_view->indexAt(place).row());
}

void RowHover::scrolled()
{
    if (!m_viewport->underMouse())
        return;
    const QPoint place = m_viewport->mapFromGlobal(QCursor::pos());
    // The view learns what is under the mouse from hover events only.
    const QEvent::Type type = m_byKeys ? QEvent::HoverLeave : QEvent::HoverMove;
    QHoverEvent hover(type, place, m_viewport->mapToGlobal(place), place);
    QCoreApplication::sendEvent(m_viewport, &hover);
    setRow(m_byKeys ? -1 : m_view->indexAt(place).row());
}

void RowHover::setRow(int row)
{
    const auto *table = qobject_cast<QTableView *>(m_view);
    if (row == m_row || table == nullptr)
        return;
    for (const int changed : {m_row, row}) {
        if (changed >= 0)
            m_viewport->update(0, table->rowViewportPosition(changed), m_viewport->width(),
                               table->rowHeight(changed));
    }
    m_row = row;
}

} // namespace Sluice
