// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badgeglyph.h"

#include <QPainter>
#include <QPainterPath>

namespace Sluice {

namespace {

// The shapes are drawn in a square of 12.
constexpr QPointF centre(6, 6);
constexpr QRectF ring(1.25, 1.25, 9.5, 9.5);

QPen stroke(const QColor &color, qreal width, Qt::PenCapStyle cap = Qt::RoundCap)
{
    return {color, width, Qt::SolidLine, cap, Qt::RoundJoin};
}

void disc(QPainter *painter, const QColor &color)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(centre, 4.5, 4.5);
}

void halfDisc(QPainter *painter, const QColor &color)
{
    const QRectF circle(1.75, 1.75, 8.5, 8.5);
    painter->setPen(stroke(color, 1.5));
    painter->drawEllipse(circle);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPie(circle, 90 * 16, 180 * 16);
}

void arc(QPainter *painter, const QColor &color, qreal turn)
{
    painter->translate(centre);
    painter->rotate(turn * 360);
    painter->translate(-centre);
    painter->setPen(stroke(color, 2, Qt::FlatCap));
    painter->drawArc(QRectF(2, 2, 8, 8), 90 * 16, -270 * 16);
}

void dashedRing(QPainter *painter, const QColor &color)
{
    painter->setPen(stroke(color, 1.8, Qt::FlatCap));
    constexpr int dashes = 8;
    constexpr int step = 360 * 16 / dashes;
    for (int i = 0; i < dashes; ++i)
        painter->drawArc(QRectF(1.5, 1.5, 9, 9), i * step, step * 6 / 10);
}

void square(QPainter *painter, const QColor &color)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(QRectF(2, 2, 8, 8), 1, 1);
}

void question(QPainter *painter, const QColor &color)
{
    painter->setPen(stroke(color, 1.3));
    painter->drawEllipse(ring);
    const QRectF bow(4.4, 3.3, 3.2, 3.2);
    QPainterPath mark;
    mark.arcMoveTo(bow, 170);
    mark.arcTo(bow, 170, -230);
    mark.lineTo(6, 7.1);
    painter->setPen(stroke(color, 1.2));
    painter->drawPath(mark);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(QPointF(6, 8.7), 0.75, 0.75);
}

// The mark is a hole, so that it takes the colour of what lies below.
void triangle(QPainter *painter, const QColor &color)
{
    QPainterPath shape;
    shape.moveTo(6, 1.2);
    shape.lineTo(11.2, 10.4);
    shape.lineTo(0.8, 10.4);
    shape.closeSubpath();
    QPainterPathStroker corners(stroke(color, 1.2));
    shape = shape.united(corners.createStroke(shape));
    QPainterPath hole;
    hole.addRoundedRect(QRectF(5.35, 4, 1.3, 3.4), 0.5, 0.5);
    hole.addEllipse(QPointF(6, 8.9), 0.8, 0.8);
    painter->fillPath(shape.subtracted(hole), color);
}

void emptyRing(QPainter *painter, const QColor &color)
{
    painter->setPen(stroke(color, 1.2));
    painter->drawEllipse(QRectF(2, 2, 8, 8));
}

} // namespace

void paintBadgeGlyph(QPainter *painter, const QRectF &rect, Badge badge, const QColor &color,
                     qreal turn)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / 12, rect.height() / 12);
    painter->setBrush(Qt::NoBrush);
    switch (badge) {
    case Badge::StoppedUnexpectedly: triangle(painter, color); break;
    case Badge::Unknown:
    case Badge::NewValue: question(painter, color); break;
    case Badge::StartRequested:
    case Badge::StopRequested: dashedRing(painter, color); break;
    case Badge::Starting:
    case Badge::Stopping: arc(painter, color, turn); break;
    case Badge::Snapshotting: halfDisc(painter, color); break;
    case Badge::Streaming: disc(painter, color); break;
    case Badge::Stopped: square(painter, color); break;
    case Badge::NotChecked: emptyRing(painter, color); break;
    }
    painter->restore();
}

bool turns(Badge badge)
{
    return badge == Badge::Starting || badge == Badge::Stopping;
}

} // namespace Sluice
