// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

// The order in which Tab goes through a window: as its widgets stand on the screen, whatever came
// first or was moved. Qt's own order is that in which widgets were made; widgets that come and go,
// and those that hand their focus on, bend it until some are never reached.
namespace Sluice::TabOrder {

// What Tab stops at below (or at) root, now: visible, enabled, from top to bottom and in the
// direction in which one reads.
QList<QWidget *> stopsIn(QWidget *root);

// Gives the focus to the stop after (or before) the one that has it, round the end, and brings it
// into view. For QWidget::focusNextPrevChild() of a window; false: there is none.
bool move(QWidget *window, bool next);

} // namespace Sluice::TabOrder
