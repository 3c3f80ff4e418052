// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Shows what an apply would change, and with a folder also which pipelines have no file. Done when
// nothing differs, Different otherwise. Files that cannot be used are named, all else is compared
// all the same; then WrongUsage.
ExitCode diffProject(const Arguments &arguments, Session &session);

} // namespace Sluice
