// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/notice.h"

namespace Sluice {

struct StoreProblem;

// Key of the banner about kept drafts that could not be read. Its verb reads them again.
inline constexpr QLatin1String unreadDraftsKey("unreadDrafts");

// The banner's words: whether there are kept drafts is not known.
Notice unreadDrafts(const StoreProblem &problem);

} // namespace Sluice
