// SPDX-License-Identifier: Apache-2.0
// Errors as programs read them: one JSON object on stderr, whatever went wrong.
#include "models/json/jsontext.h"
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// The object that stderr is; empty when it is anything else, or more.
QJsonObject errorOf(const Run &run)
{
    const ParsedJson parsed = parseJsonObject(run.err);
    return parsed.object.value_or(QJsonObject());
}

// What must be so of every error.
bool isWhole(const Run &run, const QJsonObject &error)
{
    return error[u"exitCode"].toInt(-1) == run.code && !error[u"message"].toString().isEmpty() &&
           error[u"violations"].isArray() && run.err == jsonText(error);
}

} // namespace

class TestCommandLineErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_shell = Shell(); }

    void refusedWithViolations_data();
    void refusedWithViolations();
    void ofTheServer_data();
    void ofTheServer();
    void noConnection();
    void notSignedIn();
    void wrongUsage();
    void unusableFile();
    void notConfirmed();
    void duplicateName();
    void unknownOutcome();
    void outputThatCannotBeWritten();
    void eachFailureOfMany();
    void notesAreObjects();
    void textStaysText();

private:
    void setServer(const FaultServer &server);

    Shell m_shell;
};

void TestCommandLineErrors::setServer(const FaultServer &server)
{
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
}

void TestCommandLineErrors::refusedWithViolations_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::newRow("--json") << QStringList{u"--json"_s};
    QTest::newRow("--output json") << QStringList{u"--output"_s, u"json"_s};
    QTest::newRow("--output yaml") << QStringList{u"--output"_s, u"yaml"_s};
}

void TestCommandLineErrors::refusedWithViolations()
{
    QFETCH(QStringList, format);
    m_shell.startSandbox();
    const Run run = m_shell.run(
        QStringList{u"create"_s, u"Test-project"_s, Shell::guidePath("create-invalid.json")} +
        format);
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(error[u"kind"].toString(), u"rejected"_s);
    QCOMPARE(error[u"outcome"].toString(), u"not_done"_s);
    QCOMPARE(error[u"httpStatus"].toInt(), 400);
    QVERIFY(!error[u"requestId"].toString().isEmpty());
    const QJsonArray violations = error[u"violations"].toArray();
    const QJsonObject first{{u"path"_s, u"streamingTarget.connection.authentication"_s},
                            {u"message"_s, u"must not be null"_s}};
    QCOMPARE(violations.size(), 2);
    QCOMPARE(violations[0].toObject(), first);
}

void TestCommandLineErrors::ofTheServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("401") << 401 << u"not_signed_in"_s << 3;
    QTest::newRow("403") << 403 << u"not_allowed"_s << 3;
    QTest::newRow("404") << 404 << u"not_found"_s << 1;
    QTest::newRow("409") << 409 << u"conflict"_s << 1;
    QTest::newRow("422") << 422 << u"rejected"_s << 1;
    QTest::newRow("429") << 429 << u"rate_limited"_s << 1;
    QTest::newRow("500") << 500 << u"server"_s << 1;
    QTest::newRow("200 without a list") << 200 << u"bad_reply"_s << 1;
}

void TestCommandLineErrors::ofTheServer()
{
    QFETCH(int, status);
    FaultServer server;
    server.setHandler([status](const Seen &) {
        return Act::reply(status, R"({"title":"No"})", {{"Retry-After", "3600"}});
    });
    setServer(server);
    const Run run = m_shell.run({u"projects"_s, u"-o"_s, u"json"_s, u"-q"_s});
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QTEST(run.code, "code");
    QTEST(error[u"kind"].toString(), "kind");
    QCOMPARE(error[u"outcome"].toString(), u"not_done"_s);
}

void TestCommandLineErrors::noConnection()
{
    FaultServer server;
    server.close();
    setServer(server);
    const Run run = m_shell.run({u"projects"_s, u"--json"_s});
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 1);
    QCOMPARE(error[u"kind"].toString(), u"network"_s);
}

void TestCommandLineErrors::notSignedIn()
{
    const Run run = m_shell.runPlain({u"projects"_s, u"--json"_s, u"--region"_s, u"eu1"_s});
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 3);
    QCOMPARE(error[u"kind"].toString(), u"not_signed_in"_s);
}

void TestCommandLineErrors::wrongUsage()
{
    for (const QStringList &words :
         {QStringList{u"projects"_s, u"--json"_s, u"--nonsense"_s},
          QStringList{u"--nonsense"_s, u"projects"_s, u"-o"_s, u"yaml"_s},
          QStringList{u"nonsense"_s, u"--json"_s}, QStringList{u"projects"_s, u"--json"_s}}) {
        const Run run = m_shell.runPlain(words);
        const QJsonObject error = errorOf(run);
        QVERIFY2(isWhole(run, error), run.err.constData());
        QCOMPARE(run.code, 2);
        QCOMPARE(error[u"kind"].toString(), u"wrong_usage"_s);
        QCOMPARE(run.out, QByteArray());
    }
}

