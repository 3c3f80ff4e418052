// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

// Gives the application object the English plurals. Without them users see "%n table(s)" as it
// stands in the sources. The plurals are loaded under any locale, as all texts are English. Each
// main() calls this after it has made its application object.
void installPlurals();

} // namespace Sluice
