// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>

class QPainter;
class QPalette;
class QRect;

namespace Sluice {

// A number in a pill, 16 px high. Red counts problems (with a word near it), grey is neutral.
enum class Counter { Problems, Neutral };

QSize counterSize(int count);

// Paints the pill at the right of rect (left in right-to-left), centred in its height.
void paintCounter(QPainter *painter, const QRect &rect, int count, Counter kind,
                  const QPalette &palette, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace Sluice
