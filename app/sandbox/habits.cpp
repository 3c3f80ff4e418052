// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/habits.h"

namespace Sluice::Sandbox {

namespace {

constexpr qint64 streamsFirst = 8000; // ms at speed 1
constexpr int longSnapshot = 20;      // times as long as others

// Different questions about one id get different answers.
enum class Draw : quint64 { Snapshot = 11, Length = 12, Fate = 13, Moment = 14, Absence = 15 };

qint64 drawn(Draw draw, const QUuid &id)
{
    return lot((quint64(id.data1) << 16 | id.data2) * 31 + quint64(draw));
}

qint64 ago(const Habits &habits, qint64 time)
{
    return habits.begin - qint64(double(time) / habits.speed);
}

} // namespace

void Habits::applyTo(Pipeline &pipeline) const
{
    Pace &pace = pipeline.pace;
    const bool isOnDemand =
        snapshots == Snapshots::OnDemand ||
        (snapshots == Snapshots::Mixed && drawn(Draw::Snapshot, pipeline.id) < 500);
    pace.streamsFirst = isOnDemand ? streamsFirst : 0;
    pace.lengthened = isOnDemand && drawn(Draw::Length, pipeline.id) < 250 ? longSnapshot : 1;
    pace.fate = {};
    const qint64 kind = drawn(Draw::Fate, pipeline.id);
    if (unrest == 0 || kind >= 500)
        return;
    const double step = double(unrest) / speed;
    const double share = double(drawn(Draw::Moment, pipeline.id)) / 1000.0;
    pace.fate.kind = kind < 250 ? Fate::Kind::Itself : Fate::Kind::Somebody;
    pace.fate.first = begin + qint64(step * (1.0 + 3.0 * share));
    pace.fate.every = qint64(step * 4);
    pace.fate.backAfter = qint64(step);
}

void Habits::applyTo(Agent &agent) const
{
    agent.absences = {};
    if (unrest == 0 || drawn(Draw::Absence, agent.id) >= 250)
        return;
    const double step = double(unrest) / speed;
    agent.absences = {begin + qint64(step * 2), qint64(step * 4), qint64(step / 2)};
}

void Habits::season(Records &records) const
{
    for (Pipeline &pipeline : records.pipelines) {
        applyTo(pipeline);
        const Pace &pace = pipeline.pace;
        Life &life = pipeline.life;
        const State state = stateAt(life, pace, begin, speed);
        if (pace.streamsFirst == 0 || !life.isStarted)
            continue;
        const qint64 snapshot = pace.snapshot * pace.lengthened;
        if (!life.hasSnapshot && state != State::Starting)
            life.commandAt = ago(*this, pace.starting + pace.streamsFirst + snapshot / 4);
        else if (state == State::Streaming && pace.lengthened > 1)
            life = {true, ago(*this, pace.starting + pace.streamsFirst + snapshot / 4), false};
        else if (state == State::Streaming && drawn(Draw::Length, pipeline.id) < 500)
            life = {true, ago(*this, pace.starting + pace.streamsFirst / 2), false};
    }
}

} // namespace Sluice::Sandbox
