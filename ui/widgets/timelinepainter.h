// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/timeline.h"

class QPainter;
class QPalette;
class QRect;

namespace Sluice {

// Paints a timeline as a bar that fills rect: a colour and a height for each state, hatched where
// nobody looked. What is shorter than a pixel is painted as one, unless it is the usual streaming.
void paintTimeline(QPainter *painter, const QRect &rect, const Timeline &timeline,
                   const QPalette &palette, Qt::LayoutDirection direction);

// Paints the sample of a state in a legend.
void paintTimelineSample(QPainter *painter, const QRect &rect, PipelineState state,
                         const QPalette &palette);

// The time that lies at this place.
qint64 timelineTimeAt(const QRect &rect, int x, const Timeline &timeline,
                      Qt::LayoutDirection direction);

} // namespace Sluice
