// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/verbs.h"

namespace Sluice::HelpText {

// The text of "sluice help": commands, options, environment, exit codes.
QString overview();
// The text of "sluice help VERB": usage, details, options, examples.
QString of(const VerbInfo &verb);
// Returns the command that shows the verb's help; without a verb the one for all help.
QString pointer(const VerbInfo *verb);

} // namespace Sluice::HelpText
