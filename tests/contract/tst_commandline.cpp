// SPDX-License-Identifier: Apache-2.0
// The real program, without a display, against the real sandbox: what the guide does with cURL.
#include "tests/support/faultserver.h"
#include "tests/support/sandboxprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice::Test;

namespace {

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray guideFile(const char *name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString guidePath(const char *name)
{
    return QStringLiteral(SLUICE_TEST_DATA "/guide/") + QLatin1String(name);
}

} // namespace

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
    void startAndStopWithWait();
    void waitRunsOut();
    void waitKeepsItsLimit_data();
    void waitKeepsItsLimit();
    void commandInTheWrongState();
    void statusOfAnyCase();
    void wrongUsage_data();
    void wrongUsage();
    void fileThatIsNoJson();
    void missingCredentials();
    void wrongCredentials();
    void token();
    void unknownAndAmbiguousNames();
    void serverGone();
    void outcomeUnknown();
    void noSecretInAnyOutput();
    void help();

private:
    void startSandbox(const QStringList &options);
    Run run(const QStringList &words, const QByteArray &input = {});
    Run runPlain(const QStringList &words, const QByteArray &input = {});

    std::unique_ptr<SandboxProcess> m_sandbox;
    QProcessEnvironment m_environment;
    QStringList m_where;
};

void TestCommandLine::init()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    // No display at all: the verbs must not need one.
    m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    m_environment.remove(QStringLiteral("DISPLAY"));
    m_environment.remove(QStringLiteral("MAIA_TOKEN"));
    startSandbox({QStringLiteral("--seed"), QStringLiteral("guide"), QStringLiteral("--speed"),
                  QStringLiteral("50")});
}

void TestCommandLine::startSandbox(const QStringList &options)
{
    m_sandbox = std::make_unique<SandboxProcess>(options);
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m_environment.insert(QStringLiteral("MAIA_CLIENT_ID"), m_sandbox->clientId());
    m_environment.insert(QStringLiteral("MAIA_CLIENT_SECRET"), m_sandbox->clientSecret());
    m_where = {QStringLiteral("--url"), m_sandbox->url().toString(), QStringLiteral("--token-url"),
               m_sandbox->tokenUrl().toString()};
}

Run TestCommandLine::run(const QStringList &words, const QByteArray &input)
{
    return runPlain(words + m_where, input);
}

