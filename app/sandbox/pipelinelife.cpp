// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/pipelinelife.h"

#include <QUuid>

#include <algorithm>

namespace Sluice::Sandbox {

namespace {

// A number from 0 to 999 that looks random, but is the same on every run.
qint64 lot(quint64 seed)
{
    seed ^= seed >> 33;
    seed *= 0xff51afd7ed558ccdULL;
    seed ^= seed >> 33;
    return qint64(seed % 1000);
}

// The moments of a run that began at commandAt. Each state lasts until the next moment.
struct Course {
    double streamsFrom;
    double snapshotsFrom;
    double endsAt; // 0: never
};

Course courseOf(const Life &life, const Pace &pace, double speed)
{
    const auto begin = double(life.commandAt);
    const double snapshot = life.hasSnapshot ? 0.0 : double(pace.snapshot);
    Course course{};
    course.snapshotsFrom = begin + double(pace.starting) / speed;
    course.streamsFrom = course.snapshotsFrom + snapshot / speed;
    if (pace.endsAfter > 0) {
        const double share = 0.75 + double(lot(quint64(life.commandAt))) / 2000.0;
        course.endsAt = course.streamsFrom + double(pace.endsAfter) * share / speed;
    }
    return course;
}

} // namespace

Pace paceOf(const QUuid &id, qsizetype tables)
{
    Pace pace;
    pace.starting = 2000 + 2 * lot(id.data1);
    pace.stopping = 2000 + 2 * lot(quint64(id.data1) + 1);
    pace.snapshot = std::clamp<qint64>(5000 + 5000 * tables, 10000, 60000);
    return pace;
}

State stateAt(const Life &life, const Pace &pace, qint64 now, double speed)
{
    if (life.commandAt == 0)
        return State::NotRunning;
    const auto at = double(now);
    if (!life.isStarted)
        return at < double(life.commandAt) + double(pace.stopping) / speed ? State::Stopping
                                                                           : State::NotRunning;
    const Course course = courseOf(life, pace, speed);
    if (at < course.snapshotsFrom)
        return State::Starting;
    if (at < course.streamsFrom)
        return State::Snapshotting;
    return course.endsAt == 0 || at < course.endsAt ? State::Streaming : State::NotRunning;
}

Life obeyed(const Life &life, const Pace &pace, Command command, qint64 now, double speed)
{
    Life next = life;
    if (life.isStarted && life.commandAt != 0)
        next.hasSnapshot |= double(now) >= courseOf(life, pace, speed).streamsFrom;
    next.isStarted = command == Command::Start;
    next.commandAt = now;
    return next;
}

bool isAllowed(Command command, State state)
{
    if (command == Command::Start)
        return state == State::NotRunning;
    return state == State::Starting || state == State::Snapshotting || state == State::Streaming;
}

const char *nameOf(State state)
{
    switch (state) {
    case State::NotRunning: return "NOT_RUNNING";
    case State::Starting: return "STARTING";
    case State::Snapshotting: return "SNAPSHOTTING";
    case State::Streaming: return "STREAMING";
    case State::Stopping: return "STOPPING";
    case State::Unknown: return "UNKNOWN";
    }
    return "UNKNOWN";
}

} // namespace Sluice::Sandbox
