// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Creates and updates a project's pipelines from definitions, by name; never deletes. Shows the
// differences first and asks, unless --yes or --dry-run is given. Reads each pipeline right before
// it replaces it, and leaves it alone when it changed since the differences were shown. Lists the
// project right before it creates a pipeline, and makes none beside another of its name. Runs on
// this computer wait for each other. Sends no write twice, and stops when an outcome is unknown or
// when the account or the network fails.
ExitCode applyToProject(const Arguments &arguments, Session &session);

} // namespace Sluice
