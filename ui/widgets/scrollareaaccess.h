// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

// Lets assistive technology ask a scroll area for a child that it has no more. Qt's own answer
// reads past the end of a list, and ends the program, when a scroll bar went away between the
// count and the question. For all scroll areas of the program; once is enough.
void guardScrollAreas();

} // namespace Sluice
