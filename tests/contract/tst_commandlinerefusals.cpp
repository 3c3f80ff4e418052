// SPDX-License-Identifier: Apache-2.0
// What the program says, and its exit code, when it is used wrongly or refused.
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

class TestCommandLineRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void fileThatIsNoJson();
    void files_data();
    void files();
    void endlessInput();
    void secretsThemselves_data();
    void secretsThemselves();
    void whatOnlyLooksLikeASecret();
    void missingCredentials();
    void oddCredentials_data();
    void oddCredentials();
    void badReplies_data();
    void badReplies();
    void wrongCredentials();
    void token();
    void unknownAndAmbiguousNames();
    void nearlyRightNames_data();
    void nearlyRightNames();
    void placeOfTheEnvironment();
    void serverGone();
    void outcomeUnknown();

private:
    Shell m_shell;
};

void TestCommandLineRefusals::init()
{
    m_shell = Shell();
    m_shell.startSandbox();
}

void TestCommandLineRefusals::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const QString url = u"--url"_s;
    const QString here = u"http://127.0.0.1:9/dpc"_s;
    QTest::newRow("missing operand") << QStringList{u"pipelines"_s, url, here};
    QTest::newRow("empty folder") << QStringList{u"export"_s, u"a"_s, u""_s, u"--prune"_s,
                                                 u"--yes"_s,  url,    here};
    QTest::newRow("empty pipeline to delete")
        << QStringList{u"delete"_s, u"a"_s, u""_s, u"--yes"_s, url, here};
    QTest::newRow("empty pipeline of many") << QStringList{u"status"_s, u"a"_s, u" "_s, url, here};
    QTest::newRow("too many operands") << QStringList{u"projects"_s, u"more"_s, url, here};
    QTest::newRow("unknown option") << QStringList{u"projects"_s, u"--nonsense"_s, url, here};
    QTest::newRow("no place") << QStringList{u"projects"_s};
    QTest::newRow("two places") << QStringList{u"projects"_s, url, here, u"--region"_s, u"us1"_s};
    QTest::newRow("unknown region") << QStringList{u"projects"_s, u"--region"_s, u"mars1"_s};
    QTest::newRow("no address") << QStringList{u"projects"_s, url, u"nonsense"_s};
    QTest::newRow("token in clear over the network")
        << QStringList{u"projects"_s, url, u"http://example.org/dpc"_s};
    QTest::newRow("wait with get") << QStringList{u"get"_s, u"a"_s, u"b"_s, u"--wait"_s, url, here};
    QTest::newRow("timeout is no number") << QStringList{
        u"start"_s, u"a"_s, u"b"_s, u"--wait"_s, u"--timeout"_s, u"soon"_s, url, here};
    for (const QString &timeout : {u"0"_s, u"-1"_s, u"1.5"_s, u"86401"_s, u"2147484"_s,
                                   u"4294967296"_s, u"99999999999999999999"_s, u""_s, u"10s"_s})
        QTest::newRow(qPrintable(u"timeout "_s + timeout)) << QStringList{
            u"start"_s, u"a"_s, u"b"_s, u"--wait"_s, u"--timeout"_s, timeout, url, here};
    QTest::newRow("another of the name with update")
        << QStringList{u"update"_s, u"a"_s, u"b"_s, u"-"_s, u"--allow-duplicate"_s, url, here};
    QTest::newRow("no such file") << QStringList{
        u"create"_s, u"Test-project"_s, u"/nonexistent.json"_s, url, here, u"--token-url"_s, here};
}

void TestCommandLineRefusals::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run result = m_shell.runPlain(words);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

void TestCommandLineRefusals::fileThatIsNoJson()
{
    const Run result = m_shell.run({u"create"_s, u"Test-project"_s, u"-"_s},
                                   "{\n  \"name\": \"x\",\n  \"agentId\" 5\n}\n");
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains("stdin:3:"), result.err.constData());
    // Nothing was sent.
    QCOMPARE(m_shell.run({u"pipelines"_s, u"Test-project"_s}).out.count('\n'), 1);
}

