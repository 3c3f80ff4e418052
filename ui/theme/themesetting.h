// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

class QSettings;

namespace Sluice {

// The theme that the user chose in the View menu; System when the user chose none yet.
Theme::Mode chosenTheme(const QSettings &settings);
void keepTheme(QSettings &settings, Theme::Mode mode);

// True when the user wants nothing to turn; false when the user chose nothing yet.
bool chosenReducedMotion(const QSettings &settings);
void keepReducedMotion(QSettings &settings, bool reduced);

} // namespace Sluice
