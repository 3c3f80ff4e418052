// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

class QSettings;

namespace Sluice {

// The theme that the user chose in the View menu; System when none was chosen yet.
Theme::Mode chosenTheme(const QSettings &settings);
void keepTheme(QSettings &settings, Theme::Mode mode);

} // namespace Sluice
