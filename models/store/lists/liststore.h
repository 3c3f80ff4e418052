// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/store/database/storeproblem.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// A project as its list said last, with the definitions of its pipelines.
struct ListedProject {
    Project project;
    QDateTime read;                 // UTC; invalid: its pipelines were never read
    QList<QJsonObject> definitions; // in the order of the server
};

// What the lists of one account said last.
struct ListedAccount {
    QList<ListedProject> projects;       // in the order of the server
    QHash<QString, QString> runnerNames; // by agent id
};

// What the lists of the accounts said last: projects, which pipelines they have, names of runners.
// The definitions themselves are the latest versions (see VersionStore), so each is kept once.
class ListStore
{
public:
    using Accounts = QHash<QString, ListedAccount>; // by id

    explicit ListStore(StoreDatabase *database)
        : m_database(database)
    {}

    // The whole list of an account. What is known of pipelines stays with the projects that stay.
    void putProjects(const QString &account, const QList<Project> &projects);
    // The whole list of a project, by pipeline id. read: UTC.
    void putPipelines(const QString &account, const QString &project, const QStringList &pipelines,
                      const QDateTime &read);
    void putRunnerNames(const QString &account, const QHash<QString, QString> &names);
    void removeAccount(const QString &account);
    void all(QObject *context, std::function<void(const StoreResult<Accounts> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
