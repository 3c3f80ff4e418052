// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

// Gives the application object the English plurals: without them "%n table(s)" is shown as it
// stands in the sources. English is the language of all texts, so they are taken under any locale.
// Each main() calls this once it has its application object.
void installPlurals();

} // namespace Sluice
