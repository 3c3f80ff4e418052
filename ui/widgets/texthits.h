// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QStringList>

class QFont;
class QPainter;
class QRect;

namespace Sluice {

// What was looked for, and the palette that the marks are taken from.
struct TextHits {
    QStringList words;
    QPalette palette;
};

// Paints a ground with a line below it wherever a word occurs in the text, in any case. The text
// itself is painted afterwards: one line in the middle of the rect's height, at its left (right in
// right-to-left).
void paintHits(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
               Qt::LayoutDirection direction, const TextHits &hits);

} // namespace Sluice
