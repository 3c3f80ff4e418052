// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/registry.h"

#include "app/sandbox/agentjson.h"
#include "app/sandbox/agentrules.h"
#include "app/sandbox/store.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

QByteArray jsonTextOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The part of a list that stands on the page. `textOf` writes each record.
template <typename List, typename Text>
Slice sliceOf(const List &list, const PageRequest &page, Text text)
{
    Slice slice;
    slice.total = list.size();
    const qsizetype end = std::min(page.first() + page.size, slice.total);
    for (qsizetype i = page.first(); i < end; ++i)
        slice.items.append(text(list.at(i)));
    return slice;
}

} // namespace

qint64 wallClock()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Registry::Registry(const Records &records, Store *store, const Habits &habits, const Memory &memory)
    : m_habits(habits)
    , m_store(store)
    , m_clientId(memory.clientId)
    , m_chronicle(habits.speed, memory.keepsTransitions)
    , m_projects(records.projects)
{
    m_pipelines.reserve(records.pipelines.size());
    m_agents.reserve(records.agents.size());
    for (const Project &project : records.projects)
        m_pipelineOrder.insert(project.id, {});
    for (Agent agent : records.agents) {
        m_habits.applyTo(agent);
        m_agents.insert(agent.id, agent);
        m_agentOrder.append(agent.id);
    }
    for (Pipeline pipeline : records.pipelines) {
        m_habits.applyTo(pipeline);
        m_pipelines.insert(pipeline.id, pipeline);
        m_pipelineOrder[pipeline.projectId].append(pipeline.id);
        m_chronicle.begin(pipeline, agentOf(pipeline), m_habits.begin, Cause::Begin);
    }
}

Slice Registry::projects(const PageRequest &page) const
{
    const std::shared_lock lock(m_data);
    return sliceOf(m_projects, page, [](const Project &project) {
        return jsonTextOf({{u"id"_s, project.id.toString(QUuid::WithoutBraces)},
                           {u"name"_s, project.name},
                           {u"description"_s, project.description}});
    });
}

Slice Registry::agents(const PageRequest &page) const
{
    const std::shared_lock lock(m_data);
    return sliceOf(m_agentOrder, page, [this](const QUuid &id) {
        return jsonTextOf(agentSummary(m_agents.constFind(id).value()));
    });
}

std::optional<Slice> Registry::environments(const QUuid &project, const PageRequest &page) const
{
    const std::shared_lock lock(m_data);
    const auto found = std::find_if(m_projects.cbegin(), m_projects.cend(),
                                    [&](const Project &p) { return p.id == project; });
    if (found == m_projects.cend())
        return std::nullopt;
    return sliceOf(found->environments, page,
                   [this](const Environment &environment) { return environmentJson(environment); });
}

std::optional<Slice> Registry::pipelines(const QUuid &project, const PageRequest &page) const
{
    const std::shared_lock lock(m_data);
    const auto found = m_pipelineOrder.constFind(project);
    if (found == m_pipelineOrder.cend())
        return std::nullopt;
    return sliceOf(found.value(), page,
                   [this](const QUuid &id) { return m_pipelines.constFind(id)->json; });
}

bool Registry::hasProject(const QUuid &project) const
{
    const std::shared_lock lock(m_data);
    return m_pipelineOrder.contains(project);
}

std::optional<Agent> Registry::agent(const QUuid &id) const
{
    const std::shared_lock lock(m_data);
    const auto found = m_agents.constFind(id);
    return found == m_agents.cend() ? std::nullopt : std::optional(found.value());
}

std::optional<Pipeline> Registry::pipeline(const QUuid &project, const QUuid &id) const
{
    const std::shared_lock lock(m_data);
    const auto found = m_pipelines.constFind(id);
    if (found == m_pipelines.cend() || found->projectId != project)
        return std::nullopt;
    return found.value();
}

std::optional<State> Registry::state(const QUuid &project, const QUuid &id) const
{
    const std::shared_lock lock(m_data);
    const auto found = m_pipelines.constFind(id);
    if (found == m_pipelines.cend() || found->projectId != project)
        return std::nullopt;
    return stateOf(found.value());
}

bool Registry::isListening(const QUuid &agent) const
{
    const std::shared_lock lock(m_data);
    const auto found = m_agents.constFind(agent);
    return found != m_agents.cend() && isConnected(found.value(), wallClock()) &&
           found->status == "running"_L1;
}

void Registry::add(const Pipeline &pipeline)
{
    const std::lock_guard changing(m_changing);
    if (m_store)
        m_store->save(pipeline);
    Pipeline added = pipeline;
    m_habits.applyTo(added);
    const qint64 now = wallClock();
    m_chronicle.begin(added, agentOf(added), now, Cause::Created);
    m_chronicle.audit().append(Deed::Created, added, m_clientId, now);
    const std::unique_lock lock(m_data);
    m_pipelines.insert(added.id, added);
    m_pipelineOrder[added.projectId].append(added.id);
}

void Registry::add(const Agent &agent)
{
    const std::lock_guard changing(m_changing);
    if (m_store)
        m_store->save(agent);
    Agent added = agent;
    m_habits.applyTo(added);
    changeRunner(agent.id, [&] {
        const std::unique_lock lock(m_data);
        m_agents.insert(added.id, added);
        m_agentOrder.append(added.id);
    });
}

