// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/plaintips.h"

#include "ui/theme/breakable.h"

#include <QCursor>
#include <QEvent>
#include <QLabel>
#include <QScreen>

namespace Sluice {

namespace {

constexpr int widestTip = 480;
const QPoint belowPointer(2, 21); // as Qt places them

} // namespace

bool PlainTips::isTip(const QWidget *widget)
{
    return widget->inherits("QTipLabel");
}

void PlainTips::watch(QLabel *tip)
{
    tip->setTextFormat(Qt::PlainText);
    tip->installEventFilter(this);
}

bool PlainTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *tip = qobject_cast<QLabel *>(watched);
    const bool isShown = event->type() == QEvent::Show || event->type() == QEvent::Resize;
    if (!tip || !isShown || tip->width() <= widestTip)
        return QObject::eventFilter(watched, event);
    tip->setWordWrap(true);
    tip->setText(breakable(tip->text()));
    QRect place({}, QSize(widestTip, tip->heightForWidth(widestTip)));
    const QRect room = tip->screen()->availableGeometry();
    place.moveTopLeft(QCursor::pos() + belowPointer);
    if (place.right() > room.right())
        place.moveRight(room.right());
    if (place.bottom() > room.bottom())
        place.moveBottom(QCursor::pos().y() - 1);
    if (place.top() < room.top())
        place.moveTop(room.top());
    tip->setGeometry(place);
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
