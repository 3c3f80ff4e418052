// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/account/profile.h"
#include "models/api/client.h"
#include "models/api/ratebudget.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <memory>

namespace Sluice {

// One account that is signed in: its client, and what has been read of it (projects, environments,
// runners). A list that failed keeps its former entries.
class Account final : public QObject
{
    Q_OBJECT

public:
    Account(Profile profile, std::unique_ptr<Transport> transport,
            std::unique_ptr<TokenSource> tokens, QObject *parent = nullptr);
    ~Account() override;

    const Profile &profile() const { return m_profile; }

    QString id() const { return m_profile.id; }

    Client *client() { return m_client.get(); }

    RateBudget *budget() { return &m_budget; }

    // Reads projects, then every project's pipelines, and the runners. A second call while one runs
    // does nothing for the lists that are still on their way. Background: the clock wants it,
    // nobody waits.
    void refresh(Priority priority = Priority::User);
    void
    refreshProject(const QString &projectId); // its pipelines, and environments when they were read
    void loadEnvironments(const QString &projectId);
    void loadRunners();
    // The project's pipelines changed from here: a list on its way may be older, so it is read
    // again.
    void dropPendingList(const QString &projectId);

    // Until when the server told the account to wait (429); invalid while it does not wait.
    QDateTime waitsUntil() const;

    LoadState projectsState() const { return m_projectsState; }

    const ApiError &projectsError() const { return m_projectsError; }

    const QList<Project> &projects() const { return m_projects; }

    const Project *project(const QString &id) const;

    LoadState environmentsState(const QString &projectId) const;
    ApiError environmentsError(const QString &projectId) const;
    QList<Environment> environments(const QString &projectId) const;

    LoadState pipelinesState(const QString &projectId) const;
    ApiError pipelinesError(const QString &projectId) const;

    LoadState runnersState() const { return m_runnersState; }

    // By name, then id.
    const QList<Runner> &runners() const { return m_runners; }

    // The runner's name, from the runners or the environments; empty when neither knows it.
    QString runnerName(const QString &agentId) const;

    const QHash<QString, QString> &runnerNames() const { return m_runnerNames; } // by agent id

Q_SIGNALS:
    // The server told the account to wait; all its calls do.
    void toldToWait(const QDateTime &until);
    // The list of projects or its state.
    void projectsChanged();
    void projectRemoved(const QString &projectId);
    // The environments of the project or their state.
    void environmentsChanged(const QString &projectId);
    void runnersChanged();
    void runnerNamesChanged();
    // definitions: the project's whole list as the server gave it. Also emitted, with nothing new
    // in the list, never: on failure pipelinesFailed comes instead.
    void pipelinesLoaded(const QString &projectId, const QJsonArray &definitions);
    void pipelinesFailed(const QString &projectId, const Sluice::ApiError &error);
    void pipelinesStateChanged(const QString &projectId);

private:
    struct ProjectData {
        LoadState environmentsState = LoadState::NotLoaded;
        LoadState pipelinesState = LoadState::NotLoaded;
        ApiError environmentsError;
        ApiError pipelinesError;
        bool isStale = false; // the list of pipelines on its way
        QList<Environment> environments;
    };

    void readList(Request list, const QString &idField, Priority priority,
                  Handler<QJsonArray> handler);
    void loadProjects(Priority priority);
    void takeProjects(const QJsonArray &entries);
    void loadPipelines(const QString &projectId, Priority priority);
    void takePipelines(const QString &projectId, Priority priority,
                       const Result<QJsonArray> &result);
    void loadEnvironments(const QString &projectId, Priority priority);
    void loadRunners(Priority priority);
    void takeRunners(const QJsonArray &entries);
    void updateRunnerNames();
    ProjectData *data(const QString &projectId); // nullptr: no such project (any more)
    const ProjectData *data(const QString &projectId) const;

    Profile m_profile;
    RateBudget m_budget;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
    QDateTime m_waitsUntil;
    LoadState m_projectsState = LoadState::NotLoaded;
    LoadState m_runnersState = LoadState::NotLoaded;
    ApiError m_projectsError;
    QList<Project> m_projects;
    QList<Runner> m_runners;
    QHash<QString, QString> m_runnerNames;
    QHash<QString, ProjectData> m_data;
};

// The account on the real network, not yet read (Fleet::addAccount does that).
std::unique_ptr<Account> makeAccount(const Profile &profile, const QString &secret);

} // namespace Sluice
