// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/support/notice.h"

namespace Sluice {

struct StoreProblem;

// The key of the banner about kept drafts that could not be read. The banner's verb reads them
// again.
inline constexpr QLatin1String unreadDraftsKey("unreadDrafts");

// What the banner says: it is not known whether there are kept drafts.
Notice unreadDrafts(const StoreProblem &problem);

} // namespace Sluice
