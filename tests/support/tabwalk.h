// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace Sluice::Test {

// Goes round the window with Tab and back with Shift+Tab, from where the focus is, and says what is
// wrong: what is never reached or twice, what comes before what stands above or left of it, what
// shows no focus, and a way back that differs. Empty: nothing is.
QStringList faultsOfTabbing(QWidget *window);

} // namespace Sluice::Test
