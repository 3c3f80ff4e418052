// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styleparts.h"

#include <QPainter>
#include <QWidget>

namespace Sluice::StyleParts {

bool has(const QWidget *widget, const char *property)
{
    return widget != nullptr && widget->property(property).toBool();
}

void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame, int width,
         qreal radius)
{
    const qreal inset = frame.isValid() ? width / 2.0 : 0;
    const QRectF edge = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(frame.isValid() ? QPen(frame, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(edge, radius, radius);
    painter->restore();
}

} // namespace Sluice::StyleParts