void TestCommandLineErrors::unusableFile()
{
    FaultServer server;
    setServer(server);
    for (const QStringList &words : {QStringList{u"create"_s, guideProject, u"-"_s},
                                     QStringList{u"update"_s, guideProject, guidePipeline, u"-"_s},
                                     QStringList{u"apply"_s, guideProject, u"-"_s, u"--yes"_s},
                                     QStringList{u"diff"_s, guideProject, u"-"_s}}) {
        const Run run = m_shell.run(words + QStringList{u"--json"_s}, "{\n  \"name\" 5\n}");
        const QJsonObject error = errorOf(run);
        QVERIFY2(isWhole(run, error), run.err.constData());
        QCOMPARE(run.code, 2);
        QCOMPARE(error[u"kind"].toString(), u"unusable_file"_s);
        QVERIFY(error[u"details"][0].toString().startsWith(u"stdin:2:"_s));
    }
    QCOMPARE(server.seen().size(), 0);
}

void TestCommandLineErrors::notConfirmed()
{
    m_shell.startSandbox();
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    const Run run =
        m_shell.run({u"delete"_s, u"Test-project"_s, u"my-streaming-pipeline"_s, u"--json"_s});
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 2);
    QCOMPARE(error[u"kind"].toString(), u"not_confirmed"_s);
    QVERIFY(error[u"message"].toString().contains(u"my-streaming-pipeline"_s));
}

void TestCommandLineErrors::duplicateName()
{
    m_shell.startSandbox();
    const QStringList words{u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json"),
                            u"--json"_s};
    QCOMPARE(m_shell.run(words).code, 0);
    const Run run = m_shell.run(words);
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 1);
    QCOMPARE(error[u"kind"].toString(), u"duplicate_name"_s);
    QCOMPARE(error[u"outcome"].toString(), u"not_done"_s);
}

void TestCommandLineErrors::unknownOutcome()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Close); });
    setServer(server);
    const Run run = m_shell.run({u"start"_s, guideProject, guidePipeline, u"--json"_s});
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 4);
    QCOMPARE(error[u"kind"].toString(), u"no_answer"_s);
    QCOMPARE(error[u"outcome"].toString(), u"unknown"_s);
}

void TestCommandLineErrors::outputThatCannotBeWritten()
{
    m_shell.startSandbox();
    const Run run = m_shell.runPrepared(
        {u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json"), u"--json"_s},
        [] { ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO); });
    const QJsonObject error = errorOf(run);
    QVERIFY2(isWhole(run, error), run.err.constData());
    QCOMPARE(run.code, 1);
    QCOMPARE(error[u"kind"].toString(), u"output"_s);
    QCOMPARE(error[u"outcome"].toString(), u"done"_s);
}

// A command that does many things tells which one each failure is about.
void TestCommandLineErrors::eachFailureOfMany()
{
    m_shell.startSandbox();
    QJsonObject invalid = *parseJsonObject(Shell::guideFile("create-invalid.json")).object;
    invalid[u"name"] = u"broken"_s;
    const Run run = m_shell.run({u"apply"_s, u"Test-project"_s, u"-"_s, u"--yes"_s, u"--json"_s},
                                jsonText(invalid));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("\"subject\": \"broken\""), run.err.constData());
    QVERIFY(run.err.contains("\"kind\": \"rejected\""));
}

void TestCommandLineErrors::notesAreObjects()
{
    m_shell.startSandbox();
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    const QStringList words{u"delete"_s, u"Test-project"_s, u"my-streaming-pipeline"_s, u"--yes"_s,
                            u"--json"_s};
    const Run run = m_shell.run(words);
    QCOMPARE(run.code, 0);
    const QJsonObject note = errorOf(run);
    QCOMPARE(note[u"kind"].toString(), u"note"_s);
    QVERIFY(note[u"message"].toString().contains(u"trash"_s));
    const QJsonObject done = *parseJsonObject(run.out).object;
    QCOMPARE(done[u"name"].toString(), u"my-streaming-pipeline"_s);
    QVERIFY(done[u"keptIn"].toString().startsWith(m_shell.dataFolder()));
}

void TestCommandLineErrors::textStaysText()
{
    for (const QString &format : {u"table"_s, u"name"_s}) {
        const Run run =
            m_shell.runPlain({u"projects"_s, u"--output"_s, format, u"--region"_s, u"eu1"_s});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.err.startsWith("Not signed in."), run.err.constData());
    }
}

SLUICE_TEST(TestCommandLineErrors, Core)
#include "tst_commandlineerrors.moc"
