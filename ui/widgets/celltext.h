// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/texthits.h"

#include <QString>

#include <functional>

class QFontMetrics;

namespace Sluice {

// Cuts a text to a width in pixels.
using CutText = std::function<QString(const QFontMetrics &metrics, int width)>;

// Draws one line in the painter's pen, in the middle of the rect's height, at its left (right in
// right-to-left). Cuts and shapes each text once per font and width, because tables paint the same
// cells again and again. cut must return the same for the same text; without it the end is cut.
// hits: marked where they are in the text as it is shown.
void drawCellText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  Qt::LayoutDirection direction, const CutText &cut = {},
                  const TextHits &hits = {});

} // namespace Sluice
