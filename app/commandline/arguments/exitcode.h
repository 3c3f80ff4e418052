// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

// The exit codes of the command line. Scripts rely on them.
enum class ExitCode {
    Done = 0,
    Refused = 1,        // the server, the network or the user said no, or the output is incomplete
    WrongUsage = 2,     // nothing was sent
    NotAllowed = 3,     // not signed in, or not allowed
    OutcomeUnknown = 4, // a write left, and it is not known whether it was done
    Different = 5,      // diff: files and project do not say the same
    Findings = 6,       // secrets --check: something may be wrong with a reference
    TimeRanOut = 7,     // wait, --wait: the pipeline did not reach the state in time
};

} // namespace Sluice
