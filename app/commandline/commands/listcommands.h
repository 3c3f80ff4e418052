// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

ExitCode listProjects(const Arguments &arguments, Session &session);
ExitCode listAgents(const Arguments &arguments, Session &session);
// Of one project or of all. A project that cannot be read is said and makes the exit code; the
// others are listed all the same.
ExitCode listEnvironments(const Arguments &arguments, Session &session);
ExitCode listPipelines(const Arguments &arguments, Session &session);

} // namespace Sluice
