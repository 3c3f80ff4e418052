// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Creates and updates a project's pipelines from definitions, by name; never deletes. Shows the
// differences first and asks, unless --yes or --dry-run. Each pipeline is read right before it is
// replaced, and left alone when it moved since the differences were shown; the project is listed
// right before one is created, and nothing is made beside one of that name. Runs on this computer
// do so one after the other. No write goes out twice; after one of which it is not known what
// became of it, and when the account or the network fails, nothing more is sent.
ExitCode applyToProject(const Arguments &arguments, Session &session);

} // namespace Sluice
