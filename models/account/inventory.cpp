// SPDX-License-Identifier: Apache-2.0
#include "models/account/inventory.h"

#include "models/support/hiddencharacters.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice {

Project projectFrom(const QJsonObject &json)
{
    return {json["id"_L1].toString(), shownName(json["name"_L1].toString()),
            shownText(json["description"_L1].toString())};
}

Environment environmentFrom(const QJsonObject &json)
{
    return {shownName(json["name"_L1].toString()), json["defaultAgentId"_L1].toString(),
            shownName(json["defaultAgentName"_L1].toString())};
}

Runner runnerFrom(const QJsonObject &json)
{
    Runner runner;
    runner.id = json["agentId"_L1].toString();
    runner.name = shownName(json["name"_L1].toString());
    runner.type = json["agentType"_L1].toString();
    runner.cloud = json["cloudProvider"_L1].toString();
    runner.deployment = json["deployment"_L1].toString();
    runner.status = shownName(json["agentStatus"_L1].toString());
    if (const QJsonValue connected = json["connected"_L1]; connected.isBool())
        runner.connected = connected.toBool();
    return runner;
}

} // namespace Sluice
