// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/registry.h"

#include "app/sandbox/agentjson.h"
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

bool isConnected(const Agent &agent, qint64 now)
{
    return agent.connected && now >= agent.restartEndsAt;
}

Registry::Registry(const Records &records, Store *store, double speed)
    : m_speed(speed)
    , m_store(store)
    , m_projects(records.projects)
{
    m_pipelines.reserve(records.pipelines.size());
    m_agents.reserve(records.agents.size());
    for (const Project &project : records.projects)
        m_pipelineOrder.insert(project.id, {});
    for (const Agent &agent : records.agents) {
        m_agents.insert(agent.id, agent);
        m_agentOrder.append(agent.id);
    }
    for (const Pipeline &pipeline : records.pipelines) {
        m_pipelines.insert(pipeline.id, pipeline);
        m_pipelineOrder[pipeline.projectId].append(pipeline.id);
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
    const std::unique_lock lock(m_data);
    m_pipelines.insert(pipeline.id, pipeline);
    m_pipelineOrder[pipeline.projectId].append(pipeline.id);
}

void Registry::add(const Agent &agent)
{
    const std::lock_guard changing(m_changing);
    if (m_store)
        m_store->save(agent);
    const std::unique_lock lock(m_data);
    m_agents.insert(agent.id, agent);
    m_agentOrder.append(agent.id);
}

template <typename Record>
bool Registry::changed(std::optional<Record> record, QHash<QUuid, Record> &records,
                       const std::function<bool(Record &)> &change)
{
    if (!record)
        return false;
    if (!change(*record))
        return true;
    if (m_store)
        m_store->save(*record);
    const std::unique_lock lock(m_data);
    records.insert(record->id, *record);
    return true;
}

bool Registry::change(const QUuid &project, const QUuid &id,
                      const std::function<bool(Pipeline &)> &change)
{
    const std::lock_guard changing(m_changing);
    return changed(pipeline(project, id), m_pipelines, change);
}

bool Registry::change(const QUuid &id, const std::function<bool(Agent &)> &change)
{
    const std::lock_guard changing(m_changing);
    return changed(agent(id), m_agents, change);
}

bool Registry::remove(const QUuid &project, const QUuid &id)
{
    const std::lock_guard changing(m_changing);
    if (!pipeline(project, id))
        return false;
    if (m_store)
        m_store->removePipeline(id);
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
    const std::unique_lock lock(m_data);
    m_agents.remove(id);
    m_agentOrder.removeOne(id);
    return true;
}

State Registry::stateOf(const Pipeline &pipeline) const
{
    const qint64 now = wallClock();
    const auto agent = m_agents.constFind(pipeline.agentId);
    if (agent == m_agents.cend() || !isConnected(agent.value(), now))
        return State::Unknown;
    return stateAt(pipeline.life, pipeline.pace, now, m_speed);
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
