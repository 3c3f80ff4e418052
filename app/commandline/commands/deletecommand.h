// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Deletes one pipeline. Asks and names it first, or needs --yes. Puts the definition into the trash
// of the local store before anything is sent.
ExitCode deletePipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
