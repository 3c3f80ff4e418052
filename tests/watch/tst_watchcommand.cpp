// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedapi.h"
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"
#include "tests/watch/watchprocess.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The real program: its beginnings, its ends, and what it says when the API misbehaves.
class TestWatchCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsBySignal_data();
    void endsBySignal();
    void endsWhenAllAreInTheState();
    void givesUpInTime();
    void waitsForNothingWhereNothingIs();
    void refusesToBegin_data();
    void refusesToBegin();
    void survivesTheServersDeath();
    void survivesExpiredTokens();
    void tellsOfPagesOnce();
    void tellsOfRefusedCredentials();
    void endsWhenNobodyCanRead();
    void printsLinesForPeople();

private:
    QString newPipeline(Talk &talk) const;
    void use(const ScriptedApi &api);

    Shell m_shell;
};

namespace {

QString pathOf(const QString &pipeline)
{
    return guidePipelines + u'/' + pipeline;
}

} // namespace

void TestWatchCommand::init()
{
    m_shell = Shell();
}

QString TestWatchCommand::newPipeline(Talk &talk) const
{
    return talk.post(guidePipelines, guideFile(u"create-request.json"_s))
        .json()
        .value("streamingPipelineId"_L1)
        .toString();
}

void TestWatchCommand::use(const ScriptedApi &api)
{
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, api.server.url().toString()});
}

void TestWatchCommand::endsBySignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestWatchCommand::endsBySignal()
{
    QFETCH(const int, signal);
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    WatchProcess watch(m_shell, {});
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"found"_s).size(), 27, 20000);
    const Run run = watch.endBy(signal);
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.endsWith("}\n"));
    QVERIFY2(run.err.contains("Ended after "), run.err.constData());
    QCOMPARE(run.err.count("\"kind\""), 1);
}

void TestWatchCommand::endsWhenAllAreInTheState()
{
    m_shell.startSandbox({u"--speed"_s, u"20"_s});
    Talk talk(m_shell.sandbox());
    const QString id = newPipeline(talk);
    const QString other = newPipeline(talk);
    WatchProcess watch(m_shell,
                       {guideProject, id, u"--until"_s, u"streaming"_s, u"--interval"_s, u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.course(id), QStringList{u"found NOT_RUNNING"_s}, 20000);
    QVERIFY(watch.isRunning());
    QCOMPARE(talk.post(pathOf(id) + u"/commands"_s, guideFile(u"command-start.json"_s)).status,
             200);
    const Run run = watch.finish();
    QCOMPARE(run.code, 0);
    QVERIFY(watch.course(id).constLast().endsWith("-> STREAMING"_L1));
    QCOMPARE(watch.course(other), QStringList());
    // Those that are there already need no change.
    QCOMPARE(m_shell.run({u"watch"_s, guideProject, other, u"--until"_s, u"NOT_RUNNING"_s}).code,
             0);
}

void TestWatchCommand::givesUpInTime()
{
    m_shell.startSandbox();
    Talk talk(m_shell.sandbox());
    newPipeline(talk);
    const Run run = m_shell.run(
        {u"watch"_s, guideProject, u"--until"_s, u"STREAMING"_s, u"--timeout"_s, u"1"_s});
    QCOMPARE(run.code, 7);
    QVERIFY2(run.err.contains("Not there after 1 s: 1 pipeline."), run.err.constData());
}

void TestWatchCommand::waitsForNothingWhereNothingIs()
{
    m_shell.startSandbox();
    const Run run = m_shell.run({u"watch"_s, guideProject, u"--until"_s, u"STREAMING"_s});
    QCOMPARE(run.code, 1);
    QVERIFY(run.err.contains("There is no pipeline to wait for."));
}

void TestWatchCommand::refusesToBegin_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such project")
        << QStringList{u"none"_s} << QString() << 1 << QByteArray("none");
    QTest::newRow("no such pipeline")
        << QStringList{guideProject, u"none"_s} << QString() << 1 << QByteArray("none");
    QTest::newRow("wrong secret") << QStringList() << u"wrong"_s << 3 << QByteArray("sign");
    QTest::newRow("wrong usage") << QStringList{u"--metrics"_s, u"example.com:1"_s} << QString()
                                 << 2 << QByteArray("--metrics takes");
}

