// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The operations on agents over HTTP.
class TestSandboxAgents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAgents();
    void refusesAgents_data();
    void refusesAgents();
    void changesAgents();
    void deletesAgents();
    void renewsAgentSecrets();
    void commandsAgents();
};

namespace {

QJsonObject newAgent()
{
    return {{u"agentType"_s, u"streaming"_s},
            {u"cloudProvider"_s, u"aws"_s},
            {u"deployment"_s, u"fargate"_s},
            {u"name"_s, u"my-streaming-agent"_s},
            {u"description"_s, u"Example streaming agent"_s}};
}

} // namespace

void TestSandboxAgents::createsAgents()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    const Talk::Reply reply = talk.post(u"/v1/agents"_s, newAgent());
    QCOMPARE(reply.status, 201);
    const QString id = reply.json().value("agentId"_L1).toString();
    QJsonObject expected = newAgent();
    expected.insert("agentId"_L1, id);
    QCOMPARE(reply.json(), expected);
    const QJsonObject details = talk.get(u"/v1/agents/"_s + id).json();
    QCOMPARE(details.value("agentStatus"_L1).toString(), u"pending"_s);
    QCOMPARE(details.value("connected"_L1), QJsonValue(false));
    QCOMPARE(talk.get(u"/v1/agents"_s).json().value("total"_L1).toInt(), 2);
}

void TestSandboxAgents::refusesAgents_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("violation");
    QTest::newRow("name") << u"name"_s << QJsonValue(u""_s) << u"name: must not be empty"_s;
    QTest::newRow("type") << u"agentType"_s << QJsonValue(u"other"_s)
                          << u"agentType: must be one of data_productivity_cloud, streaming"_s;
    QTest::newRow("provider") << u"cloudProvider"_s << QJsonValue(u"snowflake"_s)
                              << u"cloudProvider: is not available for this agent type"_s;
    QTest::newRow("deployment")
        << u"deployment"_s << QJsonValue(u"gke"_s)
        << u"deployment: is not available for this agent type and provider"_s;
    QTest::newRow("updates") << u"enableAutoUpdates"_s << QJsonValue(true)
                             << u"enableAutoUpdates: cannot be true for a streaming agent"_s;
    QTest::newRow("access") << u"restrictedAccess"_s << QJsonValue(true)
                            << u"restrictedAccess: does not apply to a streaming agent"_s;
}

void TestSandboxAgents::refusesAgents()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, violation);
    SandboxProcess sandbox;
    Talk talk(sandbox);
    QJsonObject body = newAgent();
    body.insert(field, value);
    const Talk::Reply reply = talk.post(u"/v1/agents"_s, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("violations"_L1).toArray(), QJsonArray{violation});
}

void TestSandboxAgents::changesAgents()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    const QString path = u"/v1/agents/"_s + guideRunner;
    QCOMPARE(talk.patch(path, {{u"name"_s, u"renamed"_s}, {u"agentType"_s, u"x"_s}}).status, 202);
    QCOMPARE(talk.get(path).json().value("name"_L1).toString(), u"renamed"_s);
    QCOMPARE(talk.get(path).json().value("agentType"_L1).toString(), u"streaming"_s);
    const QJsonObject environment = talk.get(u"/v1/projects/%1/environments"_s.arg(guideProject))
                                        .json()
                                        .value("results"_L1)
                                        .toArray()
                                        .at(0)
                                        .toObject();
    QCOMPARE(environment.value("defaultAgentName"_L1).toString(), u"renamed"_s);
    QCOMPARE(talk.patch(path, {{u"enableAutoUpdates"_s, true}}).status, 400);
    QCOMPARE(talk.patch(path, {{u"name"_s, u""_s}}).status, 400);
    QCOMPARE(talk.send("PATCH", path, "[]").status, 400);
    QCOMPARE(talk.patch(u"/v1/agents/x"_s, {}).status, 404);
}

void TestSandboxAgents::deletesAgents()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    QCOMPARE(talk.remove(u"/v1/agents/"_s + guideRunner).status, 409);
    const QString id = talk.post(u"/v1/agents"_s, newAgent()).json().value("agentId"_L1).toString();
    QCOMPARE(talk.remove(u"/v1/agents/"_s + id).status, 202);
    QCOMPARE(talk.get(u"/v1/agents/"_s + id).status, 404);
    QCOMPARE(talk.remove(u"/v1/agents/"_s + id).status, 404);
}

void TestSandboxAgents::renewsAgentSecrets()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    const QString path = u"/v1/agents/%1/credentials"_s.arg(guideRunner);
    const QJsonObject before = talk.get(path).json();
    QVERIFY(!before.value("clientSecret"_L1).toString().isEmpty());
    const Talk::Reply renewed = talk.post(path, {{u"action"_s, u"secret_refresh"_s}});
    QCOMPARE(renewed.status, 200);
    QCOMPARE(renewed.json().value("clientId"_L1), before.value("clientId"_L1));
    QVERIFY(renewed.json().value("clientSecret"_L1) != before.value("clientSecret"_L1));
    QCOMPARE(talk.get(path).json(), renewed.json());
    QCOMPARE(talk.post(path, {{u"action"_s, u"DELETE"_s}}).status, 400);
    QCOMPARE(talk.get(u"/v1/agents/x/credentials"_s).status, 404);
}

void TestSandboxAgents::commandsAgents()
{
    SandboxProcess sandbox({u"--speed"_s, u"20"_s, u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    const QString path = u"/v1/agents/"_s + guideRunner;
    const Talk::Reply created = talk.post(guidePipelines, guideFile(u"create-request.json"_s));
    const QString pipeline =
        guidePipelines + u'/' + created.json().value("streamingPipelineId"_L1).toString();
    const auto command = [&](const char *word) {
        return talk.post(path + u"/commands"_s, {{u"command"_s, QString::fromLatin1(word)}}).status;
    };
    QCOMPARE(command("RESUME"), 409);
    QCOMPARE(command("pause"), 202);
    QCOMPARE(talk.get(path).json().value("agentStatus"_L1).toString(), u"paused"_s);
    QCOMPARE(talk.post(pipeline + u"/commands"_s, guideFile(u"command-start.json"_s)).status, 409);
    QCOMPARE(command("RESUME"), 202);
    QCOMPARE(command("RESTART"), 202);
    QCOMPARE(talk.get(path).json().value("agentStatus"_L1).toString(), u"pending"_s);
    QCOMPARE(talk.statusOf(pipeline), u"UNKNOWN"_s);
    QTRY_COMPARE(talk.statusOf(pipeline), u"NOT_RUNNING"_s);
    QCOMPARE(talk.get(path).json().value("agentStatus"_L1).toString(), u"running"_s);
    QCOMPARE(command("EXPLODE"), 400);
    QCOMPARE(talk.post(u"/v1/agents/x/commands"_s, {}).status, 404);
}

SLUICE_TEST(TestSandboxAgents, Core)
#include "tst_sandboxagents.moc"
