// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/generatedseed.h"

#include "app/sandbox/pipelinejson.h"
#include "app/sandbox/seedlife.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr int pipelinesPerProject = 25;

struct SourceKind {
    const char *type;
    int port;
    const char *database; // null: this type has none
    const char *schema;
};

constexpr std::array sources{
    SourceKind{"sqlserver", 1433, "sales", "dbo"},   SourceKind{"oracle", 1521, "ORCL", "ERP"},
    SourceKind{"postgres", 5432, "shop", "public"},  SourceKind{"mysql", 3306, nullptr, "web"},
    SourceKind{"db2ibmi", 8471, nullptr, "PRODLIB"},
};

constexpr std::array targetTypes{"snowflake", "s3", "abs", "gcs"};
constexpr std::array tableNames{"orders", "customers", "items", "invoices", "payments"};

struct CloudKind {
    const char *provider;
    const char *deployment;
    const char *secretType;
};

constexpr std::array clouds{
    CloudKind{"aws", "fargate", "AWS_SECRETS_MANAGER"},
    CloudKind{"azure", "aci", "AZURE_KEY_VAULT"},
    CloudKind{"gcp", "gke", "GOOGLE_SECRET_MANAGER"},
};

// Makes the same id for the same kind and number on every run.
QUuid generatedUuid(const char *kind, int number)
{
    const QUuid space(0x7d0e4c1a, 0x52b3, 0x4e7f, 0x9a, 0x61, 0x0b, 0x1f, 0xd2, 0x83, 0xc4, 0x55);
    return QUuid::createUuidV5(space, QByteArray(kind) + QByteArray::number(number));
}

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString numbered(const char *text, int number)
{
    return u"%1-%2"_s.arg(latin(text)).arg(number, 5, 10, QLatin1Char('0'));
}

QJsonObject secretOf(int number, const QString &name)
{
    const CloudKind &cloud = clouds.at(std::size_t(number) % clouds.size());
    QJsonObject secret{{u"secretType"_s, latin(cloud.secretType)}, {u"secretName"_s, name}};
    if (latin(cloud.provider) == "azure"_L1)
        secret.insert(u"secretLocation"_s, u"streaming-key-vault"_s);
    return secret;
}

QJsonObject sourceOf(int number)
{
    const SourceKind &kind = sources.at(std::size_t(number) % sources.size());
    QJsonObject connection{{u"host"_s, numbered("db", number) + u".example.com"_s},
                           {u"port"_s, kind.port},
                           {u"username"_s, u"streaming"_s},
                           {u"password"_s, secretOf(number, u"database-password"_s)}};
    if (kind.database)
        connection.insert(u"database"_s, latin(kind.database));
    QJsonArray tables;
    const int count = 1 + number % int(tableNames.size());
    for (int i = 0; i < count; ++i)
        tables.append(QJsonObject{{u"schema"_s, latin(kind.schema)},
                                  {u"table"_s, latin(tableNames.at(std::size_t(i)))}});
    return {{u"type"_s, latin(kind.type)}, {u"connection"_s, connection}, {u"tables"_s, tables}};
}

QJsonObject snowflakeOf(int number)
{
    const QJsonObject authentication{
        {u"type"_s, u"key-pair"_s},
        {u"privateKey"_s, secretOf(number, u"snowflake-private-key"_s)}};
    const QJsonObject connection{{u"accountName"_s, u"example-account.eu-central-1"_s},
                                 {u"username"_s, u"STREAMING_USER"_s},
                                 {u"authentication"_s, authentication}};
    return {{u"type"_s, u"snowflake"_s},
            {u"connection"_s, connection},
            {u"role"_s, u"STREAMING_ROLE"_s},
            {u"warehouse"_s, u"STREAMING_WH"_s},
            {u"database"_s, u"STREAMING_DB"_s},
            {u"stageSchema"_s, u"STREAMING_SCHEMA"_s},
            {u"stageName"_s, u"STREAMING_STAGE"_s},
            {u"tableSchema"_s, u"STREAMING_SCHEMA"_s},
            {u"tablePrefixType"_s, u"PREFIX"_s},
            {u"transformationType"_s, u"COPY_TABLE"_s}};
}

QJsonObject targetOf(int number)
{
    const QString type =
        latin(targetTypes.at(std::size_t(number) / sources.size() % targetTypes.size()));
    if (type == "snowflake"_L1)
        return snowflakeOf(number);
    QJsonObject target{{u"type"_s, type}, {u"prefix"_s, numbered("stream", number)}};
    if (type != "abs"_L1) {
        target.insert(u"bucket"_s, u"example-streaming"_s);
        return target;
    }
    target.insert(u"container"_s, u"streaming"_s);
    target.insert(u"accountName"_s, u"examplestreaming"_s);
    target.insert(u"accountKey"_s, secretOf(number, u"storage-account-key"_s));
    return target;
}

Agent generatedAgent(int number)
{
    const CloudKind &cloud = clouds.at(std::size_t(number) % clouds.size());
    Agent agent;
    agent.id = generatedUuid("agent", number);
    agent.details = {{u"name"_s, numbered("runner", number)},
                     {u"description"_s, QString()},
                     {u"agentType"_s, u"streaming"_s},
                     {u"cloudProvider"_s, latin(cloud.provider)},
                     {u"deployment"_s, latin(cloud.deployment)}};
    agent.connected = number % 97 != 96;
    agent.status = agent.connected ? u"running"_s : u"unknown"_s;
    agent.clientSecret = generatedUuid("secret", number).toString(QUuid::Id128);
    return agent;
}

Pipeline generatedPipeline(int number, const QUuid &project, qint64 now, double speed)
{
    Pipeline pipeline;
    pipeline.id = generatedUuid("pipeline", number);
    pipeline.projectId = project;
    const QJsonObject definition{
        {u"name"_s, numbered("pipeline", number)},
        {u"agentId"_s, generatedUuid("agent", number).toString(QUuid::WithoutBraces)},
        {u"streamingSource"_s, sourceOf(number)},
        {u"streamingTarget"_s, targetOf(number)}};
    pipeline.pace = paceOf(pipeline.id, tablesIn(definition));
    setDefinition(pipeline, definition);
    const bool isStopped = number % 10 == 9;
    const qint64 since = qint64(60 + number % 5000) * 1000;
    pipeline.life =
        lifeIn(isStopped ? u"NOT_RUNNING"_s : u"STREAMING"_s, pipeline.pace, since, now, speed);
    return pipeline;
}

} // namespace

Records generatedSeed(int count, qint64 now, double speed)
{
    Records records;
    const int projects = std::max(1, count / pipelinesPerProject);
    for (int i = 0; i < projects; ++i) {
        const int first = i * pipelinesPerProject;
        records.projects.append(
            {generatedUuid("project", i),
             numbered("project", i),
             u"Generated"_s,
             {{u"development"_s, first + 1 < count ? generatedUuid("agent", first + 1) : QUuid()},
              {u"production"_s, first < count ? generatedUuid("agent", first) : QUuid()}}});
    }
    for (int i = 0; i < count; ++i) {
        const int project = std::min(i / pipelinesPerProject, projects - 1);
        records.agents.append(generatedAgent(i));
        records.pipelines.append(generatedPipeline(i, records.projects.at(project).id, now, speed));
    }
    return records;
}

} // namespace Sluice::Sandbox
