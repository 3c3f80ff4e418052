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
#include <optional>

namespace Sluice {

// A signed-in account: its client, and what has been read of it (projects, environments, runners).
// A list keeps its former entries when it cannot be read again.
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

    // From now on the account is this project alone, or one pipeline of it. The list of projects is
    // not read, which some credentials may not.
    void setOnly(const Project &project, const QString &pipeline = {});

    // What an earlier run of the program read: it stands until the lists come. Does nothing when
    // the projects are known already.
    void recall(const QList<Project> &projects, const QHash<QString, QString> &runnerNames);

    // Reads the projects, then the pipelines of every project, and the runners. Does nothing for a
    // list that is already being read. Priority::Background: a timer wants it, and nobody waits.
    void refresh(Priority priority = Priority::User);
    void refreshProject(
        const QString &projectId); // its pipelines, and its environments if they were read before
    void loadEnvironments(const QString &projectId);
    void loadRunners();
    // This program changed the project's pipelines. A list that is being read may be older than
    // that, so it is read again.
    void dropPendingList(const QString &projectId);

    // The time until which the server told the account to wait (429). Invalid while it does not
    // wait.
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
    // The pipelines of the project were read by this run of the program, not only recalled.
    bool isListed(const QString &projectId) const;

    LoadState runnersState() const { return m_runnersState; }

    // Sorted by name, then id.
    const QList<Runner> &runners() const { return m_runners; }

    // The name of the runner, from the runners or the environments. Empty when neither knows it.
    QString runnerName(const QString &agentId) const;

    const QHash<QString, QString> &runnerNames() const { return m_runnerNames; } // by agent id

Q_SIGNALS:
    // The server told the account to wait. All its calls wait.
    void toldToWait(const QDateTime &until);
    // The list of projects or its state has changed.
    void projectsChanged();
    void projectRemoved(const QString &projectId);
    // The environments of the project or their state have changed.
    void environmentsChanged(const QString &projectId);
    void runnersChanged();
    void runnerNamesChanged();
    // definitions: the whole list of the project as the server gave it. Not emitted on failure:
    // then pipelinesFailed() comes.
    void pipelinesLoaded(const QString &projectId, const QJsonArray &definitions);
    void pipelinesFailed(const QString &projectId, const Sluice::ApiError &error);
    void pipelinesStateChanged(const QString &projectId);

private:
    struct ProjectData {
        LoadState environmentsState = LoadState::NotLoaded;
        LoadState pipelinesState = LoadState::NotLoaded;
        ApiError environmentsError;
        ApiError pipelinesError;
        bool isListed = false;
        bool isStale = false; // the list of pipelines that is being read is out of date
        QList<Environment> environments;
    };

    void readList(Request list, const QString &idField, Priority priority,
                  Handler<QJsonArray> handler);
    void loadProjects(Priority priority);
    void onProjects(const QList<Project> &projects);
    void loadAllPipelines(Priority priority);
    void loadPipelines(const QString &projectId, Priority priority);
    void onPipelines(const QString &projectId, Priority priority, const Result<QJsonArray> &result);
    void loadEnvironments(const QString &projectId, Priority priority);
    void loadRunners(Priority priority);
    void onRunners(const QJsonArray &entries);
    void updateRunnerNames();
    ProjectData *data(const QString &projectId); // nullptr: there is no such project (any more)
    const ProjectData *data(const QString &projectId) const;

    Profile m_profile;
    RateBudget m_budget;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
    QDateTime m_waitsUntil;
    std::optional<Project> m_onlyProject;
    QString m_onlyPipeline; // empty: all of them
    LoadState m_projectsState = LoadState::NotLoaded;
    LoadState m_runnersState = LoadState::NotLoaded;
    ApiError m_projectsError;
    QList<Project> m_projects;
    QList<Runner> m_runners;
    QHash<QString, QString> m_runnerNames;
    QHash<QString, ProjectData> m_data;
};

// Makes an account on the real network. Nothing of it is read yet: Fleet::addAccount() does that.
std::unique_ptr<Account> makeAccount(const Profile &profile, const QString &secret);

} // namespace Sluice
