// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinefacts.h"

namespace Sluice {

// What is known of a runner.
QList<Fact> runnerFacts(const Runner &runner);

} // namespace Sluice