void TestCommandLineRefusals::files_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : {u"/dev/zero"_s, u"/dev/null"_s, u"pipe"_s, u"itself"_s,
                                u"dangling"_s, u"large"_s, u"."_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

// The program refuses these before it reads or sends anything.
void TestCommandLineRefusals::files()
{
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    const QString path = kind.startsWith(u'/') ? kind : folder.filePath(kind);
    if (kind == u"pipe")
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else if (kind == u"itself")
        QVERIFY(QFile::link(path, path));
    else if (kind == u"dangling")
        QVERIFY(QFile::link(folder.filePath(u"none"_s), path));
    else if (kind == u"large") {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(200) * 1024 * 1024));
    }
    FaultServer server;
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const QList<QStringList> all{{u"create"_s, guideProject, path},
                                 {u"update"_s, guideProject, guidePipeline, path},
                                 {u"apply"_s, guideProject, path, u"--yes"_s},
                                 {u"diff"_s, guideProject, path}};
    for (const QStringList &words : all) {
        const Run run = m_shell.run(words);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(path.toUtf8()), run.err.constData());
        QVERIFY(run.err.contains("Nothing was sent."));
    }
    QCOMPARE(server.seen().size(), 0);
}

void TestCommandLineRefusals::endlessInput()
{
    const auto zeros = [] { ::dup2(::open("/dev/zero", O_RDONLY), STDIN_FILENO); };
    const QList<QStringList> all{{u"create"_s, u"Test-project"_s, u"-"_s},
                                 {u"apply"_s, u"Test-project"_s, u"-"_s, u"--yes"_s},
                                 {u"diff"_s, u"Test-project"_s, u"-"_s}};
    for (const QStringList &words : all) {
        const Run run = m_shell.runPrepared(words, zeros);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("stdin: it is larger than 100 MB"), run.err.constData());
    }
}

void TestCommandLineRefusals::secretsThemselves_data()
{
    QTest::addColumn<QString>("verb");
    for (const QString &verb : {u"create"_s, u"update"_s, u"apply"_s})
        QTest::newRow(qPrintable(verb)) << verb;
}

// The same rule holds for every verb.
void TestCommandLineRefusals::secretsThemselves()
{
    QFETCH(QString, verb);
    const QByteArray text = R"({"name":"a","streamingSource":{"type":"sqlserver","connection":)"
                            R"({"password":"hunter2-hunter2"}}})";
    FaultServer server;
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    QStringList words{verb, guideProject};
    if (verb == u"update")
        words += guidePipeline;
    words += u"-"_s;
    if (verb == u"apply")
        words += u"--yes"_s;
    const Run run = m_shell.run(words, text);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("streamingSource.connection.password"), run.err.constData());
    QVERIFY(!run.err.contains("hunter2"));
    QCOMPARE(server.seen().size(), 0);
}

