// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// Makes `count` pipelines in count/25 projects (at least one). Each pipeline has its own runner,
// and most of them are streaming. Ids and contents are the same on every call.
Records generatedSeed(int count, qint64 now, double speed);

} // namespace Sluice::Sandbox