void TestWatchCommand::refusesToBegin()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, secret);
    QFETCH(const QByteArray, says);
    m_shell.startSandbox();
    if (!secret.isEmpty())
        m_shell.set(u"MAIA_CLIENT_SECRET"_s, secret);
    const Run run = m_shell.run(QStringList{u"watch"_s} + words);
    QTEST(run.code, "code");
    QVERIFY2(run.err.contains(says), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

// Killed like by a power cut, and back at the same place with other states.
void TestWatchCommand::survivesTheServersDeath()
{
    const QTemporaryDir data;
    const QStringList options{u"--data"_s, data.path(),       u"--speed"_s,
                              u"50"_s,     u"--rate-limit"_s, u"0"_s};
    m_shell.startSandbox(options);
    const QString port = QString::number(m_shell.sandbox().url().port());
    QString id;
    {
        Talk talk(m_shell.sandbox());
        id = newPipeline(talk);
    }
    WatchProcess watch(m_shell, {u"--interval"_s, u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.course(id), QStringList{u"found NOT_RUNNING"_s}, 20000);
    m_shell.sandbox().kill();
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"trouble"_s).size(), 1, 20000);
    QCOMPARE(watch.events(u"trouble"_s).constFirst().value("trouble"_L1).toString(), u"network"_s);
    m_shell.startSandbox(options + QStringList{u"--port"_s, port});
    {
        Talk talk(m_shell.sandbox());
        QCOMPARE(talk.post(pathOf(id) + u"/commands"_s, guideFile(u"command-start.json"_s)).status,
                 200);
        QTRY_COMPARE_WITH_TIMEOUT(talk.statusOf(pathOf(id)), u"STREAMING"_s, 20000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"recovered"_s).size(), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(watch.course(id).constLast().endsWith("-> STREAMING"_L1), 20000);
    QCOMPARE(watch.events(u"trouble"_s).size(), 1);
    QCOMPARE(watch.endBy(SIGTERM).code, 0);
}

void TestWatchCommand::survivesExpiredTokens()
{
    m_shell.startSandbox({u"--token-lifetime"_s, u"1"_s, u"--speed"_s, u"3"_s});
    Talk talk(m_shell.sandbox());
    const QString id = newPipeline(talk);
    WatchProcess watch(m_shell, {u"--interval"_s, u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.course(id), QStringList{u"found NOT_RUNNING"_s}, 20000);
    talk.setAuthorization(
        "Bearer " +
        talk.requestToken(talk.goodForm()).json().value("access_token"_L1).toString().toLatin1());
    QCOMPARE(talk.post(pathOf(id) + u"/commands"_s, guideFile(u"command-start.json"_s)).status,
             200);
    QTRY_VERIFY_WITH_TIMEOUT(watch.course(id).constLast().endsWith("-> STREAMING"_L1), 30000);
    QCOMPARE(watch.events(u"trouble"_s).size(), 0);
    QCOMPARE(watch.endBy(SIGTERM).code, 0);
}

// A sign-in page with 200 in place of every status: one line, however many calls.
void TestWatchCommand::tellsOfPagesOnce()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project"_s);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        api.addPipeline(u"p"_s, id, id, id);
    use(api);
    WatchProcess watch(m_shell, {u"--interval"_s, u"1"_s, u"--metrics"_s, u"0"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"found"_s).size(), 3, 20000);
    int pages = 0;
    api.ahead = [&pages](const Seen &seen) -> std::optional<Act> {
        if (!seen.path().endsWith("/status"))
            return std::nullopt;
        ++pages;
        return Act::reply(200, "<!DOCTYPE html><html><title>Sign in</title></html>",
                          {{"Content-Type", "text/html"}});
    };
    QTRY_VERIFY_WITH_TIMEOUT(pages > 6, 30000);
    QCOMPARE(watch.events(u"trouble"_s).size(), 1);
    QCOMPARE(watch.events(u"trouble"_s).constFirst().value("trouble"_L1).toString(),
             u"bad_reply"_s);
    QCOMPARE(watch.events(u"changed"_s).size(), 0);
    api.statuses.insert(u"b"_s, u"STREAMING"_s);
    api.ahead = {};
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"recovered"_s).size(), 1, 30000);
    const QStringList course{u"found NOT_RUNNING"_s, u"NOT_RUNNING -> STREAMING"_s};
    QTRY_COMPARE_WITH_TIMEOUT(watch.course(u"b"_s), course, 20000);
    QCOMPARE(watch.events(u"trouble"_s).size(), 1);
    QCOMPARE(watch.endBy(SIGTERM).code, 0);
}

void TestWatchCommand::tellsOfRefusedCredentials()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"orders"_s, u"r"_s);
    use(api);
    WatchProcess watch(m_shell, {u"--interval"_s, u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"found"_s).size(), 1, 20000);
    api.refusals.insert("/status", 401);
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"trouble"_s).size(), 1, 20000);
    QCOMPARE(watch.events(u"trouble"_s).constFirst().value("trouble"_L1).toString(),
             u"not_signed_in"_s);
    api.refusals.clear();
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"recovered"_s).size(), 1, 30000);
}

void TestWatchCommand::endsWhenNobodyCanRead()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const Run run = m_shell.runPrepared(
        {u"watch"_s}, [] { ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO); });
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("The output is not complete"), run.err.constData());
}

void TestWatchCommand::printsLinesForPeople()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const std::unique_ptr<QProcess> watch = m_shell.start({u"watch"_s, u"Logistics"_s});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += watch->readAllStandardOutput()).count('\n') == 6, 20000);
    QVERIFY2(out.contains("  Logistics  wms-to-gcs  STREAMING  (found)\n"), out.constData());
    watch->terminate();
    const Run run = Shell::finish(*watch);
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.startsWith("Ended after "), run.err.constData());
}

SLUICE_TEST(TestWatchCommand, Core)
#include "tst_watchcommand.moc"
