// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/exitcode.h"
#include "models/operations/writeoutcome.h"

namespace Sluice {

// "orders (50ead6b2-...)", on one line.
QString pipelineText(const QJsonObject &definition);

// How a write that is done is told: a sentence for people, a name, an object for programs. What the
// server answered, or has now, goes before the object and its name.
struct DoneReport {
    QString sentence;
    QString name;
    QJsonObject json;
};

// Says what became of a write, and what was found where that had to be looked up. OutcomeUnknown
// when it is not known.
ExitCode reportOutcome(const Arguments &arguments, const WriteOutcome &outcome,
                       const DoneReport &done);

} // namespace Sluice
