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

// An account of the API whose projects, environments, pipelines and statuses the test writes down,
// and may change while it is being read.
class ScriptedApi
{
public:
    ScriptedApi();

    void addProject(const QString &id, const QString &name);
    void addEnvironment(const QString &project, const QString &name, const QString &agent);
    void addPipeline(const QString &project, const QString &id, const QString &name,
                     const QString &agent);

    // An account with a token of its own, not yet read.
    std::unique_ptr<Account> makeAccount(const QString &id = QStringLiteral("acc"),
                                         int rateLimit = 0) const;

    // Asked before anything else: an answer of the test's own, or none.
    std::function<std::optional<Act>(const Seen &)> ahead;
    FaultServer server;
    QJsonArray projects;
    QJsonArray agents;
    QMap<QString, QJsonArray> environments; // by project
    QMap<QString, QJsonArray> pipelines;    // by project
    QHash<QString, QString> statuses;       // by pipeline; else NOT_RUNNING
    QHash<QByteArray, int> refusals;   // by the path's end: this HTTP status instead of an answer
    QByteArray hangs;                  // paths with this end get no answer
    Act writeAnswer = Act::reply(200); // to POST, PUT and DELETE

private:
    Act answer(const Seen &seen);
    Act statusOf(const QString &pipeline) const;
};

} // namespace Test
} // namespace Sluice