Run TestCommandLine::runPlain(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"), words);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    Run result;
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

void TestCommandLine::lists()
{
    const Run projects = run({QStringLiteral("projects")});
    QCOMPARE(projects.code, 0);
    QVERIFY(projects.out.contains("3dda0acf-e646-4f4b-b4f6-e00449b69427  Test-project"));
    const Run environments = run({QStringLiteral("environments"), QStringLiteral("Test-project")});
    QCOMPARE(environments.code, 0);
    QVERIFY(environments.out.contains(
        "Environment-1  Test-agent  2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"));
    const Run agents = run({QStringLiteral("agents")});
    QCOMPARE(agents.code, 0);
    QVERIFY(agents.out.contains("Test-agent"));
    const Run pipelines = run({QStringLiteral("pipelines"), QStringLiteral("Test-project")});
    QCOMPARE(pipelines.code, 0);
    QCOMPARE(pipelines.out.count('\n'), 1); // the header alone
    QCOMPARE(pipelines.err, QByteArray());
}

void TestCommandLine::projectsAsJson()
{
    const Run projects = run({QStringLiteral("projects"), QStringLiteral("--json")});
    QCOMPARE(projects.code, 0);
    const QJsonArray array = QJsonDocument::fromJson(projects.out).array();
    const QJsonArray expected =
        QJsonDocument::fromJson(guideFile("projects-page.json")).object()[u"results"].toArray();
    QCOMPARE(array, expected);
}

void TestCommandLine::allPages()
{
    startSandbox({QStringLiteral("--seed"), QStringLiteral("6000"), QStringLiteral("--rate-limit"),
                  QStringLiteral("0")});
    const Run projects = run({QStringLiteral("projects"), QStringLiteral("--json")});
    QCOMPARE(projects.code, 0);
    // 6,000 pipelines over N/25 projects: three pages of a hundred.
    QCOMPARE(QJsonDocument::fromJson(projects.out).array().size(), 240);
}

void TestCommandLine::createGetUpdateDelete()
{
    const Run created = run({QStringLiteral("create"), QStringLiteral("Test-project"),
                             guidePath("create-request.json"), QStringLiteral("--json")});
    QCOMPARE(created.code, 0);
    QJsonObject answer = QJsonDocument::fromJson(created.out).object();
    const QString id = answer[u"streamingPipelineId"].toString();
    QVERIFY(!id.isEmpty());

    const Run got = run({QStringLiteral("get"), QStringLiteral("Test-project"),
                         QStringLiteral("my-streaming-pipeline"), QStringLiteral("--json")});
    QCOMPARE(got.code, 0);
    QCOMPARE(QJsonDocument::fromJson(got.out).object(), answer);
    answer.remove(u"streamingPipelineId");
    answer.remove(u"projectId");
    QCOMPARE(answer, QJsonDocument::fromJson(guideFile("create-request.json")).object());

    const Run table = run({QStringLiteral("get"), QStringLiteral("Test-project"), id});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("sqlserver.my-org.com"));

    QByteArray text = guideFile("create-request.json");
    text.replace("my_second_table", "my_other_table");
    const Run updated = run(
        {QStringLiteral("update"), QStringLiteral("Test-project"), id, QStringLiteral("-")}, text);
    QCOMPARE(updated.code, 0);
    QVERIFY(
        run({QStringLiteral("get"), QStringLiteral("Test-project"), id, QStringLiteral("--json")})
            .out.contains("my_other_table"));

    QCOMPARE(run({QStringLiteral("delete"), QStringLiteral("Test-project"), id}).code, 0);
    QCOMPARE(run({QStringLiteral("get"), QStringLiteral("Test-project"), id}).code, 1);
}

void TestCommandLine::createTakesStdin()
{
    const Run created =
        run({QStringLiteral("create"), QStringLiteral("Test-project"), QStringLiteral("-")},
            guideFile("create-request.json"));
    QCOMPARE(created.code, 0);
    QVERIFY(created.out.startsWith("Created my-streaming-pipeline ("));
}

void TestCommandLine::createRefused()
{
    const Run refused = run({QStringLiteral("create"), QStringLiteral("Test-project"),
                             guidePath("create-invalid.json")});
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.out, QByteArray());
    const QList<QByteArray> lines = refused.err.split('\n');
    QCOMPARE(lines.value(0),
             QByteArray("streamingTarget.connection.authentication: must not be null"));
    QCOMPARE(lines.value(1), QByteArray("streamingSource.connection.username: must not be empty"));
}

void TestCommandLine::startAndStopWithWait()
{
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("Test-project"),
                  guidePath("create-request.json")})
                 .code,
             0);
    const QStringList place{QStringLiteral("Test-project"),
                            QStringLiteral("my-streaming-pipeline")};
    QCOMPARE(run(QStringList{QStringLiteral("status")} + place).out, QByteArray("NOT_RUNNING\n"));
    const Run started =
        run(QStringList{QStringLiteral("start")} + place + QStringList{QStringLiteral("--wait")});
    QCOMPARE(started.code, 0);
    QCOMPARE(started.out, QByteArray("STREAMING\n"));
    const Run stopped =
        run(QStringList{QStringLiteral("stop")} + place + QStringList{QStringLiteral("--wait")});
    QCOMPARE(stopped.code, 0);
    QCOMPARE(stopped.out, QByteArray("NOT_RUNNING\n"));
    const Run plain = run(QStringList{QStringLiteral("start")} + place);
    QCOMPARE(plain.code, 0);
    QCOMPARE(plain.out, QByteArray("Start requested.\n"));
}

void TestCommandLine::waitRunsOut()
{
    startSandbox({QStringLiteral("--seed"), QStringLiteral("guide"), QStringLiteral("--speed"),
                  QStringLiteral("0.001")});
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("Test-project"),
                  guidePath("create-request.json")})
                 .code,
             0);
    const Run started = run({QStringLiteral("start"), QStringLiteral("Test-project"),
                             QStringLiteral("my-streaming-pipeline"), QStringLiteral("--wait"),
                             QStringLiteral("--timeout"), QStringLiteral("1")});
    QCOMPARE(started.code, 1);
    QVERIFY(started.err.contains("STARTING"));
}

