// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/agentjson.h"

#include "app/sandbox/agentrules.h"

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr const char *summaryFields[] = {"name", "description", "agentType", "cloudProvider",
                                         "deployment"};

QJsonObject versionDetails(const QString &track)
{
    return {{u"agentUpdateAvailable"_s, false},
            {u"agentVersion"_s, u"2.142.0"_s},
            {u"support"_s, u"SUPPORTED"_s},
            {u"trackName"_s, track},
            {u"trackReleaseDate"_s, u"2026-01-15T09:00:00.000Z"_s},
            {u"trackVersion"_s, u"2.142.0"_s}};
}

} // namespace

QJsonObject agentSummary(const Agent &agent)
{
    QJsonObject json{{u"agentId"_s, agent.id.toString(QUuid::WithoutBraces)}};
    for (const char *field : summaryFields) {
        const QString name = QString::fromLatin1(field);
        json.insert(name, agent.details.value(name).toString());
    }
    return json;
}

QJsonObject agentDetails(const Agent &agent, qint64 now)
{
    QJsonObject json = agentSummary(agent);
    const bool isRestarting = now < agent.restartEndsAt;
    const QString status = isAway(agent.absences, now) ? u"unknown"_s : agent.status;
    json.insert(u"agentStatus"_s, isRestarting ? u"pending"_s : status);
    json.insert(u"connected"_s, isConnected(agent, now));
    json.insert(u"versionDetails"_s,
                versionDetails(agent.details.value("trackName"_L1).toString(u"current"_s)));
    // Update settings belong to batch runners only (reference).
    if (agent.details.value("agentType"_L1) == "data_productivity_cloud"_L1) {
        for (const QString &name : {u"enableAutoUpdates"_s, u"restrictedAccess"_s})
            json.insert(name, agent.details.value(name).toBool());
    }
    if (agent.status == "paused"_L1)
        json.insert(u"pausedUntil"_s, QJsonValue());
    return json;
}

QJsonObject agentCredentials(const Agent &agent)
{
    return {{u"clientId"_s, u"agent-"_s + agent.id.toString(QUuid::WithoutBraces)},
            {u"clientSecret"_s, agent.clientSecret}};
}

} // namespace Sluice::Sandbox
