// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/timelinepainter.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

constexpr int hatchStep = 4;
constexpr int stoppedLine = 2;

void paintHatch(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokensFor(palette).hatch, 1));
    // Lines begin at multiples of the step, so that neighbours meet.
    const int height = rect.height();
    for (int x = (rect.left() - height) / hatchStep * hatchStep; x <= rect.right(); x += hatchStep)
        painter->drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + height, rect.top()));
    painter->restore();
}

// Signs beside colours: each state has a height of its own. What changes is taller than the bar.
QRect shapeOf(const QRect &rect, PipelineState state)
{
    const int edge = qMax(1, rect.height() / 5);
    switch (state) {
    case PipelineState::Starting:
    case PipelineState::Stopping: return rect;
    case PipelineState::NotRunning:
        return rect.adjusted(0, rect.height() - edge - stoppedLine, 0, -edge);
    case PipelineState::Snapshotting: return rect.adjusted(0, rect.height() / 2, 0, -edge);
    default: return rect.adjusted(0, edge, 0, -edge);
    }
}

void paintPart(QPainter *painter, const QRect &rect, PipelineState state, const QPalette &palette)
{
    const QRect shape = shapeOf(rect, state);
    if (state == PipelineState::NotChecked) {
        paintHatch(painter, shape, palette);
        return;
    }
    const FamilyColors &colors = familyColors(familyOf(badgeOf(state)), palette);
    const bool isOutline = state == PipelineState::Unknown || state == PipelineState::Other;
    if (!isOutline || shape.width() < 3) {
        painter->fillRect(shape, colors.solid);
        return;
    }
    painter->setPen(colors.solid);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(shape.adjusted(0, 0, -1, -1));
}

// Of what happened in one pixel, what is rarer is to be seen.
bool isUsual(PipelineState state)
{
    return state == PipelineState::Streaming || state == PipelineState::NotChecked ||
           state == PipelineState::NotRunning;
}

} // namespace

void paintTimeline(QPainter *painter, const QRect &rect, const Timeline &timeline,
                   const QPalette &palette, Qt::LayoutDirection direction)
{
    const QList<TimelinePart> &parts = timeline.parts();
    if (parts.isEmpty() || rect.isEmpty())
        return;
    const qint64 from = parts.first().from;
    const qint64 length = qMax<qint64>(1, parts.last().to - from);
    const auto placeOf = [&](const TimelinePart &part) {
        const int left = int((part.from - from) * rect.width() / length);
        const int right = int((part.to - from) * rect.width() / length);
        const int least = part.isObserved() ? 1 : 0;
        const QRect place(rect.left() + qMin(left, rect.width() - 1), rect.top(),
                          qMax(right - left, least), rect.height());
        return QStyle::visualRect(direction, rect, place);
    };
    for (const bool usual : {true, false}) {
        for (const TimelinePart &part : parts) {
            if (isUsual(part.state) == usual)
                paintPart(painter, placeOf(part), part.state, palette);
        }
    }
}

void paintTimelineSample(QPainter *painter, const QRect &rect, PipelineState state,
                         const QPalette &palette)
{
    paintPart(painter, rect, state, palette);
}

qint64 timelineTimeAt(const QRect &rect, int x, const Timeline &timeline,
                      Qt::LayoutDirection direction)
{
    const QList<TimelinePart> &parts = timeline.parts();
    if (parts.isEmpty() || rect.width() <= 0)
        return -1;
    const qint64 from = parts.first().from;
    const int place = direction == Qt::RightToLeft ? rect.right() - x : x - rect.left();
    return from + (parts.last().to - from) * place / rect.width();
}

} // namespace Sluice
