// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/output/failure.h"
#include "models/definition/secret/secretguard.h"

#include <optional>

namespace Sluice {

// Says on stderr that the name in a reference looks like a secret itself. place: the file.
void warnOfDoubt(const QString &place, const SecretVerdict &verdict);

// The same, and then asks whether it is a name; --yes is the answer, and without a terminal it is
// needed. Gives the refusal when it is none, or nobody says so; nothing when there is no doubt.
std::optional<Failure> doubtedSecret(const Arguments &arguments, const SecretVerdict &verdict);

} // namespace Sluice
