// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/busyline.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/turning.h"

#include <QEvent>
#include <QPainter>

#include <chrono>

using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr int thickness = 2;

} // namespace

BusyLine::BusyLine(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Loading"));
    m_timer.setInterval(40ms);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    parent->installEventFilter(this);
    setGeometry(0, 0, parent->width(), thickness);
    hide();
}

void BusyLine::setBusy(bool busy)
{
    m_busy = busy;
    setVisible(busy);
    if (busy)
        raise();
}

void BusyLine::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.line);
    if (!Turning::isAllowed(this)) {
        m_timer.stop();
        painter.fillRect(rect(), tokens.accent);
        return;
    }
    const int part = width() / 3;
    const int from = qRound(Turning::angle(this) * (width() + part)) - part;
    painter.fillRect(from, 0, part, height(), tokens.accent);
}

void BusyLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start(); // painting ends it where nothing may move
}

void BusyLine::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

bool BusyLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(0, 0, parentWidget()->width(), thickness);
    return QWidget::eventFilter(watched, event);
}

} // namespace Sluice
