// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// `count` pipelines over count/25 projects (at least one), each with a runner of its own, most of
// them streaming. The same ids and contents on every call.
Records generatedSeed(int count, qint64 now, double speed);

} // namespace Sluice::Sandbox
