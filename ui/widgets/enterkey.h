// SPDX-License-Identifier: Apache-2.0
#pragma once

class QKeyEvent;
class QWidget;

namespace Sluice {

// Enter presses the button or follows the link that has the focus, and never another one. For
// keyPressEvent() of a window, which gets the keys that the focus did not want. False: the key
// means something else.
bool pressWithEnter(const QWidget *window, const QKeyEvent *event);

} // namespace Sluice
