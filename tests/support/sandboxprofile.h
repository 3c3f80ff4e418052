// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"
#include "tests/support/sandboxprocess.h"

namespace Sluice::Test {

// The profile that the program has of the sandbox's account. Its secret is that of the sandbox.
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
