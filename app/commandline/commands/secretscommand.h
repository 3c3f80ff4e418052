// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Lists every reference to a secret of a project, or of all projects, with its users and what may
// be wrong with it. With --check it returns Findings when there are any. Names a list that cannot
// be read and returns its exit code, as its content is not known; shows the rest all the same.
ExitCode listSecrets(const Arguments &arguments, Session &session);

} // namespace Sluice
