// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <functional>
#include <memory>
#include <optional>

namespace Sluice {

class Account;

namespace Test {

// A server of the API. The test sets its projects, environments, pipelines and statuses, and may
// change them while they are read.
class ScriptedApi
{
public:
    ScriptedApi();

    void addProject(const QString &id, const QString &name);
    void addEnvironment(const QString &project, const QString &name, const QString &agent);
    void addPipeline(const QString &project, const QString &id, const QString &name,
                     const QString &agent);

    // Makes an account with its own token. Nothing of it has been read yet.
    std::unique_ptr<Account> makeAccount(const QString &id = QStringLiteral("acc"),
                                         int rateLimit = 0) const;

    // Asked first for each request: the test's own answer, or none.
    std::function<std::optional<Act>(const Seen &)> ahead;
    FaultServer server;
    QJsonArray projects;
    QJsonArray agents;
    QMap<QString, QJsonArray> environments; // by project
    QMap<QString, QJsonArray> pipelines;    // by project
    QHash<QString, QString> statuses;       // by pipeline; by default NOT_RUNNING
    QHash<QByteArray, int> refusals;        // by the end of the path: answers with this HTTP status
    QByteArray hangs;                       // paths with this end get no answer
    Act writeAnswer = Act::reply(200);      // to POST, PUT and DELETE

private:
    Act answer(const Seen &seen);
    Act statusOf(const QString &pipeline) const;
};

} // namespace Test
} // namespace Sluice
