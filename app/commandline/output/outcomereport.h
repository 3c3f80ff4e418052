// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"
#include "models/operations/writeoutcome.h"

namespace Sluice {

// Returns "orders (50ead6b2-...)", on one line.
QString pipelineText(const QJsonObject &definition);

// What to print for a write that was done: a sentence for people, an operand for --output name (see
// operandFor()), an object for programs. The object has one shape, however the server answered.
struct DoneReport {
    QString sentence;
    QString operand;
    QJsonObject json;
};

// Prints what became of a write, and what a look at the server found. Returns its exit code.
ExitCode reportOutcome(const Arguments &arguments, const WriteOutcome &outcome,
                       const DoneReport &done);

} // namespace Sluice
