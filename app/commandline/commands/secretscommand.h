// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Lists every reference to a secret of a project, or of all projects, with its users and what may
// be wrong with it. Findings with --check: Findings. A list that cannot be read is said and makes
// the exit code, since nobody knows what it would have held; the rest is shown all the same.
ExitCode listSecrets(const Arguments &arguments, Session &session);

} // namespace Sluice
