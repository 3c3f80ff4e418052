// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Writes a project's definitions to a folder, one file a pipeline. Asks before it replaces a file
// that says something else, or takes --yes for the answer. Names the files of pipelines that the
// project does not have, and with --prune removes them after the same question, when all else was
// written.
ExitCode exportProject(const Arguments &arguments, Session &session);

} // namespace Sluice
