// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVector>

class QUuid;

namespace Sluice::Sandbox {

enum class State { NotRunning, Starting, Snapshotting, Streaming, Stopping, Unknown };
enum class Command { Start, Stop };

// Why a pipeline came into a state.
enum class Cause {
    Begin,    // the server found it so when it started
    Created,  // by a request
    Deleted,  // by a request
    Edited,   // by a request: the runner is another one
    Command,  // a start or a stop by a request
    Course,   // the time of the state before was over
    Itself,   // it stopped by itself
    Somebody, // somebody else started or stopped it
    Runner,   // its runner disconnected or came back
};

// What interrupts streaming again and again without a request. Times are real ms, whatever the
// speed is.
struct Fate {
    enum class Kind { None, Itself, Somebody };

    Kind kind = Kind::None;
    qint64 first = 0;     // ms since 1970
    qint64 every = 0;     // longer than the pause and all states of a start together
    qint64 backAfter = 0; // somebody starts it again so long after a stop
};

// How long a pipeline stays in each state, in ms at speed 1.
struct Pace {
    qint64 starting = 3000;
    qint64 snapshot = 10000;
    qint64 stopping = 3000;
    qint64 endsAfter = 0;    // after about this time streaming ends by itself; 0: never
    qint64 streamsFirst = 0; // streams so long before its snapshot, which is taken on demand; 0: no
    int lengthened = 1;      // the snapshot lasts so many times as long
    Fate fate;
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

// A pipeline came into a state at that time, in ms since 1970.
struct Moment {
    qint64 at;
    State state;
    Cause cause;
};

// What happens to a pipeline after one time and up to another, in order.
QVector<Moment> momentsBetween(const Life &life, const Pace &pace, qint64 after, qint64 until,
                               double speed);

// The life after the pipeline obeyed `command` at `now`.
Life obeyed(const Life &life, const Pace &pace, Command command, qint64 now, double speed);

// True when the command makes sense in this state. Else the API answers 409 (an assumption).
bool isAllowed(Command command, State state);

// The name of the state in the API, in upper case.
const char *nameOf(State state);

// The name of the cause in the log.
const char *nameOf(Cause cause);

// A number from 0 to 999 that looks random, but is the same on every run.
qint64 lot(quint64 seed);

} // namespace Sluice::Sandbox
