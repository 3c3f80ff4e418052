// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QtCore/qnamespace.h>

class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

// Paints tabs, bars and the lines beside them. Each function leaves the painter as it was.
namespace Sluice::StyleParts {

void tab(const QStyleOptionTab &option, QPainter *painter);
void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter *painter);
void progressGroove(const QStyleOption &option, QPainter *painter);
void progressContents(const QStyleOptionProgressBar &option, QPainter *painter);
void menuBarItem(const QStyleOptionMenuItem &option, QPainter *painter);
void edgeLine(const QStyleOption &option, Qt::Edge edge, QPainter *painter);
void middleLine(const QStyleOption &option, QPainter *painter);

} // namespace Sluice::StyleParts