// This is a guess, so the program says it and --yes overrules it. The program never guesses about
// what the server has already.
void TestCommandLineRefusals::whatOnlyLooksLikeASecret()
{
    const auto withName = [](const QByteArray &name) {
        return Shell::guideFile("create-request.json").replace("sqlserver-password", name);
    };
    const QByteArray doubtful = "x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I";
    const QByteArray place = "streamingSource.connection.password";
    const QStringList create{u"create"_s, u"Test-project"_s, u"-"_s};
    const Run refused = m_shell.run(create, withName(doubtful));
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(place) && !refused.err.contains(doubtful),
             refused.err.constData());
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(withName(doubtful));
    file.close();
    const Run denied =
        m_shell.runOnTerminal({u"create"_s, u"Test-project"_s, file.fileName()}, "n\n");
    QCOMPARE(denied.code, 1); // a typed no is no wrong usage
    QVERIFY2(denied.out.contains("Nothing was sent."), denied.out.constData());
    const Run created = m_shell.run(create + QStringList{u"--yes"_s}, withName(doubtful));
    QCOMPARE(created.code, 0);
    QVERIFY2(created.err.contains(place), created.err.constData());
    const QStringList update{u"update"_s, u"Test-project"_s, u"my-streaming-pipeline"_s, u"-"_s};
    const Run updated = m_shell.run(update, withName(doubtful));
    QCOMPARE(updated.code, 0);
    QCOMPARE(updated.err, QByteArray());
    const QTemporaryDir folder;
    QCOMPARE(m_shell.run({u"export"_s, u"Test-project"_s, folder.path()}).code, 0);
    QCOMPARE(m_shell.run({u"diff"_s, u"Test-project"_s, folder.path()}).code, 0);
    const Run applied = m_shell.run({u"apply"_s, u"Test-project"_s, folder.path(), u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY2(!applied.err.contains(place), applied.err.constData());
    const Run changed = m_shell.run(
        update, withName("OrdersStackDbSecret5F2C7A91-Xk39QzLm2TpW8rVbN4yHc6JdG1sFaE0uRq7tYz"));
    QCOMPARE(changed.code, 2);
}

void TestCommandLineRefusals::oddCredentials_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("words");
    const QByteArray unseen = "is not seen";
    const QByteArray quotes = "quotes";
    QTest::newRow("header after the account")
        << u"MAIA_ACCOUNT_ID"_s << u"a\r\nx-evil: 1"_s << unseen;
    QTest::newRow("line end in the account") << u"MAIA_ACCOUNT_ID"_s << u"a\nb"_s << unseen;
    QTest::newRow("line end after the account") << u"MAIA_ACCOUNT_ID"_s << u"a\n"_s << unseen;
    QTest::newRow("tab in the account") << u"MAIA_ACCOUNT_ID"_s << u"a\tb"_s << unseen;
    QTest::newRow("escape in the token") << u"MAIA_TOKEN"_s << u"a\x1B[31m"_s << unseen;
    QTest::newRow("carriage return of an env file") << u"MAIA_TOKEN"_s << u"abc\r"_s << unseen;
    QTest::newRow("no width in the client") << u"MAIA_CLIENT_ID"_s << u"ab\u200Bc"_s << unseen;
    QTest::newRow("tag in the client") << u"MAIA_CLIENT_ID"_s << u"ab\U000E0041c"_s << unseen;
    QTest::newRow("line end in the secret") << u"MAIA_CLIENT_SECRET"_s << u"planted\nx"_s << unseen;
    QTest::newRow("token in quotes") << u"MAIA_TOKEN"_s << u"\"planted\""_s << quotes;
    QTest::newRow("token in single quotes") << u"MAIA_TOKEN"_s << u"'planted'"_s << quotes;
    QTest::newRow("token in quotes and blanks") << u"MAIA_TOKEN"_s << u" \"planted\" "_s << quotes;
    QTest::newRow("token in typographic quotes") << u"MAIA_TOKEN"_s << u"“planted”"_s << quotes;
    QTest::newRow("client in quotes") << u"MAIA_CLIENT_ID"_s << u"\"abc\""_s << quotes;
    QTest::newRow("secret in quotes") << u"MAIA_CLIENT_SECRET"_s << u"'planted'"_s << quotes;
    QTest::newRow("account in quotes") << u"MAIA_ACCOUNT_ID"_s << u"\"1-x\""_s << quotes;
}

void TestCommandLineRefusals::oddCredentials()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QByteArray, words);
    FaultServer server;
    m_shell.setPlace({u"--url"_s, server.url().toString(), u"--token-url"_s,
                      server.url(u"/token"_s).toString()});
    m_shell.set(variable, value);
    const Run run = m_shell.run({u"projects"_s});
    QCOMPARE(run.code, 3);
    QVERIFY2(run.err.contains(variable.toUtf8()) && run.err.contains(words), run.err.constData());
    QVERIFY(!run.err.contains("planted"));
    QCOMPARE(server.seen().size(), 0);
}

void TestCommandLineRefusals::missingCredentials()
{
    m_shell.unset(u"MAIA_CLIENT_SECRET"_s);
    const Run result = m_shell.run({u"projects"_s});
    QCOMPARE(result.code, 3);
    QVERIFY(result.err.contains("MAIA_CLIENT_SECRET"));
}

void TestCommandLineRefusals::badReplies_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QByteArray>("body");
    for (const QString &verb : {u"get"_s, u"status"_s}) {
        for (const char *body : {"", "{}", "[]", "null", "\"RUNNING\"", "<html>Sign in</html>",
                                 R"({"status":5})", R"({"status":""})", R"({"status":null})",
                                 R"({"name":"x"})", R"({"streamingPipelineId":"x"})",
                                 R"({"name":"x","streamingPipelineId":""})", R"({"name":"x)"})
            QTest::addRow("%s: %s", qPrintable(verb), body) << verb << QByteArray(body);
    }
}