void TestCommandLine::waitKeepsItsLimit_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("a server that falls silent") << 0;
    QTest::newRow("a server that asks to wait for a minute") << 429;
}

void TestCommandLine::waitKeepsItsLimit()
{
    QFETCH(int, status);
    FaultServer server;
    server.setHandler([status](const Seen &seen) {
        if (seen.method == "POST")
            return Act::reply(200);
        return status == 0 ? Act::fault(Act::Kind::Silence)
                           : Act::reply(status, "{}", {{"Retry-After", "60"}});
    });
    m_environment.insert(QStringLiteral("MAIA_TOKEN"), QStringLiteral("any"));
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"),
                  {QStringLiteral("start"), QStringLiteral("3dda0acf-e646-4f4b-b4f6-e00449b69427"),
                   QStringLiteral("50ead6b2-5d1a-40c7-bb50-0d17c8fb23c3"), QStringLiteral("--wait"),
                   QStringLiteral("--timeout"), QStringLiteral("1"), QStringLiteral("--url"),
                   server.url().toString()});
    // Far below the client's own time-outs, far above the one second asked for.
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(server.count("POST"), 1);
}

void TestCommandLine::commandInTheWrongState()
{
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("Test-project"),
                  guidePath("create-request.json")})
                 .code,
             0);
    QCOMPARE(run({QStringLiteral("stop"), QStringLiteral("Test-project"),
                  QStringLiteral("my-streaming-pipeline")})
                 .code,
             1);
}

void TestCommandLine::statusOfAnyCase()
{
    startSandbox({QStringLiteral("--seed"), QStringLiteral("guide"), QStringLiteral("--speed"),
                  QStringLiteral("50"), QStringLiteral("--status-case"), QStringLiteral("lower")});
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("Test-project"),
                  guidePath("create-request.json")})
                 .code,
             0);
    const Run started = run({QStringLiteral("start"), QStringLiteral("Test-project"),
                             QStringLiteral("my-streaming-pipeline"), QStringLiteral("--wait")});
    QCOMPARE(started.code, 0);
    QCOMPARE(started.out, QByteArray("streaming\n"));
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const QString url = QStringLiteral("--url");
    const QString here = QStringLiteral("http://127.0.0.1:9/dpc");
    QTest::newRow("missing operand") << QStringList{QStringLiteral("pipelines"), url, here};
    QTest::newRow("too many operands")
        << QStringList{QStringLiteral("projects"), QStringLiteral("more"), url, here};
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("projects"), QStringLiteral("--nonsense"), url, here};
    QTest::newRow("no place") << QStringList{QStringLiteral("projects")};
    QTest::newRow("two places") << QStringList{QStringLiteral("projects"), url, here,
                                               QStringLiteral("--region"), QStringLiteral("us1")};
    QTest::newRow("unknown region") << QStringList{
        QStringLiteral("projects"), QStringLiteral("--region"), QStringLiteral("mars1")};
    QTest::newRow("no address") << QStringList{QStringLiteral("projects"), url,
                                               QStringLiteral("nonsense")};
    QTest::newRow("token in clear over the network")
        << QStringList{QStringLiteral("projects"), url, QStringLiteral("http://example.org/dpc")};
    QTest::newRow("wait with get") << QStringList{QStringLiteral("get"),
                                                  QStringLiteral("a"),
                                                  QStringLiteral("b"),
                                                  QStringLiteral("--wait"),
                                                  url,
                                                  here};
    QTest::newRow("timeout is no number") << QStringList{QStringLiteral("start"),
                                                         QStringLiteral("a"),
                                                         QStringLiteral("b"),
                                                         QStringLiteral("--wait"),
                                                         QStringLiteral("--timeout"),
                                                         QStringLiteral("soon"),
                                                         url,
                                                         here};
    QTest::newRow("no such file") << QStringList{QStringLiteral("create"),
                                                 QStringLiteral("Test-project"),
                                                 QStringLiteral("/nonexistent.json"),
                                                 url,
                                                 here,
                                                 QStringLiteral("--token-url"),
                                                 here};
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run result = runPlain(words);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

