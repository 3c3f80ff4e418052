// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

ExitCode listProjects(const Arguments &arguments, Session &session);
ExitCode listAgents(const Arguments &arguments, Session &session);
// These two list one project or all of them. They name a project that cannot be read, return its
// exit code, and list the others all the same.
ExitCode listEnvironments(const Arguments &arguments, Session &session);
ExitCode listPipelines(const Arguments &arguments, Session &session);

} // namespace Sluice
