// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

// The order in which Tab goes through a window: as its widgets stand on the screen. Qt's own order
// is that in which the widgets were made. Widgets that come and go, or have a focus proxy, disturb
// it until Tab never reaches some of them.
namespace Sluice::TabOrder {

// The widgets at or below root where Tab stops now: visible, enabled, from top to bottom and in
// reading direction.
QList<QWidget *> stopsIn(QWidget *root);

// Gives the focus to the stop after (or before) the one that has it, goes on at the other end, and
// scrolls it into view. For QWidget::focusNextPrevChild() of a window. False: there is no stop.
bool move(QWidget *window, bool next);

// Scrolls the areas round the widget so that it is seen.
void bringIntoView(QWidget *widget);

} // namespace Sluice::TabOrder
