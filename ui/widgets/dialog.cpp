// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dialog.h"

#include "ui/widgets/enterkey.h"
#include "ui/widgets/taborder.h"

#include <QKeyEvent>
#include <QScreen>

namespace Sluice {

namespace {

// The largest title bars are about this high. Known before the window has one.
constexpr QSize windowFrame(16, 48);
constexpr QSize leastRoom(900, 500);

} // namespace

QSize Dialog::fitted(const QWidget *window, const QSize &wanted)
{
    const QSize room = window->screen()->availableSize() - windowFrame;
    return room.expandedTo(leastRoom) == room ? wanted.boundedTo(room) : wanted;
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    if (pressWithEnter(this, event))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

bool Dialog::focusNextPrevChild(bool next)
{
    return TabOrder::move(this, next);
}

void Dialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        resize(fitted(this, size()));
    QDialog::showEvent(event);
}

} // namespace Sluice
