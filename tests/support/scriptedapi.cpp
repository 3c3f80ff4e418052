// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedapi.h"

#include "models/account/account.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

Act page(const QJsonArray &results)
{
    const QJsonObject envelope{
        {u"page"_s, 0}, {u"results"_s, results}, {u"size"_s, 0}, {u"total"_s, 0}};
    return Act::reply(200, QJsonDocument(envelope).toJson());
}

} // namespace

ScriptedApi::ScriptedApi()
{
    server.setHandler([this](const Seen &seen) { return answer(seen); });
}

void ScriptedApi::addProject(const QString &id, const QString &name)
{
    projects.append(QJsonObject{{u"id"_s, id}, {u"name"_s, name}});
}

void ScriptedApi::addEnvironment(const QString &project, const QString &name, const QString &agent)
{
    environments[project].append(QJsonObject{{u"name"_s, name},
                                             {u"defaultAgentId"_s, agent},
                                             {u"defaultAgentName"_s, u"Runner of "_s + name}});
}

void ScriptedApi::addPipeline(const QString &project, const QString &id, const QString &name,
                              const QString &agent)
{
    pipelines[project].append(
        QJsonObject{{u"streamingPipelineId"_s, id}, {u"name"_s, name}, {u"agentId"_s, agent}});
}

std::unique_ptr<Account> ScriptedApi::makeAccount(const QString &id, int rateLimit) const
{
    Profile profile;
    profile.id = id;
    profile.name = u"PROD"_s;
    profile.baseUrl = server.url();
    profile.signIn = Profile::SignIn::Token;
    profile.rateLimit = rateLimit;
    return Sluice::makeAccount(profile, u"token-of-the-tests"_s);
}

Act ScriptedApi::answer(const Seen &seen)
{
    if (const std::optional<Act> own = ahead ? ahead(seen) : std::nullopt)
        return *own;
    const QByteArray path = seen.path();
    for (auto it = refusals.constBegin(); it != refusals.constEnd(); ++it) {
        if (path.endsWith(it.key()))
            return Act::reply(it.value(), R"({"title":"refused by the test"})");
    }
    if (!hangs.isEmpty() && path.endsWith(hangs))
        return Act::fault(Act::Kind::Silence);
    if (seen.method != "GET")
        return writeAnswer;
    // "", "dpc", "v1", "projects", project, list, pipeline, "status"
    const QStringList parts = QString::fromLatin1(path).split(u'/');
    if (path.endsWith("/v1/agents"))
        return page(agents);
    if (path.endsWith("/v1/projects"))
        return page(projects);
    if (path.endsWith("/environments"))
        return page(environments.value(parts.value(4)));
    if (path.endsWith("/streaming-pipelines"))
        return page(pipelines.value(parts.value(4)));
    if (path.endsWith("/status"))
        return statusOf(parts.value(6));
    const QJsonArray definitions = pipelines.value(parts.value(4));
    for (const QJsonValue &definition : definitions) {
        if (parts.size() == 7 && definition["streamingPipelineId"_L1] == parts.at(6))
            return Act::reply(200, QJsonDocument(definition.toObject()).toJson());
    }
    return Act::reply(404);
}

Act ScriptedApi::statusOf(const QString &pipeline) const
{
    const QJsonObject status{{u"status"_s, statuses.value(pipeline, u"NOT_RUNNING"_s)}};
    return Act::reply(200, QJsonDocument(status).toJson());
}

} // namespace Sluice::Test