void TestCommandLineRefusals::badReplies()
{
    QFETCH(QString, verb);
    QFETCH(QByteArray, body);
    FaultServer server;
    server.setHandler([&body](const Seen &) { return Act::reply(200, body); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const Run run = m_shell.run(QStringList{verb, guideProject, guidePipeline} + more);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(!run.err.isEmpty());
    }
}

void TestCommandLineRefusals::wrongCredentials()
{
    m_shell.set(u"MAIA_CLIENT_SECRET"_s, u"wrong-secret-value"_s);
    const Run result = m_shell.run({u"projects"_s});
    QCOMPARE(result.code, 3);
    QVERIFY(!result.err.contains("wrong-secret-value"));
}

void TestCommandLineRefusals::token()
{
    m_shell.set(u"MAIA_TOKEN"_s, u"expired-token-value"_s);
    const Run result = m_shell.run({u"projects"_s});
    QCOMPARE(result.code, 3);
    QVERIFY(!result.err.contains("expired-token-value"));
}

void TestCommandLineRefusals::unknownAndAmbiguousNames()
{
    QCOMPARE(m_shell.run({u"pipelines"_s, u"Nowhere"_s}).code, 1);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(m_shell
                     .run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json"),
                           u"--allow-duplicate"_s})
                     .code,
                 0);
    }
    const Run ambiguous = m_shell.run({u"delete"_s, u"Test-project"_s, u"my-streaming-pipeline"_s});
    QCOMPARE(ambiguous.code, 1);
    QVERIFY(ambiguous.err.contains("more than one"));
    QCOMPARE(m_shell.run({u"pipelines"_s, u"Test-project"_s}).out.count('\n'), 3);
}

void TestCommandLineRefusals::nearlyRightNames_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("pipeline");
    QTest::addColumn<QByteArray>("asks");
    const auto row = [](const char *name, const QString &project, const QString &pipeline,
                        const QByteArray &asks) {
        QTest::newRow(name) << project << pipeline << asks;
    };
    const QString project = u"Test-project"_s;
    row("project with a slip", u"Test-projct"_s, u"x"_s, "Did you mean \"Test-project\"?");
    row("project in another case", u"test-project"_s, u"x"_s, "Did you mean \"Test-project\"?");
    row("beginning of a pipeline", project, u"my-stream"_s,
        "Did you mean \"my-streaming-pipeline\"?");
    row("another one", project, u"orders"_s, {});
}

void TestCommandLineRefusals::nearlyRightNames()
{
    QFETCH(const QString, project);
    QFETCH(const QString, pipeline);
    QFETCH(const QByteArray, asks);
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const Run run = m_shell.run({u"start"_s, project, pipeline});
    QCOMPARE(run.code, 1); // it is a question, and nothing is done
    QVERIFY2(run.err.contains(asks), run.err.constData());
    QCOMPARE(run.err.contains("Did you mean"), !asks.isEmpty());
}

// So that nobody has to say it with each command.
void TestCommandLineRefusals::placeOfTheEnvironment()
{
    const QString url = m_shell.sandbox().url().toString();
    m_shell.set(u"MAIA_URL"_s, url);
    m_shell.set(u"MAIA_TOKEN_URL"_s, m_shell.sandbox().tokenUrl().toString());
    const Run run = m_shell.runPlain({u"projects"_s, u"-o"_s, u"name"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, QByteArray("Test-project\n"));

    // What the command says counts.
    const Run said = m_shell.runPlain({u"projects"_s, u"--url"_s, u"http://127.0.0.1:9/dpc"_s});
    QVERIFY2(said.err.contains("--token-url"), said.err.constData());
    m_shell.set(u"MAIA_REGION"_s, u"eu1"_s);
    const Run both = m_shell.runPlain({u"projects"_s});
    QCOMPARE(both.code, 2);
    QVERIFY2(both.err.contains("Both MAIA_REGION and MAIA_URL are set"), both.err.constData());
    m_shell.set(u"MAIA_URL"_s, QString());
    m_shell.set(u"MAIA_REGION"_s, u"eu"_s);
    const Run unknown = m_shell.runPlain({u"projects"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains("MAIA_REGION takes us1, eu1 or au1, not \"eu\""),
             unknown.err.constData());
}

void TestCommandLineRefusals::serverGone()
{
    m_shell.sandbox().terminate();
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    const Run result = m_shell.run({u"delete"_s, guideProject, guidePipeline});
    // The connection was refused, so it is known that nothing was done.
    QCOMPARE(result.code, 1);
}

void TestCommandLineRefusals::outcomeUnknown()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Close); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"start"_s, guideProject, guidePipeline});
    QCOMPARE(run.code, 4);
    QCOMPARE(server.count("POST"), 1);
}

SLUICE_TEST(TestCommandLineRefusals, Core)
#include "tst_commandlinerefusals.moc"
