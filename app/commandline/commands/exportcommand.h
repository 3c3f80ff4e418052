// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Writes a project's definitions to a folder, one file a pipeline. Asks before it replaces a file
// that says something else, or needs --yes. Names the files of pipelines that the project does not
// have. With --prune it asks and removes them, after all files were written.
ExitCode exportProject(const Arguments &arguments, Session &session);

} // namespace Sluice
