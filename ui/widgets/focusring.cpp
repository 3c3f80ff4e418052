// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focusring.h"

#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>

namespace Sluice {

FocusRing::FocusRing(QAbstractItemView *view)
    : QWidget(view)
    , m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    view->installEventFilter(this);
    // There, the choice of a row is painted, whoever made it.
    view->viewport()->installEventFilter(this);
    follow();
}

void FocusRing::follow()
{
    const bool rowShowsIt = m_view->selectionMode() != QAbstractItemView::NoSelection &&
                            m_view->currentIndex().isValid();
    setGeometry(m_view->rect());
    setVisible(m_view->hasFocus() && !rowShowsIt);
    raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Resize: follow(); break;
    case QEvent::Paint:
        if (watched == m_view->viewport() && isVisible() == m_view->currentIndex().isValid())
            QMetaObject::invokeMethod(this, &FocusRing::follow, Qt::QueuedConnection);
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(tokensFor(palette()).focus, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace Sluice
