// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// The records that a server starts with. name: "guide" (exactly the project, environment and runner
// of the guide), "demo" (a small company) or a number of generated pipelines. now: ms since 1970.
// speed: of the life cycle.
Records seedOf(const QString &name, qint64 now, double speed);

} // namespace Sluice::Sandbox
