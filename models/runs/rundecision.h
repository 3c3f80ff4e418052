// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QString>

namespace Sluice {

struct PipelineRow;

// What a run does to each of its pipelines. Restart: stops it, sees it stopped, starts it.
enum class RunVerb { Start, Stop, Restart };

// What a run would do to one pipeline, as its row stands now.
struct RunDecision {
    // InSnapshot: only when the user says so of this very pipeline, as the snapshot may begin
    // again. Blocked: the account can not be reached.
    enum class Kind { Blocked, InSnapshot, Skipped, Acts };

    Kind kind = Kind::Skipped;
    QString text; // what happens, or why not: translated, without a full stop

    bool operator==(const RunDecision &) const = default;
};

// Whether a command from here that no state has proved yet stands in the way.
enum class IfRequested { Skip, Act };

RunDecision decide(RunVerb verb, const PipelineRow &row,
                   IfRequested ifRequested = IfRequested::Skip);

// The command that a run begins with.
PipelineCommand firstCommand(RunVerb verb);

// "Start", "Stop", "Restart", translated.
QString verbText(RunVerb verb);
// "Start 12 pipelines", translated.
QString runTitle(RunVerb verb, int count);

} // namespace Sluice