void TestCommandLine::fileThatIsNoJson()
{
    const Run result =
        run({QStringLiteral("create"), QStringLiteral("Test-project"), QStringLiteral("-")},
            "{\n  \"name\": \"x\",\n  \"agentId\" 5\n}\n");
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains("stdin:3:"), result.err.constData());
    // Nothing was sent.
    QCOMPARE(run({QStringLiteral("pipelines"), QStringLiteral("Test-project")}).out.count('\n'), 1);
}

void TestCommandLine::missingCredentials()
{
    m_environment.remove(QStringLiteral("MAIA_CLIENT_SECRET"));
    const Run result = run({QStringLiteral("projects")});
    QCOMPARE(result.code, 3);
    QVERIFY(result.err.contains("MAIA_CLIENT_SECRET"));
}

void TestCommandLine::wrongCredentials()
{
    m_environment.insert(QStringLiteral("MAIA_CLIENT_SECRET"),
                         QStringLiteral("wrong-secret-value"));
    const Run result = run({QStringLiteral("projects")});
    QCOMPARE(result.code, 3);
    QVERIFY(!result.err.contains("wrong-secret-value"));
}

void TestCommandLine::token()
{
    m_environment.insert(QStringLiteral("MAIA_TOKEN"), QStringLiteral("expired-token-value"));
    const Run result = run({QStringLiteral("projects")});
    QCOMPARE(result.code, 3);
    QVERIFY(!result.err.contains("expired-token-value"));
}

void TestCommandLine::unknownAndAmbiguousNames()
{
    QCOMPARE(run({QStringLiteral("pipelines"), QStringLiteral("Nowhere")}).code, 1);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run({QStringLiteral("create"), QStringLiteral("Test-project"),
                      guidePath("create-request.json")})
                     .code,
                 0);
    }
    const Run ambiguous = run({QStringLiteral("delete"), QStringLiteral("Test-project"),
                               QStringLiteral("my-streaming-pipeline")});
    QCOMPARE(ambiguous.code, 1);
    QVERIFY(ambiguous.err.contains("more than one"));
    QCOMPARE(run({QStringLiteral("pipelines"), QStringLiteral("Test-project")}).out.count('\n'), 3);
}

void TestCommandLine::serverGone()
{
    m_sandbox->terminate();
    m_environment.insert(QStringLiteral("MAIA_TOKEN"), QStringLiteral("any"));
    const Run result =
        run({QStringLiteral("delete"), QStringLiteral("3dda0acf-e646-4f4b-b4f6-e00449b69427"),
             QStringLiteral("50ead6b2-5d1a-40c7-bb50-0d17c8fb23c3")});
    // The connection was refused: it is known that nothing was done.
    QCOMPARE(result.code, 1);
}

void TestCommandLine::outcomeUnknown()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Close); });
    m_environment.insert(QStringLiteral("MAIA_TOKEN"), QStringLiteral("any"));
    // The peer answers from this thread, so the program runs beside the event loop.
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"),
                  {QStringLiteral("start"), QStringLiteral("3dda0acf-e646-4f4b-b4f6-e00449b69427"),
                   QStringLiteral("50ead6b2-5d1a-40c7-bb50-0d17c8fb23c3"), QStringLiteral("--url"),
                   server.url().toString()});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(server.seen().size(), 1);
}

void TestCommandLine::noSecretInAnyOutput()
{
    for (const QStringList &words :
         {QStringList{QStringLiteral("projects")},
          QStringList{QStringLiteral("pipelines"), QStringLiteral("Nowhere")}}) {
        const Run result = run(words);
        QVERIFY(!(result.out + result.err).contains(m_sandbox->clientSecret().toUtf8()));
    }
}

void TestCommandLine::help()
{
    const Run result = runPlain({QStringLiteral("projects"), QStringLiteral("--help")});
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.contains("Exit codes: 0 done"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
