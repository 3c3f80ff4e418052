// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"

#include "models/account/signin.h"
#include "models/api/endpoints.h"
#include "models/api/pager.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The definition with this id; all of them when it is empty.
QJsonArray wanted(const QJsonArray &definitions, const QString &pipeline)
{
    if (pipeline.isEmpty())
        return definitions;
    QJsonArray one;
    for (const QJsonValue &definition : definitions)
        if (definition["streamingPipelineId"_L1] == pipeline)
            one.append(definition);
    return one;
}

} // namespace

Account::Account(Profile profile, std::unique_ptr<Transport> transport,
                 std::unique_ptr<TokenSource> tokens, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_budget(m_profile.rateLimit)
    , m_tokens(std::move(tokens))
    , m_client(std::make_unique<Client>(clientSettings(m_profile), std::move(transport),
                                        m_tokens.get(), &m_budget))
{
    connect(m_client.get(), &Client::paused, this, [this](const QDateTime &until) {
        m_waitsUntil = until;
        Q_EMIT toldToWait(until);
    });
}

Account::~Account() = default;

void Account::setOnly(const Project &project, const QString &pipeline)
{
    m_onlyProject = project;
    m_onlyPipeline = pipeline;
}

void Account::recall(const QList<Project> &projects, const QHash<QString, QString> &runnerNames)
{
    if (m_onlyProject || m_projectsState == LoadState::Loaded || !m_projects.isEmpty())
        return;
    m_projects = projects;
    for (const Project &project : projects)
        m_data.insert(project.id, {});
    Q_EMIT projectsChanged();
    if (m_runnerNames.isEmpty() && !runnerNames.isEmpty()) {
        m_runnerNames = runnerNames;
        Q_EMIT runnerNamesChanged();
    }
}

void Account::refresh(Priority priority)
{
    loadProjects(priority);
    loadRunners(priority);
}

void Account::refreshProject(const QString &projectId)
{
    loadPipelines(projectId, Priority::User);
    if (environmentsState(projectId) != LoadState::NotLoaded)
        loadEnvironments(projectId, Priority::User);
}

void Account::loadEnvironments(const QString &projectId)
{
    loadEnvironments(projectId, Priority::User);
}

void Account::loadRunners()
{
    loadRunners(Priority::User);
}

void Account::dropPendingList(const QString &projectId)
{
    if (ProjectData *project = data(projectId))
        project->isStale = project->pipelinesState == LoadState::Loading;
}

QDateTime Account::waitsUntil() const
{
    return m_waitsUntil.isValid() && m_waitsUntil > QDateTime::currentDateTimeUtc() ? m_waitsUntil
                                                                                    : QDateTime();
}

const Project *Account::project(const QString &id) const
{
    const auto found = std::find_if(m_projects.begin(), m_projects.end(),
                                    [&id](const Project &project) { return project.id == id; });
    return found == m_projects.end() ? nullptr : &*found;
}

LoadState Account::environmentsState(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found ? found->environmentsState : LoadState::NotLoaded;
}

ApiError Account::environmentsError(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found ? found->environmentsError : ApiError();
}

QList<Environment> Account::environments(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found ? found->environments : QList<Environment>();
}

LoadState Account::pipelinesState(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found ? found->pipelinesState : LoadState::NotLoaded;
}

ApiError Account::pipelinesError(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found ? found->pipelinesError : ApiError();
}

bool Account::isListed(const QString &projectId) const
{
    const ProjectData *found = data(projectId);
    return found && found->isListed;
}

QString Account::runnerName(const QString &agentId) const
{
    return m_runnerNames.value(agentId);
}

void Account::readList(Request list, const QString &idField, Priority priority,
                       Handler<QJsonArray> handler)
{
    list.priority = priority;
    fetchAll(m_client.get(), list, idField, this, std::move(handler));
}

void Account::loadProjects(Priority priority)
{
    if (m_projectsState == LoadState::Loading)
        return;
    if (m_onlyProject) {
        m_projectsState = LoadState::Loaded;
        onProjects({*m_onlyProject});
        Q_EMIT projectsChanged();
        loadAllPipelines(priority);
        return;
    }
    m_projectsState = LoadState::Loading;
    Q_EMIT projectsChanged();
    readList(Endpoints::listProjects(), u"id"_s, priority,
             [this, priority](const Result<QJsonArray> &result) {
                 m_projectsState = result ? LoadState::Loaded : LoadState::Failed;
                 QList<Project> projects;
                 if (result) {
                     for (const QJsonValue &entry : *result)
                         projects.append(projectFrom(entry.toObject()));
                     onProjects(projects);
                 } else {
                     m_projectsError = result.error();
                 }
                 Q_EMIT projectsChanged();
                 loadAllPipelines(priority);
             });
}

void Account::loadAllPipelines(Priority priority)
{
    for (const Project &project : std::as_const(m_projects)) {
        loadPipelines(project.id, priority);
        if (environmentsState(project.id) != LoadState::NotLoaded)
            loadEnvironments(project.id, priority);
    }
}

void Account::onProjects(const QList<Project> &projects)
{
    QHash<QString, ProjectData> data;
    for (const Project &project : projects)
        data.insert(project.id, m_data.value(project.id));
    const QList<Project> former = std::exchange(m_projects, projects);
    m_data = data;
    m_projectsError = {};
    for (const Project &project : former) {
        if (!m_data.contains(project.id))
            Q_EMIT projectRemoved(project.id);
    }
}

void Account::loadPipelines(const QString &projectId, Priority priority)
{
    ProjectData *now = data(projectId);
    if (!now || now->pipelinesState == LoadState::Loading)
        return;
    now->pipelinesState = LoadState::Loading;
    Q_EMIT pipelinesStateChanged(projectId);
    readList(Endpoints::listPipelines(projectId), u"streamingPipelineId"_s, priority,
             [this, projectId, priority](const Result<QJsonArray> &result) {
                 onPipelines(projectId, priority, result);
             });
}

void Account::onPipelines(const QString &projectId, Priority priority,
                          const Result<QJsonArray> &result)
{
    ProjectData *project = data(projectId);
    if (!project)
        return;
    project->pipelinesState = result ? LoadState::Loaded : LoadState::Failed;
    project->pipelinesError = result ? ApiError() : result.error();
    project->isListed = project->isListed || result;
    if (std::exchange(project->isStale, false)) {
        loadPipelines(projectId, priority);
        return;
    }
    if (result)
        Q_EMIT pipelinesLoaded(projectId, wanted(*result, m_onlyPipeline));
    else
        Q_EMIT pipelinesFailed(projectId, result.error());
    Q_EMIT pipelinesStateChanged(projectId);
}

void Account::loadEnvironments(const QString &projectId, Priority priority)
{
    ProjectData *now = data(projectId);
    if (!now || now->environmentsState == LoadState::Loading)
        return;
    now->environmentsState = LoadState::Loading;
    Q_EMIT environmentsChanged(projectId);
    readList(Endpoints::listEnvironments(projectId), u"name"_s, priority,
             [this, projectId](const Result<QJsonArray> &result) {
                 ProjectData *then = data(projectId);
                 if (!then)
                     return;
                 then->environmentsState = result ? LoadState::Loaded : LoadState::Failed;
                 then->environmentsError = result ? ApiError() : result.error();
                 if (result) {
                     then->environments.clear();
                     for (const QJsonValue &entry : *result)
                         then->environments.append(environmentFrom(entry.toObject()));
                     updateRunnerNames();
                 }
                 Q_EMIT environmentsChanged(projectId);
             });
}

void Account::loadRunners(Priority priority)
{
    if (m_runnersState == LoadState::Loading)
        return;
    m_runnersState = LoadState::Loading;
    Q_EMIT runnersChanged();
    readList(Endpoints::listAgents(), u"agentId"_s, priority,
             [this](const Result<QJsonArray> &result) {
                 m_runnersState = result ? LoadState::Loaded : LoadState::Failed;
                 if (result)
                     onRunners(*result);
                 Q_EMIT runnersChanged();
             });
}

// An equal list stays shared, so that those who hold a copy see that nothing changed.
void Account::onRunners(const QJsonArray &entries)
{
    QList<Runner> runners;
    runners.reserve(entries.size());
    for (const QJsonValue &entry : entries)
        runners.append(runnerFrom(entry.toObject()));
    std::sort(runners.begin(), runners.end(), [](const Runner &a, const Runner &b) {
        const int names = a.name.compare(b.name, Qt::CaseInsensitive);
        return names != 0 ? names < 0 : a.id < b.id;
    });
    if (runners == m_runners)
        return;
    m_runners = runners;
    updateRunnerNames();
}

void Account::updateRunnerNames()
{
    QHash<QString, QString> names;
    for (const ProjectData &project : std::as_const(m_data)) {
        for (const Environment &environment : project.environments) {
            if (!environment.defaultAgentName.isEmpty())
                names.insert(environment.defaultAgentId, environment.defaultAgentName);
        }
    }
    // A runner's own entry is more reliable than what an environment says about it.
    for (const Runner &runner : std::as_const(m_runners)) {
        if (!runner.name.isEmpty())
            names.insert(runner.id, runner.name);
    }
    if (names == m_runnerNames)
        return;
    m_runnerNames = names;
    Q_EMIT runnerNamesChanged();
}

Account::ProjectData *Account::data(const QString &projectId)
{
    const auto found = m_data.find(projectId);
    return found == m_data.end() ? nullptr : &*found;
}

const Account::ProjectData *Account::data(const QString &projectId) const
{
    const auto found = m_data.constFind(projectId);
    return found == m_data.constEnd() ? nullptr : &*found;
}

std::unique_ptr<Account> makeAccount(const Profile &profile, const QString &secret)
{
    return std::make_unique<Account>(profile, std::make_unique<Transport>(),
                                     makeTokenSource(profile, secret));
}

} // namespace Sluice
