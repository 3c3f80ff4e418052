// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"
#include "tests/support/sandboxprocess.h"

namespace Sluice::Test {

// The sandbox's account as the program knows it; its secret is the sandbox's.
inline Profile profileOf(const SandboxProcess &sandbox, const QString &id)
{
    Profile profile;
    profile.id = id;
    profile.name = QStringLiteral("Sandbox");
    profile.baseUrl = sandbox.url();
    profile.tokenUrl = sandbox.tokenUrl();
    profile.clientId = sandbox.clientId();
    profile.sandbox = true;
    return profile;
}

} // namespace Sluice::Test
