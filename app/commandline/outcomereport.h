// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/operations/writeoutcome.h"

namespace Sluice {

// "orders (50ead6b2-...)", on one line.
QString pipelineText(const QJsonObject &definition);

// Says what became of a write, and what was found where that had to be looked up. done: the
// sentence for one that is done; with --json the definition that the server has is printed instead.
// OutcomeUnknown when it is not known.
ExitCode reportOutcome(const Arguments &arguments, const WriteOutcome &outcome,
                       const QString &done);

} // namespace Sluice
