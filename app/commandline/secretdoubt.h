// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/definition/secret/secretguard.h"

namespace Sluice {

// Says on stderr that the name in a reference looks like a secret itself. place: the file.
void warnOfDoubt(const QString &place, const SecretVerdict &verdict);

// The same, and then asks whether it is a name; --yes is the answer, and without a terminal it is
// needed. True at once when there is no doubt.
bool isMeantAsName(const Arguments &arguments, const QString &place, const SecretVerdict &verdict);

} // namespace Sluice
