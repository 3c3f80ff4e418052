// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QRectF>

class QColor;
class QPainter;

namespace Sluice {

// Paints the shape of a badge, so that nobody needs its colour to tell it. turn: 0 to 1, the angle
// of an arc that turns.
void paintBadgeGlyph(QPainter *painter, const QRectF &rect, Badge badge, const QColor &color,
                     qreal turn = 0);

// True when the shape turns: the server is on the way to another state.
bool turns(Badge badge);

} // namespace Sluice
