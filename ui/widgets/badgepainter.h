// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QSize>
#include <QString>

class QPainter;
class QPalette;
class QRect;

namespace Sluice {

// All that a badge can show.
struct BadgeLook {
    Badge badge = Badge::NotChecked;
    QString rawText;    // what the server said; shown verbatim for a new value
    bool stale = false; // the last check is too long ago
    bool big = false;
    qreal turn = 0; // 0 to 1, the angle of an arc that turns

    bool operator==(const BadgeLook &) const = default;
};

// The badge in words, for screen readers and tool tips ("Streaming, outdated").
QString badgeText(const BadgeLook &look);

// The size of the pill in logical px. It grows with the application's font.
QSize badgeSize(const BadgeLook &look);

// Paints the pill at the left of rect (right in right-to-left), centred in its height; the word is
// cut when rect is too narrow.
void paintBadge(QPainter *painter, const QRect &rect, const BadgeLook &look,
                const QPalette &palette, Qt::LayoutDirection direction = Qt::LeftToRight);

// Where paintBadge() paints the glyph, the only part that turns.
QRect badgeGlyphRect(const QRect &rect, const BadgeLook &look,
                     Qt::LayoutDirection direction = Qt::LeftToRight);

// Paints the glyph alone (tree, event list), 12 x 12 in the middle of rect, in the family's solid
// colour.
void paintBadgeMark(QPainter *painter, const QRect &rect, const BadgeLook &look,
                    const QPalette &palette);

} // namespace Sluice
