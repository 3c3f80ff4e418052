// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/verbs.h"

namespace Sluice::HelpText {

// What "sluice help" prints: commands, the window's options, environment, exit codes.
QString overview();
// What "sluice help VERB" prints: form, what it does, options, examples.
QString of(const VerbInfo &verb);
// The command that shows help of the verb; of all when there is none.
QString pointer(const VerbInfo *verb);

} // namespace Sluice::HelpText
