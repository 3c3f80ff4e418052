// SPDX-License-Identifier: Apache-2.0
#include "ui/references/deliberatebutton.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace Sluice {

DeliberateButton::DeliberateButton(QWidget *parent)
    : QPushButton(parent)
{
    setEnabled(false);
    m_seen.setSingleShot(true);
    connect(&m_seen, &QTimer::timeout, this, [this] {
        if (QApplication::mouseButtons() == Qt::NoButton)
            setEnabled(m_isReady);
        else
            m_seen.start();
    });
}

void DeliberateButton::setReady(bool isReady)
{
    if (std::exchange(m_isReady, isReady) == isReady)
        return;
    m_seen.stop();
    setEnabled(false);
    update();
}

bool DeliberateButton::event(QEvent *event)
{
    const bool isSecondClick = event->type() == QEvent::MouseButtonDblClick;
    if (isWaiting() && m_seen.isActive() &&
        (isSecondClick || event->type() == QEvent::MouseButtonPress))
        m_seen.start(); // somebody goes on clicking
    return isSecondClick || QPushButton::event(event);
}

void DeliberateButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (isWaiting() && !m_seen.isActive())
        m_seen.start(QApplication::doubleClickInterval());
}

void DeliberateButton::hideEvent(QHideEvent *event)
{
    QPushButton::hideEvent(event);
    m_seen.stop();
    setEnabled(false);
}

} // namespace Sluice
