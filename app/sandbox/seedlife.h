// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/lifecycle.h"

class QString;

namespace Sluice::Sandbox {

// The life of a pipeline that is in that state at `now` and has been for `since` ms (at speed 1).
// STREAMING ones and stopped ones have their snapshot; UNKNOWN is a streaming one on a lost runner.
Life lifeIn(const QString &state, const Pace &pace, qint64 since, qint64 now, double speed);

} // namespace Sluice::Sandbox
