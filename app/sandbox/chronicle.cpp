// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/chronicle.h"

#include "app/sandbox/agentrules.h"
#include "app/sandbox/pipelinejson.h"

#include <algorithm>

namespace Sluice::Sandbox {

State shownState(const Pipeline &pipeline, const Agent *agent, qint64 now, double speed)
{
    if (!agent || !isConnected(*agent, now))
        return State::Unknown;
    return stateAt(pipeline.life, pipeline.pace, now, speed);
}

void Chronicle::begin(const Pipeline &pipeline, const Agent *agent, qint64 at, Cause cause)
{
    const State state = shownState(pipeline, agent, at, m_speed);
    m_seen.insert(pipeline.id, {at, state});
    if (m_keepsTransitions)
        m_transitions.append(
            {at, pipeline.projectId, pipeline.id, nameOf(pipeline), std::nullopt, state, cause});
}

void Chronicle::settle(const Pipeline &pipeline, const Agent *agent, qint64 until)
{
    Seen &seen = m_seen[pipeline.id];
    if (until <= seen.at)
        return;
    QVector<Moment> moments = momentsBetween(pipeline.life, pipeline.pace, seen.at, until, m_speed);
    for (const Moment &moment : std::as_const(moments))
        if (moment.cause == Cause::Somebody)
            m_audit.appendCommandOfSomebody(pipeline, moment.state == State::Starting, moment.at);
    if (agent) {
        const QVector<qint64> turns = connectionTurns(*agent, seen.at, until);
        for (const qint64 at : turns)
            moments.append({at, State::Unknown, Cause::Runner});
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const Moment &a, const Moment &b) { return a.at < b.at; });
    for (const Moment &moment : std::as_const(moments))
        note(pipeline, moment.at, shownState(pipeline, agent, moment.at, m_speed), moment.cause);
    seen.at = until;
}

void Chronicle::change(const Pipeline &pipeline, const Agent *agent, qint64 at, Cause cause)
{
    note(pipeline, at, shownState(pipeline, agent, at, m_speed), cause);
    m_seen[pipeline.id].at = at;
}

void Chronicle::end(const Pipeline &pipeline, qint64 at)
{
    const State last = m_seen.take(pipeline.id).state;
    if (m_keepsTransitions)
        m_transitions.append({at, pipeline.projectId, pipeline.id, nameOf(pipeline), last,
                              std::nullopt, Cause::Deleted});
}

QVector<Transition> Chronicle::take()
{
    QVector<Transition> all;
    std::swap(all, m_transitions);
    std::stable_sort(all.begin(), all.end(),
                     [](const Transition &a, const Transition &b) { return a.at < b.at; });
    return all;
}

void Chronicle::note(const Pipeline &pipeline, qint64 at, State state, Cause cause)
{
    Seen &seen = m_seen[pipeline.id];
    if (state == seen.state)
        return;
    if (m_keepsTransitions)
        m_transitions.append(
            {at, pipeline.projectId, pipeline.id, nameOf(pipeline), seen.state, state, cause});
    seen.state = state;
}

} // namespace Sluice::Sandbox
