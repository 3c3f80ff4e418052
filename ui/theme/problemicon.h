// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace Sluice {

// The mark of something that is wrong, in the colour of problems of the palette in use when it is
// painted.
QIcon problemIcon();

} // namespace Sluice
