// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>

class QPainter;
class QPalette;
class QRect;

namespace Sluice {

// Two letters in a small frame that stand for a type of source ("MS"). We use no vendor logos.
constexpr QSize monogramSize(24, 16);

// Paints it in the middle of rect.
void paintMonogram(QPainter *painter, const QRect &rect, const QString &letters,
                   const QPalette &palette);

} // namespace Sluice
