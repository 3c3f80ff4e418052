// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinefacts.h"

namespace Sluice {

// "Google Cloud"; the word itself where Sluice does not know it. The API writes it in any case.
QString cloudName(const QString &cloud);
// "Fargate", "GKE"; the word itself where Sluice does not know it.
QString deploymentName(const QString &deployment);

// What is known of a runner.
QList<Fact> runnerFacts(const Runner &runner);

} // namespace Sluice