bool Registry::change(const QUuid &project, const QUuid &id,
                      const std::function<bool(Pipeline &)> &change)
{
    const std::lock_guard changing(m_changing);
    const std::optional<Pipeline> before = pipeline(project, id);
    if (!before)
        return false;
    Pipeline after = *before;
    if (!change(after))
        return true;
    if (m_store)
        m_store->save(after);
    m_habits.applyTo(after);
    tell(*before, after);
    const std::unique_lock lock(m_data);
    m_pipelines.insert(id, after);
    return true;
}

bool Registry::change(const QUuid &id, const std::function<bool(Agent &)> &change)
{
    const std::lock_guard changing(m_changing);
    std::optional<Agent> changed = agent(id);
    if (!changed)
        return false;
    if (!change(*changed))
        return true;
    if (m_store)
        m_store->save(*changed);
    changeRunner(id, [&] {
        const std::unique_lock lock(m_data);
        m_agents.insert(id, *changed);
    });
    return true;
}

bool Registry::remove(const QUuid &project, const QUuid &id)
{
    const std::lock_guard changing(m_changing);
    const std::optional<Pipeline> gone = pipeline(project, id);
    if (!gone)
        return false;
    if (m_store)
        m_store->removePipeline(id);
    const qint64 now = wallClock();
    settle(*gone, now);
    m_chronicle.end(*gone, now);
    m_chronicle.audit().append(Deed::Deleted, *gone, m_clientId, now);
    const std::unique_lock lock(m_data);
    m_pipelines.remove(id);
    m_pipelineOrder[project].removeOne(id);
    return true;
}

bool Registry::removeAgent(const QUuid &id)
{
    const std::lock_guard changing(m_changing);
    if (!agent(id))
        return false;
    if (m_store)
        m_store->removeAgent(id);
    changeRunner(id, [&] {
        const std::unique_lock lock(m_data);
        m_agents.remove(id);
        m_agentOrder.removeOne(id);
    });
    return true;
}

QVector<Transition> Registry::takeTransitions()
{
    const std::lock_guard changing(m_changing);
    settleAll(wallClock());
    return m_chronicle.take();
}

QVector<Transition> Registry::takeTransitionsIfFree()
{
    const std::unique_lock changing(m_changing, std::try_to_lock);
    if (!changing.owns_lock())
        return {};
    settleAll(wallClock());
    return m_chronicle.take();
}

Slice Registry::auditEvents(const PageRequest &page, qint64 from, qint64 to)
{
    const std::lock_guard changing(m_changing);
    settleAll(wallClock());
    return m_chronicle.audit().slice(page, from, to);
}

void Registry::forEachPipeline(
    const std::function<void(const QString &, const Pipeline &)> &look) const
{
    const std::shared_lock lock(m_data);
    for (const Project &project : m_projects) {
        const QVector<QUuid> ids = m_pipelineOrder.value(project.id);
        for (const QUuid &id : ids)
            look(project.name, m_pipelines.constFind(id).value());
    }
}

// Nobody changes the data while m_changing is held, so the members may be read without m_data.
void Registry::settle(const Pipeline &pipeline, qint64 until)
{
    m_chronicle.settle(pipeline, agentOf(pipeline), until);
}

void Registry::settleAll(qint64 until)
{
    for (const Pipeline &pipeline : std::as_const(m_pipelines))
        settle(pipeline, until);
}

// A command counts from the moment that the pipeline obeyed it: what the clock alone did before is
// told first.
void Registry::tell(const Pipeline &before, const Pipeline &after)
{
    const bool isCommand = before.life.commandAt != after.life.commandAt ||
                           before.life.isStarted != after.life.isStarted;
    const qint64 at = isCommand ? after.life.commandAt : wallClock();
    settle(before, at - 1);
    m_chronicle.change(after, agentOf(after), at, isCommand ? Cause::Command : Cause::Edited);
    const Deed command = after.life.isStarted ? Deed::Started : Deed::Stopped;
    m_chronicle.audit().append(isCommand ? command : Deed::Updated, after, m_clientId, at);
}

void Registry::changeRunner(const QUuid &id, const std::function<void()> &change)
{
    const qint64 now = wallClock();
    QVector<QUuid> concerned;
    for (const Pipeline &pipeline : std::as_const(m_pipelines))
        if (pipeline.agentId == id)
            concerned.append(pipeline.id);
    for (const QUuid &pipeline : std::as_const(concerned))
        settle(m_pipelines.value(pipeline), now);
    change();
    for (const QUuid &pipeline : std::as_const(concerned)) {
        const Pipeline changed = m_pipelines.value(pipeline);
        m_chronicle.change(changed, agentOf(changed), now, Cause::Runner);
    }
}

const Agent *Registry::agentOf(const Pipeline &pipeline) const
{
    const auto agent = m_agents.constFind(pipeline.agentId);
    return agent == m_agents.cend() ? nullptr : &agent.value();
}

State Registry::stateOf(const Pipeline &pipeline) const
{
    return shownState(pipeline, agentOf(pipeline), wallClock(), m_habits.speed);
}

QByteArray Registry::environmentJson(const Environment &environment) const
{
    const auto agent = m_agents.constFind(environment.defaultAgentId);
    const bool hasAgent = agent != m_agents.cend();
    const QString id = environment.defaultAgentId.toString(QUuid::WithoutBraces);
    return jsonTextOf(
        {{u"name"_s, environment.name},
         {u"defaultAgentId"_s, hasAgent ? QJsonValue(id) : QJsonValue()},
         {u"defaultAgentName"_s, hasAgent ? agent->details.value("name"_L1) : QJsonValue()}});
}

} // namespace Sluice::Sandbox
