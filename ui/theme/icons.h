// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAnyStringView>
#include <QColor>
#include <QIcon>
#include <QRect>

class QPainter;

namespace Sluice {

// A Lucide icon by its name ("play", "trash-2"), sharp at every scale. Takes the colour of
// secondary text (grey when disabled) of the palette in use when it is painted; primary buttons
// paint it white.
QIcon icon(QAnyStringView name);

// The program's own icon.
QIcon programIcon();

// Paints the icon in one colour, centred in rect as the largest square that fits.
void paintIcon(QPainter *painter, const QRect &rect, QAnyStringView name, const QColor &color);

// Paints any icon in one colour.
void paintTinted(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color);

} // namespace Sluice
