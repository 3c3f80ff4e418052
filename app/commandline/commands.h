// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"

namespace Sluice {

class Session;

// Does what the command line says and prints it.
ExitCode runCommand(const Arguments &arguments, Session &session);

// The whole headless program: words in, exit code out. Needs a QCoreApplication.
ExitCode runCommandLine(const QStringList &words);

} // namespace Sluice
