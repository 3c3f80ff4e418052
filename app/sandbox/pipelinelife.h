// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

class QUuid;

namespace Sluice::Sandbox {

enum class State { NotRunning, Starting, Snapshotting, Streaming, Stopping, Unknown };
enum class Command { Start, Stop };

// How long a pipeline stays in each state, in ms at speed 1.
struct Pace {
    qint64 starting = 3000;
    qint64 snapshot = 10000;
    qint64 stopping = 3000;
    qint64 endsAfter = 0; // after about this time streaming ends by itself; 0: never
};

// The effect of past commands. The state follows from this and the clock, so no timer runs.
struct Life {
    bool isStarted = false;   // the last command was a start
    qint64 commandAt = 0;     // ms since 1970 of the last command; 0: none yet
    bool hasSnapshot = false; // a snapshot was complete before the last command
};

// The pace of a new pipeline. Starting and stopping take 2 to 4 s, depending on the id. The
// snapshot takes 10 to 60 s, depending on the number of tables.
Pace paceOf(const QUuid &id, qsizetype tables);

// The state at `now` (ms since 1970), when life runs `speed` times as fast.
State stateAt(const Life &life, const Pace &pace, qint64 now, double speed);

// The life after the pipeline obeyed `command` at `now`.
Life obeyed(const Life &life, const Pace &pace, Command command, qint64 now, double speed);

// True when the command makes sense in this state. Else the API answers 409 (an assumption).
bool isAllowed(Command command, State state);

// The name of the state in the API, in upper case.
const char *nameOf(State state);

} // namespace Sluice::Sandbox
