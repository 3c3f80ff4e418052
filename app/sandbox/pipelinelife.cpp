// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/pipelinelife.h"

#include <QUuid>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Sluice::Sandbox {

namespace {

// A run that a start began, without its fate. Each state lasts until the next moment.
struct Course {
    double runsFrom;      // not STARTING any more
    double snapshotsFrom; // as late as streamsFrom when there is no snapshot
    double streamsFrom;   // nothing but streaming is left
    double endsAt;        // 0: never
};

Course courseOf(const Life &life, const Pace &pace, double speed)
{
    const bool takesOne = !life.hasSnapshot;
    const double before = takesOne ? double(pace.streamsFirst) : 0.0;
    const double snapshot = takesOne ? double(pace.snapshot) * pace.lengthened : 0.0;
    Course course{};
    course.runsFrom = double(life.commandAt) + double(pace.starting) / speed;
    course.snapshotsFrom = course.runsFrom + before / speed;
    course.streamsFrom = course.snapshotsFrom + snapshot / speed;
    if (pace.endsAfter > 0) {
        const double share = 0.75 + double(lot(quint64(life.commandAt))) / 2000.0;
        course.endsAt = course.streamsFrom + double(pace.endsAfter) * share / speed;
    }
    return course;
}

// The first whole millisecond at which `moment` has come.
qint64 wholeOf(double moment)
{
    return qint64(std::ceil(moment));
}

// When fate strikes a run for the first time: nothing when it never does. It waits for a snapshot.
std::optional<qint64> firstStrike(const Fate &fate, const Course &course)
{
    if (fate.kind == Fate::Kind::None)
        return std::nullopt;
    const qint64 from = wholeOf(course.streamsFrom);
    const qint64 missed = std::max<qint64>(0, from - fate.first + fate.every - 1) / fate.every;
    const qint64 strike = fate.first + missed * fate.every;
    if (course.endsAt != 0 && double(strike) >= course.endsAt)
        return std::nullopt;
    return strike;
}

// From a strike to streaming again.
void appendStrike(QVector<Moment> &moments, const Pace &pace, qint64 at, double speed)
{
    if (pace.fate.kind == Fate::Kind::Somebody) {
        moments.append({at, State::Stopping, Cause::Somebody});
        moments.append(
            {at + wholeOf(double(pace.stopping) / speed), State::NotRunning, Cause::Course});
    } else {
        moments.append({at, State::NotRunning, Cause::Itself});
    }
    const qint64 back = at + pace.fate.backAfter;
    moments.append({back, State::Starting, Cause::Somebody});
    moments.append(
        {back + wholeOf(double(pace.starting) / speed), State::Streaming, Cause::Course});
}

void appendCourse(QVector<Moment> &moments, const Life &life, const Course &course)
{
    moments.append({life.commandAt, State::Starting, Cause::Command});
    if (course.snapshotsFrom > course.runsFrom)
        moments.append({wholeOf(course.runsFrom), State::Streaming, Cause::Course});
    if (course.streamsFrom > course.snapshotsFrom)
        moments.append({wholeOf(course.snapshotsFrom), State::Snapshotting, Cause::Course});
    moments.append({wholeOf(course.streamsFrom), State::Streaming, Cause::Course});
}

// All moments of a life that can matter between two times. Of a fate that strikes for years, only
// the strikes of that time and the one before it are told.
QVector<Moment> momentsAround(const Life &life, const Pace &pace, qint64 after, qint64 until,
                              double speed)
{
    QVector<Moment> moments;
    if (life.commandAt == 0)
        return moments;
    if (!life.isStarted)
        return {{life.commandAt, State::Stopping, Cause::Command},
                {wholeOf(double(life.commandAt) + double(pace.stopping) / speed), State::NotRunning,
                 Cause::Course}};
    const Course course = courseOf(life, pace, speed);
    moments.reserve(8); // enough for one look
    appendCourse(moments, life, course);
    if (const std::optional<qint64> strike = firstStrike(pace.fate, course)) {
        const qint64 passed = std::max<qint64>(0, after - *strike) / pace.fate.every;
        for (qint64 at = *strike + passed * pace.fate.every; at <= until; at += pace.fate.every)
            appendStrike(moments, pace, at, speed);
    } else if (course.endsAt != 0) {
        moments.append({wholeOf(course.endsAt), State::NotRunning, Cause::Itself});
    }
    return moments;
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
    State state = State::NotRunning;
    const QVector<Moment> moments = momentsAround(life, pace, now, now, speed);
    for (const Moment &moment : moments)
        if (moment.at <= now)
            state = moment.state;
    return state;
}

QVector<Moment> momentsBetween(const Life &life, const Pace &pace, qint64 after, qint64 until,
                               double speed)
{
    QVector<Moment> moments = momentsAround(life, pace, after, until, speed);
    erase_if(moments, [&](const Moment &m) { return m.at <= after || m.at > until; });
    return moments;
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

const char *nameOf(Cause cause)
{
    switch (cause) {
    case Cause::Begin: return "begin";
    case Cause::Created: return "created";
    case Cause::Deleted: return "deleted";
    case Cause::Edited: return "edited";
    case Cause::Command: return "command";
    case Cause::Course: return "course";
    case Cause::Itself: return "by_itself";
    case Cause::Somebody: return "somebody_else";
    case Cause::Runner: return "runner";
    }
    return "";
}

qint64 lot(quint64 seed)
{
    seed ^= seed >> 33;
    seed *= 0xff51afd7ed558ccdULL;
    seed ^= seed >> 33;
    return qint64(seed % 1000);
}

} // namespace Sluice::Sandbox
