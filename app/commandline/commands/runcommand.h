// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Runs a command that talks to a server.
ExitCode runCommand(const Arguments &arguments, Session &session);

} // namespace Sluice
