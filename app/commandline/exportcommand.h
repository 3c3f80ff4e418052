// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"

namespace Sluice {

class Session;

// Writes a project's definitions to a folder, one file a pipeline. Asks before it replaces a file
// by another, or takes --yes for the answer.
ExitCode exportProject(const Arguments &arguments, Session &session, const QString &projectId);

} // namespace Sluice
