// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Shows what an apply would change, and with a folder also the pipelines without a file. Returns
// Done when nothing differs, else Different. Compares all good files even when others cannot be
// used; then it names these and returns WrongUsage.
ExitCode diffProject(const Arguments &arguments, Session &session);

} // namespace Sluice
