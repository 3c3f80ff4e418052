// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/presswatch.h"

#include <QApplication>
#include <QMouseEvent>

namespace Sluice {

PressWatch::PressWatch(QObject *parent)
    : QObject(parent)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PressWatch::endWait);
    qApp->installEventFilter(this);
}

PressWatch *PressWatch::instance()
{
    static QPointer<PressWatch> watch;
    if (!watch)
        watch = new PressWatch(qApp);
    return watch;
}

bool PressWatch::isAmidClicksBeside(const QWidget *widget) const
{
    return m_wait.isActive() && m_pressed && m_pressed->window() == widget->window() &&
           m_pressed != widget && !widget->isAncestorOf(m_pressed);
}

bool PressWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    // Each event comes to the window first, then to a widget. That widget may have moved the focus
    // before the event comes here, so the press counts from the first one on.
    if (watched->isWindowType() && isPress)
        begin();
    if (!watched->isWidgetType())
        return false;
    if (isPress)
        press(static_cast<QWidget *>(watched), static_cast<QMouseEvent *>(event)->timestamp());
    else if (event->type() == QEvent::MouseButtonRelease &&
             static_cast<QMouseEvent *>(event)->buttons() == Qt::NoButton)
        release();
    return false;
}

void PressWatch::press(QWidget *widget, quint64 time)
{
    // A press that a widget does not want comes again, to its parent.
    const bool isSame =
        m_isDown && time == m_pressTime && m_pressed && widget->isAncestorOf(m_pressed);
    if (isSame)
        return;
    m_pressed = widget;
    m_pressTime = time;
    begin();
}

void PressWatch::begin()
{
    m_isDown = true;
    m_wait.start(QApplication::doubleClickInterval());
}

void PressWatch::release()
{
    if (!m_isDown)
        return;
    m_isDown = false;
    Q_EMIT released();
}

void PressWatch::endWait()
{
    // Nobody is told of the end of a drag, for example.
    if (m_isDown && QGuiApplication::mouseButtons() != Qt::NoButton) {
        m_wait.start();
        return;
    }
    release();
    Q_EMIT calm();
}

} // namespace Sluice
