// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// Creates one pipeline from a definition's file. When the project has one of that name it asks
// first, or needs --allow-duplicate; runs on this computer do so one after the other.
ExitCode createPipeline(const Arguments &arguments, Session &session);

} // namespace Sluice
