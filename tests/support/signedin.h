// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"

#include <QJsonObject>

namespace Sluice::Test {

class SandboxProcess;

// Signs in to the sandbox, over real HTTP, and adds the account to the fleet.
Account *signIn(Fleet *fleet, const SandboxProcess &sandbox);
// The definition as the server has it now; empty when it could not be read.
QJsonObject readPipeline(Account *account, const PipelineKey &key);

} // namespace Sluice::Test
