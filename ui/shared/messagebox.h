// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace Sluice {

// Tells how something ended, over the window, with one button to close it.
void showMessage(QWidget *window, const QString &fact, const QString &detail);

} // namespace Sluice
