// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"

namespace Sluice {

class Session;

// watch: prints states and their changes until it is interrupted, or until all are in a state.
ExitCode watchPipelines(const Arguments &arguments, Session &session);

} // namespace Sluice
