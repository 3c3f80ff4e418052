// SPDX-License-Identifier: Apache-2.0
// The real program without a display, on the real sandbox. Does what the guide does with cURL.
#include "tests/contract/shell.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lists();
    void projectsAsJson();
    void allPages();
    void createGetUpdateDelete();
    void createTakesStdin();
    void createRefused();
    void commandInTheWrongState();
    void help();

private:
    Shell m_shell;
};

void TestCommandLine::init()
{
    m_shell = Shell();
    m_shell.startSandbox();
}

void TestCommandLine::lists()
{
    const Run projects = m_shell.run({u"projects"_s});
    QCOMPARE(projects.code, 0);
    QVERIFY(projects.out.contains("3dda0acf-e646-4f4b-b4f6-e00449b69427  Test-project"));
    const Run environments = m_shell.run({u"environments"_s, u"Test-project"_s});
    QCOMPARE(environments.code, 0);
    QVERIFY(environments.out.contains(
        "Environment-1  Test-agent  2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"));
    const Run agents = m_shell.run({u"agents"_s});
    QCOMPARE(agents.code, 0);
    QVERIFY(agents.out.contains("Test-agent"));
    const Run pipelines = m_shell.run({u"pipelines"_s, u"Test-project"_s});
    QCOMPARE(pipelines.code, 0);
    QCOMPARE(pipelines.out.count('\n'), 1); // the header only
    QCOMPARE(pipelines.err, QByteArray());
}

void TestCommandLine::projectsAsJson()
{
    const Run projects = m_shell.run({u"projects"_s, u"--json"_s});
    QCOMPARE(projects.code, 0);
    const QJsonArray array = QJsonDocument::fromJson(projects.out).array();
    const QJsonArray expected = QJsonDocument::fromJson(Shell::guideFile("projects-page.json"))
                                    .object()[u"results"]
                                    .toArray();
    QCOMPARE(array, expected);
}

void TestCommandLine::allPages()
{
    m_shell.startSandbox({u"--seed"_s, u"6000"_s, u"--rate-limit"_s, u"0"_s});
    const Run projects = m_shell.run({u"projects"_s, u"--json"_s});
    QCOMPARE(projects.code, 0);
    // 6,000 pipelines over N/25 projects: three pages of a hundred.
    QCOMPARE(QJsonDocument::fromJson(projects.out).array().size(), 240);
}

void TestCommandLine::createGetUpdateDelete()
{
    const Run created = m_shell.run(
        {u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json"), u"--json"_s});
    QCOMPARE(created.code, 0);
    QJsonObject answer = QJsonDocument::fromJson(created.out).object();
    const QString id = answer[u"streamingPipelineId"].toString();
    QVERIFY(!id.isEmpty());

    const Run got =
        m_shell.run({u"get"_s, u"Test-project"_s, u"my-streaming-pipeline"_s, u"--json"_s});
    QCOMPARE(got.code, 0);
    QCOMPARE(QJsonDocument::fromJson(got.out).object(), answer);
    answer.remove(u"streamingPipelineId");
    answer.remove(u"projectId");
    QCOMPARE(answer, QJsonDocument::fromJson(Shell::guideFile("create-request.json")).object());

    const Run table = m_shell.run({u"get"_s, u"Test-project"_s, id});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("sqlserver.my-org.com"));

    QByteArray text = Shell::guideFile("create-request.json");
    text.replace("my_second_table", "my_other_table");
    const Run updated = m_shell.run({u"update"_s, u"Test-project"_s, id, u"-"_s}, text);
    QCOMPARE(updated.code, 0);
    QVERIFY(
        m_shell.run({u"get"_s, u"Test-project"_s, id, u"--json"_s}).out.contains("my_other_table"));

    QCOMPARE(m_shell.run({u"delete"_s, u"Test-project"_s, id, u"--yes"_s}).code, 0);
    QCOMPARE(m_shell.run({u"get"_s, u"Test-project"_s, id}).code, 1);
}

void TestCommandLine::createTakesStdin()
{
    const Run created = m_shell.run({u"create"_s, u"Test-project"_s, u"-"_s},
                                    Shell::guideFile("create-request.json"));
    QCOMPARE(created.code, 0);
    QVERIFY(created.out.startsWith("Created my-streaming-pipeline ("));
}

void TestCommandLine::createRefused()
{
    const Run refused =
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-invalid.json")});
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.out, QByteArray());
    const QList<QByteArray> lines = refused.err.split('\n');
    QCOMPARE(lines.value(0),
             QByteArray("streamingTarget.connection.authentication: must not be null"));
    QCOMPARE(lines.value(1), QByteArray("streamingSource.connection.username: must not be empty"));
}

void TestCommandLine::commandInTheWrongState()
{
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    QCOMPARE(m_shell.run({u"stop"_s, u"Test-project"_s, u"my-streaming-pipeline"_s}).code, 1);
}

void TestCommandLine::help()
{
    const Run all = m_shell.runPlain({u"--help"_s});
    QCOMPARE(all.code, 0);
    for (const char *words : {"Exit codes:", "4  it is not known", "7  the pipeline was not",
                              "create PROJECT FILE", "--screenshot FILE", "than --timeout"})
        QVERIFY2(all.out.contains(words), words);
    const Run create = m_shell.runPlain({u"help"_s, u"create"_s});
    QCOMPARE(create.code, 0);
    const QByteArray text = create.out.simplified(); // wherever lines end
    for (const char *words : {"--allow-duplicate", "at most 100 MB",
                              "can still make one in the moment", "sluice create Test-project"})
        QVERIFY2(text.contains(words), words);
    QVERIFY(m_shell.runPlain({u"help"_s, u"export"_s}).out.contains("--prune"));
}

SLUICE_TEST(TestCommandLine, Core)
#include "tst_commandline.moc"
