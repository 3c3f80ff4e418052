// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace Sluice::Test {

// Goes round the window with Tab and back with Shift+Tab. Begins at the widget with the focus.
// Returns what is wrong: a widget that is reached never or twice, one that comes before another
// that stands above or left of it, one that shows no focus, and a way back that differs. Empty:
// nothing is wrong.
QStringList faultsOfTabbing(QWidget *window);

} // namespace Sluice::Test
