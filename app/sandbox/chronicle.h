// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/auditevents.h"
#include "app/sandbox/records.h"

#include <QHash>

namespace Sluice::Sandbox {

// A pipeline came from one state into another.
struct Transition {
    qint64 at = 0; // ms since 1970
    QUuid project;
    QUuid pipeline;
    QString name;
    std::optional<State> from; // nothing: it is new here
    std::optional<State> to;   // nothing: it is gone
    Cause cause = Cause::Begin;
};

// What happened to the pipelines. Nobody watches them while it happens: their states follow from
// the clock, so each look at one works out what passed since the last look. Not safe for threads by
// itself: Registry calls it one at a time.
class Chronicle
{
public:
    // keepsTransitions: for somebody who takes them.
    Chronicle(double speed, bool keepsTransitions)
        : m_speed(speed)
        , m_keepsTransitions(keepsTransitions)
    {}

    // The pipeline appears.
    void begin(const Pipeline &pipeline, const Agent *agent, qint64 at, Cause cause);
    // Tells what happened up to that time.
    void settle(const Pipeline &pipeline, const Agent *agent, qint64 until);
    // The pipeline, or its runner, is another one from that time on. It was settled before.
    void change(const Pipeline &pipeline, const Agent *agent, qint64 at, Cause cause);
    // The pipeline is gone. It was settled before.
    void end(const Pipeline &pipeline, qint64 at);

    // All transitions since the last call, in the order of their times.
    QVector<Transition> take();

    AuditEvents &audit() { return m_audit; }

private:
    struct Seen {
        qint64 at = 0;
        State state = State::NotRunning;
    };

    void note(const Pipeline &pipeline, qint64 at, State state, Cause cause);

    const double m_speed;
    const bool m_keepsTransitions;
    QHash<QUuid, Seen> m_seen;
    QVector<Transition> m_transitions;
    AuditEvents m_audit;
};

// The state that the API shows: UNKNOWN while the runner is not connected, or missing (null).
State shownState(const Pipeline &pipeline, const Agent *agent, qint64 now, double speed);

} // namespace Sluice::Sandbox
