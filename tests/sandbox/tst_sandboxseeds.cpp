// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The seeds, seen through the API.
class TestSandboxSeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guideHasOneRunner();
    void demoShowsEverything();
    void demoPutsBackWhatItLists();
    void demoPipelinesEndByThemselves();
    void generatesPipelines_data();
    void generatesPipelines();
};

namespace {

QJsonArray allOf(Talk &talk, const QString &path)
{
    QJsonArray all;
    for (int page = 0;; ++page) {
        const QJsonArray results =
            talk.get(path + u"?size=100&page=%1"_s.arg(page)).json().value("results"_L1).toArray();
        for (const QJsonValue &item : results)
            all.append(item);
        if (results.size() < 100)
            return all;
    }
}

QString pipelinesOf(const QJsonValue &project)
{
    return u"/v1/projects/%1/streaming-pipelines"_s.arg(project["id"_L1].toString());
}

QString pathOf(const QJsonValue &pipeline)
{
    return u"/v1/projects/%1/streaming-pipelines/%2"_s.arg(
        pipeline["projectId"_L1].toString(), pipeline["streamingPipelineId"_L1].toString());
}

QJsonArray allPipelines(Talk &talk)
{
    QJsonArray all;
    const QJsonArray projects = allOf(talk, u"/v1/projects"_s);
    for (const QJsonValue &project : projects) {
        const QJsonArray pipelines = allOf(talk, pipelinesOf(project));
        for (const QJsonValue &pipeline : pipelines)
            all.append(pipeline);
    }
    return all;
}

} // namespace

void TestSandboxSeeds::guideHasOneRunner()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    Talk talk(sandbox);
    const QJsonArray agents = allOf(talk, u"/v1/agents"_s);
    const QJsonObject summary{{u"agentId"_s, guideRunner},
                              {u"name"_s, u"Test-agent"_s},
                              {u"description"_s, u"A streaming agent"_s},
                              {u"agentType"_s, u"streaming"_s},
                              {u"cloudProvider"_s, u"azure"_s},
                              {u"deployment"_s, u"aci"_s}};
    QCOMPARE(agents, QJsonArray{summary});
    const QJsonObject details = talk.get(u"/v1/agents/"_s + guideRunner).json();
    QCOMPARE(details.value("agentStatus"_L1).toString(), u"running"_s);
    QCOMPARE(details.value("connected"_L1), QJsonValue(true));
    QVERIFY(!details.contains("enableAutoUpdates"_L1));
}

void TestSandboxSeeds::demoShowsEverything()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    QSet<QString> sources, targets, states, secrets, clouds, agentTypes;
    const QJsonArray pipelines = allPipelines(talk);
    for (const QJsonValue &pipeline : pipelines) {
        states.insert(talk.statusOf(pathOf(pipeline)));
        sources.insert(pipeline["streamingSource"_L1]["type"_L1].toString());
        targets.insert(pipeline["streamingTarget"_L1]["type"_L1].toString());
        const QJsonValue connection = pipeline["streamingSource"_L1]["connection"_L1];
        secrets.insert(connection["password"_L1]["secretType"_L1].toString().toUpper());
    }
    const QJsonArray agents = allOf(talk, u"/v1/agents"_s);
    for (const QJsonValue &agent : agents) {
        clouds.insert(agent["cloudProvider"_L1].toString());
        agentTypes.insert(agent["agentType"_L1].toString());
    }
    QVERIFY(pipelines.size() >= 25);
    QCOMPARE(allOf(talk, u"/v1/projects"_s).size(), 5);
    QCOMPARE(sources,
             QSet<QString>({u"sqlserver"_s, u"oracle"_s, u"postgres"_s, u"mysql"_s, u"db2ibmi"_s}));
    QCOMPARE(targets, QSet<QString>({u"snowflake"_s, u"s3"_s, u"abs"_s, u"gcs"_s}));
    QCOMPARE(states, QSet<QString>({u"NOT_RUNNING"_s, u"STARTING"_s, u"SNAPSHOTTING"_s,
                                    u"STREAMING"_s, u"STOPPING"_s, u"UNKNOWN"_s}));
    QCOMPARE(secrets.size(), 3);
    QCOMPARE(clouds, QSet<QString>({u"aws"_s, u"azure"_s, u"gcp"_s}));
    QCOMPARE(agentTypes, QSet<QString>({u"streaming"_s, u"data_productivity_cloud"_s}));
}

void TestSandboxSeeds::demoPutsBackWhatItLists()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    const QJsonArray pipelines = allPipelines(talk);
    for (const QJsonValue &pipeline : pipelines)
        QCOMPARE(talk.put(pathOf(pipeline), pipeline.toObject()).status, 200);
}

void TestSandboxSeeds::demoPipelinesEndByThemselves()
{
    SandboxProcess sandbox(
        {u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s, u"--speed"_s, u"1000"_s});
    Talk talk(sandbox);
    const QJsonArray pipelines = allPipelines(talk);
    const auto find = [&](const QString &name) {
        for (const QJsonValue &pipeline : pipelines)
            if (pipeline["name"_L1].toString() == name)
                return pathOf(pipeline);
        return QString();
    };
    QTRY_COMPARE(talk.statusOf(find(u"web-sessions-to-s3"_s)), u"NOT_RUNNING"_s);
    QCOMPARE(talk.statusOf(find(u"ledger-to-snowflake"_s)), u"STREAMING"_s);
}

void TestSandboxSeeds::generatesPipelines_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("projects");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("less than a project") << 24 << 1;
    QTest::newRow("not a multiple") << 130 << 5;
    QTest::newRow("many") << 500 << 20;
}

void TestSandboxSeeds::generatesPipelines()
{
    QFETCH(const int, count);
    SandboxProcess sandbox({u"--seed"_s, QString::number(count), u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    QTEST(int(allOf(talk, u"/v1/projects"_s).size()), "projects");
    const QJsonArray pipelines = allPipelines(talk);
    QCOMPARE(pipelines.size(), count);
    int streaming = 0;
    QSet<QString> ids;
    for (const QJsonValue &pipeline : pipelines) {
        ids.insert(pipeline["streamingPipelineId"_L1].toString());
        streaming += talk.statusOf(pathOf(pipeline)) == "STREAMING"_L1;
    }
    QCOMPARE(ids.size(), count);
    QVERIFY(streaming >= count * 8 / 10);
    if (count > 0) // valid under the server's own rules
        QCOMPARE(
            talk.put(pathOf(pipelines.at(count / 2)), pipelines.at(count / 2).toObject()).status,
            200);
}

SLUICE_TEST(TestSandboxSeeds, Core)
#include "tst_sandboxseeds.moc"
