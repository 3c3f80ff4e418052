// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

class QColor;
class QPainter;
class QRect;
class QWidget;

// The tools that all parts of SluiceStyle paint with.
namespace Sluice::StyleParts {

// A rounded box with its frame inside of rect; no fill or frame when the colour is invalid.
void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame, int width,
         qreal radius);

// Is the dynamic property set on the widget?
bool has(const QWidget *widget, const char *property);

} // namespace Sluice::StyleParts
