// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/output/failure.h"
#include "models/definition/secret/secretguard.h"

#include <optional>

namespace Sluice {

// Warns that the name in a reference looks like a secret itself. place: the file.
void warnOfDoubt(const QString &place, const SecretVerdict &verdict);

// Warns of it, then asks whether it is a name; --yes answers that, and is needed without a
// terminal. Returns nothing when it is a name, or was never in doubt.
std::optional<Failure> doubtedSecret(const Arguments &arguments, const SecretVerdict &verdict);

} // namespace Sluice
