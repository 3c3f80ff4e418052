// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/chronicle.h"
#include "app/sandbox/habits.h"
#include "app/sandbox/paging.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>
#include <shared_mutex>

namespace Sluice::Sandbox {

class Store;

// Everything the server knows, in memory. Safe to use from any thread. A change goes into the store
// first and is then shown, so reading never waits for the disk.
class Registry
{
public:
    // What is remembered of what happens.
    struct Memory {
        QString clientId;              // who makes the requests
        bool keepsTransitions = false; // until they are taken
    };

    // store: where changes are kept, or null.
    Registry(const Records &records, Store *store, const Habits &habits, const Memory &memory);

    Slice projects(const PageRequest &page) const;
    Slice agents(const PageRequest &page) const;

    // Nothing when there is no such project.
    std::optional<Slice> environments(const QUuid &project, const PageRequest &page) const;
    std::optional<Slice> pipelines(const QUuid &project, const PageRequest &page) const;

    bool hasProject(const QUuid &project) const;
    std::optional<Agent> agent(const QUuid &id) const;
    std::optional<Pipeline> pipeline(const QUuid &project, const QUuid &id) const;

    // The state that the status call gives now. UNKNOWN while the runner is not connected or not
    // known.
    std::optional<State> state(const QUuid &project, const QUuid &id) const;

    // True when the runner obeys commands.
    bool isListening(const QUuid &agent) const;

    void add(const Pipeline &pipeline);
    void add(const Agent &agent);

    // Change one record, with no other change in between. `change` gets a copy to alter, and
    // returns whether to keep it. False when there is no such record. Throw StoreError, and then
    // change nothing.
    bool change(const QUuid &project, const QUuid &id,
                const std::function<bool(Pipeline &)> &change);
    bool change(const QUuid &id, const std::function<bool(Agent &)> &change);
    bool remove(const QUuid &project, const QUuid &id);
    bool removeAgent(const QUuid &id);

    double speed() const { return m_habits.speed; }

    // All that happened since the last call, in the order of its times.
    QVector<Transition> takeTransitions();
    // The same, or nothing while a change is under way. For the thread that the store is of: a
    // change waits for it, so it must not wait for the change.
    QVector<Transition> takeTransitionsIfFree();
    // The audit events from one time to before another.
    Slice auditEvents(const PageRequest &page, qint64 from, qint64 to);
    // Calls `look` with each pipeline and the name of its project.
    void forEachPipeline(const std::function<void(const QString &, const Pipeline &)> &look) const;

private:
    using Deed = AuditEvents::Deed;

    void settle(const Pipeline &pipeline, qint64 until);
    void settleAll(qint64 until);
    void tell(const Pipeline &before, const Pipeline &after);
    // Calls `change` between the two looks at all pipelines of the runner.
    void changeRunner(const QUuid &id, const std::function<void()> &change);
    const Agent *agentOf(const Pipeline &pipeline) const;
    State stateOf(const Pipeline &pipeline) const;
    QByteArray environmentJson(const Environment &environment) const;

    const Habits m_habits;
    Store *const m_store;
    const QString m_clientId;
    Chronicle m_chronicle;            // used while m_changing is held
    std::mutex m_changing;            // held during a whole change, including the disk
    mutable std::shared_mutex m_data; // held while the members below are read or changed
    QVector<Project> m_projects;
    QVector<QUuid> m_agentOrder;
    QHash<QUuid, Agent> m_agents;
    QHash<QUuid, QVector<QUuid>> m_pipelineOrder; // by project
    QHash<QUuid, Pipeline> m_pipelines;
};

// Milliseconds since 1970.
qint64 wallClock();

} // namespace Sluice::Sandbox
