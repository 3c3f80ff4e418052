// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/seed.h"

#include "app/sandbox/generatedseed.h"
#include "app/sandbox/pipelinejson.h"
#include "app/sandbox/seedlife.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

QUuid uuidIn(const QJsonValue &value)
{
    return QUuid::fromString(value.toString());
}

Project projectOf(const QJsonObject &json)
{
    Project project{uuidIn(json.value("id"_L1)),
                    json.value("name"_L1).toString(),
                    json.value("description"_L1).toString(),
                    {}};
    const QJsonArray environments = json.value("environments"_L1).toArray();
    for (const QJsonValue &environment : environments)
        project.environments.append(
            {environment["name"_L1].toString(), uuidIn(environment["defaultAgentId"_L1])});
    return project;
}

Agent agentOf(QJsonObject json)
{
    Agent agent;
    agent.id = uuidIn(json.take("agentId"_L1));
    agent.status = json.take("agentStatus"_L1).toString();
    agent.connected = json.take("connected"_L1).toBool();
    agent.clientSecret = QUuid::createUuid().toString(QUuid::Id128);
    agent.details = json;
    return agent;
}

// Reads one pipeline of a seed file: its ids, its life (the state, the seconds in it, the pace if
// unusual) and its definition.
Pipeline pipelineOf(const QJsonObject &json, qint64 now, double speed)
{
    const QJsonObject life = json.value("life"_L1).toObject();
    const QJsonObject definition = json.value("definition"_L1).toObject();
    const auto time = [&](QLatin1String name, qint64 usual) {
        const QJsonValue seconds = life.value(name);
        return seconds.isDouble() ? seconds.toInteger() * 1000 : usual;
    };
    Pipeline pipeline;
    pipeline.id = uuidIn(json.value("streamingPipelineId"_L1));
    pipeline.projectId = uuidIn(json.value("projectId"_L1));
    pipeline.pace = paceOf(pipeline.id, tablesIn(definition));
    setDefinition(pipeline, definition);
    pipeline.pace.starting = time("startingSeconds"_L1, pipeline.pace.starting);
    pipeline.pace.stopping = time("stoppingSeconds"_L1, pipeline.pace.stopping);
    pipeline.pace.snapshot = time("snapshotSeconds"_L1, pipeline.pace.snapshot);
    pipeline.pace.endsAfter = time("endsAfterSeconds"_L1, 0);
    pipeline.life = lifeIn(life.value("state"_L1).toString(), pipeline.pace,
                           time("sinceSeconds"_L1, 0), now, speed);
    return pipeline;
}

Records fileSeed(const QString &name, qint64 now, double speed)
{
    QFile file(u":/sandbox/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no seed %s", qUtf8Printable(name));
    const QJsonObject seed = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray projects = seed.value("projects"_L1).toArray();
    const QJsonArray agents = seed.value("agents"_L1).toArray();
    const QJsonArray pipelines = seed.value("pipelines"_L1).toArray();
    Records records;
    for (const QJsonValue &project : projects)
        records.projects.append(projectOf(project.toObject()));
    for (const QJsonValue &agent : agents)
        records.agents.append(agentOf(agent.toObject()));
    for (const QJsonValue &pipeline : pipelines)
        records.pipelines.append(pipelineOf(pipeline.toObject(), now, speed));
    return records;
}

} // namespace

Records seedOf(const QString &name, qint64 now, double speed)
{
    bool isNumber = false;
    const int count = name.toInt(&isNumber);
    return isNumber ? generatedSeed(count, now, speed) : fileSeed(name, now, speed);
}

} // namespace Sluice::Sandbox
