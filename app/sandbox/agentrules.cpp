// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/agentrules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr qint64 restartTakes = 5000; // ms at speed 1

struct Combination {
    const char *type;
    const char *provider;
    const char *deployment;
};

// From the reference and the documentation of the providers. See AgentDeployment in the API
// description.
constexpr std::array combinations{
    Combination{"streaming", "aws", "fargate"},
    Combination{"streaming", "aws", "eks"},
    Combination{"streaming", "azure", "aci"},
    Combination{"streaming", "azure", "aks"},
    Combination{"streaming", "gcp", "gke"},
    Combination{"streaming", "gcp", "gce"},
    Combination{"data_productivity_cloud", "aws", "fargate"},
    Combination{"data_productivity_cloud", "aws", "eks"},
    Combination{"data_productivity_cloud", "azure", "container app"},
    Combination{"data_productivity_cloud", "azure", "aks"},
    Combination{"data_productivity_cloud", "snowflake", "native app"},
};

} // namespace

QList<Fault> combinationFaults(const QJsonObject &agent)
{
    QList<Fault> faults;
    const QString type = agent.value("agentType"_L1).toString();
    const QString provider = agent.value("cloudProvider"_L1).toString();
    const QString deployment = agent.value("deployment"_L1).toString();
    const auto hasProvider = [&](const Combination &c) {
        return type == QLatin1String(c.type) && provider == QLatin1String(c.provider);
    };
    const auto fits = [&](const Combination &c) {
        return hasProvider(c) && deployment == QLatin1String(c.deployment);
    };
    if (std::none_of(combinations.begin(), combinations.end(), hasProvider))
        faults.append({u"cloudProvider"_s, u"is not available for this agent type"_s});
    else if (std::none_of(combinations.begin(), combinations.end(), fits))
        faults.append({u"deployment"_s, u"is not available for this agent type and provider"_s});
    if (type == "streaming"_L1) {
        if (agent.value("enableAutoUpdates"_L1).toBool())
            faults.append({u"enableAutoUpdates"_s, u"cannot be true for a streaming agent"_s});
        if (agent.value("restrictedAccess"_L1).toBool())
            faults.append({u"restrictedAccess"_s, u"does not apply to a streaming agent"_s});
    }
    return faults;
}

bool obey(Agent &agent, const QString &command, qint64 now, double speed)
{
    if (!isConnected(agent, now))
        return false;
    if (command == "RESTART"_L1) {
        agent.status = u"running"_s;
        agent.restartEndsAt = now + qint64(double(restartTakes) / speed);
        return true;
    }
    const bool isPause = command == "PAUSE"_L1;
    if (agent.status != (isPause ? "running"_L1 : "paused"_L1))
        return false;
    agent.status = isPause ? u"paused"_s : u"running"_s;
    return true;
}

bool isAway(const Absences &absences, qint64 now)
{
    if (absences.every == 0 || now < absences.first)
        return false;
    return (now - absences.first) % absences.every < absences.lasts;
}

bool isConnected(const Agent &agent, qint64 now)
{
    return agent.connected && now >= agent.restartEndsAt && !isAway(agent.absences, now);
}

QVector<qint64> connectionTurns(const Agent &agent, qint64 after, qint64 until)
{
    QVector<qint64> turns{agent.restartEndsAt};
    const Absences &absences = agent.absences;
    if (absences.every > 0) {
        const qint64 passed = std::max<qint64>(0, after - absences.first) / absences.every;
        for (qint64 at = absences.first + passed * absences.every; at <= until;
             at += absences.every)
            turns += {at, at + absences.lasts};
    }
    erase_if(turns, [&](qint64 at) { return at <= after || at > until; });
    return turns;
}

} // namespace Sluice::Sandbox
