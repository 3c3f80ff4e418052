// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

class QUuid;

namespace Sluice::Sandbox {

enum class State { NotRunning, Starting, Snapshotting, Streaming, Stopping, Unknown };
enum class Command { Start, Stop };

// How long a pipeline stays in its states, in ms at speed 1.
struct Pace {
    qint64 starting = 3000;
    qint64 snapshot = 10000;
    qint64 stopping = 3000;
    qint64 endsAfter = 0; // streaming that ends by itself after about this time; 0: never
};

// What commands have left behind. Together with the clock it says the state; no timer runs.
struct Life {
    bool isStarted = false;   // the last command was a start
    qint64 commandAt = 0;     // ms since 1970 of the last command; 0: none yet
    bool hasSnapshot = false; // a snapshot was complete before the last command
};

// The pace of a new pipeline: starting and stopping 2 to 4 s by its id, the snapshot 10 to 60 s by
// its number of tables.
Pace paceOf(const QUuid &id, qsizetype tables);

// The state at `now` (ms since 1970), life running `speed` times as fast.
State stateAt(const Life &life, const Pace &pace, qint64 now, double speed);

// The life after `command` was obeyed at `now`.
Life obeyed(const Life &life, const Pace &pace, Command command, qint64 now, double speed);

// Whether the command makes sense in this state; where not, the API answers 409 (an assumption).
bool isAllowed(Command command, State state);

// The API's name of a state, upper case.
const char *nameOf(State state);

} // namespace Sluice::Sandbox
