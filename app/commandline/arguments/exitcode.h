// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

// Exit codes of the command line, part of its contract with scripts.
enum class ExitCode {
    Done = 0,
    Refused = 1,        // the server, the network or the user said no, or the output is cut
    WrongUsage = 2,     // nothing was sent
    NotAllowed = 3,     // not signed in, or not allowed
    OutcomeUnknown = 4, // a write left, and it is not known whether it was done
    Different = 5,      // diff: files and project do not say the same
    Findings = 6,       // secrets --check: something may be wrong with the references
    TimeRanOut = 7,     // wait, --wait: the pipeline was not there in time
};

} // namespace Sluice
