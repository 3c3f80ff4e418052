// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/paging.h"
#include "app/sandbox/records.h"

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
    // store: where changes are kept, or null. speed: of the life cycle.
    Registry(const Records &records, Store *store, double speed);

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

    double speed() const { return m_speed; }

private:
    // The common part of both change(), with m_changing held. record: the copy to change, or
    // nothing.
    template <typename Record>
    bool changed(std::optional<Record> record, QHash<QUuid, Record> &records,
                 const std::function<bool(Record &)> &change);
    State stateOf(const Pipeline &pipeline) const;
    QByteArray environmentJson(const Environment &environment) const;

    const double m_speed;
    Store *const m_store;
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

// Whether the runner is connected at that time.
bool isConnected(const Agent &agent, qint64 now);

} // namespace Sluice::Sandbox
