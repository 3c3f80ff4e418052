// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/pipelinelife.h"

class QString;

namespace Sluice::Sandbox {

// The life of a pipeline that has been in that state for `since` ms (at speed 1) at the time `now`.
// Pipelines that are STREAMING or stopped have their snapshot. UNKNOWN is a streaming pipeline on a
// lost runner.
Life lifeIn(const QString &state, const Pace &pace, qint64 since, qint64 now, double speed);

} // namespace Sluice::Sandbox
