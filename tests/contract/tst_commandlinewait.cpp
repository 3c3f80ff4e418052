// SPDX-License-Identifier: Apache-2.0
// start, stop and status, and how long --wait waits.
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

class TestCommandLineWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startAndStopWithWait();
    void waitRunsOut();
    void waitKeepsItsLimit_data();
    void waitKeepsItsLimit();
    void saysThatTheServerAsksToWait_data();
    void saysThatTheServerAsksToWait();
    void waitsAsLongAsTheServerAsks_data();
    void waitsAsLongAsTheServerAsks();
    void statusOfAnyCase();
    void startWaitsForWhatIsOnItsWay();
    void waitForAState();
    void waitForAStateRunsOut();
    void waitGivesUpWhenItStoppedAgain();
    void eachStateIsSaidOnce();

private:
    void createPipeline();

    Shell m_shell;
};

void TestCommandLineWait::init()
{
    m_shell = Shell();
    m_shell.startSandbox();
}

void TestCommandLineWait::startAndStopWithWait()
{
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    const QStringList place{u"Test-project"_s, u"my-streaming-pipeline"_s};
    QCOMPARE(m_shell.run(QStringList{u"status"_s} + place).out, QByteArray("NOT_RUNNING\n"));
    const Run started = m_shell.run(QStringList{u"start"_s} + place + QStringList{u"--wait"_s});
    QCOMPARE(started.code, 0);
    QCOMPARE(started.out, QByteArray("STREAMING\n"));
    const Run stopped = m_shell.run(QStringList{u"stop"_s} + place + QStringList{u"--wait"_s});
    QCOMPARE(stopped.code, 0);
    QCOMPARE(stopped.out, QByteArray("NOT_RUNNING\n"));
    const Run plain = m_shell.run(QStringList{u"start"_s} + place);
    QCOMPARE(plain.code, 0);
    QCOMPARE(plain.out, QByteArray("Start requested.\n"));
}

void TestCommandLineWait::waitRunsOut()
{
    m_shell.startSandbox({u"--seed"_s, u"guide"_s, u"--speed"_s, u"0.001"_s});
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    const Run started = m_shell.run({u"start"_s, u"Test-project"_s, u"my-streaming-pipeline"_s,
                                     u"--wait"_s, u"--timeout"_s, u"1"_s});
    QCOMPARE(started.code, 7);
    QVERIFY(started.err.contains("STARTING"));
}

void TestCommandLineWait::waitKeepsItsLimit_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("a server that falls silent") << 0;
    QTest::newRow("a server that asks to wait for a minute") << 429;
}

void TestCommandLineWait::waitKeepsItsLimit()
{
    QFETCH(int, status);
    FaultServer server;
    server.setHandler([status](const Seen &seen) {
        if (seen.method == "POST")
            return Act::reply(200);
        return status == 0 ? Act::fault(Act::Kind::Silence)
                           : Act::reply(status, "{}", {{"Retry-After", "60"}});
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    // The client by itself would wait for a minute.
    QElapsedTimer clock;
    clock.start();
    const Run run =
        m_shell.run({u"start"_s, guideProject, guidePipeline, u"--wait"_s, u"--timeout"_s, u"1"_s});
    QVERIFY(clock.elapsed() < 20'000);
    QCOMPARE(run.code, 7);
    QCOMPARE(server.count("POST"), 1);
}

void TestCommandLineWait::saysThatTheServerAsksToWait_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    for (const char *value : {"3600", "86400", "120", "3", "", "soon"})
        QTest::addRow("429, %s", value) << 429 << QByteArray(value);
    for (const char *value : {"60", "3", "2"})
        QTest::addRow("503, %s", value) << 503 << QByteArray(value);
    QTest::newRow("502, 30") << 502 << QByteArray("30");
}

// The command says that it waits, and ends when --timeout is over, however long and often the
// server asks to wait.
void TestCommandLineWait::saysThatTheServerAsksToWait()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    FaultServer server;
    server.setHandler([&](const Seen &) {
        return retryAfter.isEmpty() ? Act::reply(status)
                                    : Act::reply(status, "{}", {{"Retry-After", retryAfter}});
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    QElapsedTimer clock;
    clock.start();
    const Run run = m_shell.run({u"projects"_s, u"--timeout"_s, u"2"_s});
    QVERIFY2(clock.elapsed() < 9'000, run.err.constData());
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("127.0.0.1 asks to wait for "), run.err.constData());
    QVERIFY2(run.err.contains("longer than --timeout (2 s)"), run.err.constData());
}

void TestCommandLineWait::waitsAsLongAsTheServerAsks_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("429") << 429;
    QTest::newRow("503") << 503;
    QTest::newRow("502") << 502;
    QTest::newRow("504") << 504;
}

void TestCommandLineWait::waitsAsLongAsTheServerAsks()
{
    QFETCH(int, status);
    FaultServer server;
    server.then(Act::reply(status, "{}", {{"Retry-After", "1"}}));
    server.setHandler([](const Seen &) { return Act::reply(200, R"({"results":[]})"); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"projects"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(server.seen().size(), 2);
    QVERIFY2(run.err.contains("asks to wait for 1 s"), run.err.constData());
}

void TestCommandLineWait::statusOfAnyCase()
{
    m_shell.startSandbox(
        {u"--seed"_s, u"guide"_s, u"--speed"_s, u"50"_s, u"--status-case"_s, u"lower"_s});
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
    const Run started =
        m_shell.run({u"start"_s, u"Test-project"_s, u"my-streaming-pipeline"_s, u"--wait"_s});
    QCOMPARE(started.code, 0);
    QCOMPARE(started.out, QByteArray("streaming\n"));
}

void TestCommandLineWait::createPipeline()
{
    QCOMPARE(
        m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")}).code,
        0);
}

void TestCommandLineWait::startWaitsForWhatIsOnItsWay()
{
    createPipeline();
    const QStringList place{u"Test-project"_s, u"my-streaming-pipeline"_s};
    const QStringList wait{u"--wait"_s};
    QCOMPARE(m_shell.run(QStringList{u"start"_s} + place).code, 0);
    const Run again = m_shell.run(QStringList{u"start"_s} + place + wait);
    QVERIFY2(again.code == 0, again.err.constData());
    QCOMPARE(again.out, QByteArray("STREAMING\n"));
    const Run there = m_shell.run(QStringList{u"start"_s} + place + wait);
    QVERIFY2(there.code == 0, there.err.constData());
    QCOMPARE(m_shell.run(QStringList{u"stop"_s} + place).code, 0);
    const Run stopped = m_shell.run(QStringList{u"stop"_s} + place + wait);
    QVERIFY2(stopped.code == 0, stopped.err.constData());
    QCOMPARE(stopped.out, QByteArray("NOT_RUNNING\n"));
    // Without --wait what is so already is still refused.
    QCOMPARE(m_shell.run(QStringList{u"stop"_s} + place).code, 1);
}

void TestCommandLineWait::waitForAState()
{
    createPipeline();
    const QStringList place{u"Test-project"_s, u"my-streaming-pipeline"_s};
    const auto waiting =
        m_shell.start(QStringList{u"wait"_s} + place + QStringList{u"streaming"_s});
    QVERIFY(waiting->waitForStarted());
    QCOMPARE(m_shell.run(QStringList{u"start"_s} + place).code, 0);
    const Run run = Shell::finish(*waiting);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, QByteArray("STREAMING\n"));
}

void TestCommandLineWait::waitForAStateRunsOut()
{
    createPipeline();
    const QStringList words{u"wait"_s,      u"Test-project"_s, u"my-streaming-pipeline"_s,
                            u"STREAMING"_s, u"--timeout"_s,    u"1"_s};
    const Run run = m_shell.run(words);
    QCOMPARE(run.code, 7);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains("The last status is NOT_RUNNING."), run.err.constData());
    const Run json = m_shell.run(words + QStringList{u"--json"_s, u"-q"_s});
    QCOMPARE(json.code, 7);
    QVERIFY2(json.err.contains("\"kind\": \"time_ran_out\""), json.err.constData());
}

void TestCommandLineWait::waitGivesUpWhenItStoppedAgain()
{
    FaultServer server;
    server.then(Act::reply(200, R"({"status":"STARTING"})"));
    server.setHandler([](const Seen &) { return Act::reply(200, R"({"status":"NOT_RUNNING"})"); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"wait"_s, guideProject, guidePipeline, u"STREAMING"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("started and stopped again"), run.err.constData());
}

// Of those on the way, once on stderr; the goal, once on stdout.
void TestCommandLineWait::eachStateIsSaidOnce()
{
    FaultServer server;
    for (const char *status : {"STARTING", "STARTING", "SNAPSHOTTING"})
        server.then(Act::reply(200, QByteArray(R"({"status":")") + status + R"("})"));
    server.setHandler([](const Seen &) { return Act::reply(200, R"({"status":"STREAMING"})"); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"wait"_s, guideProject, guidePipeline, u"STREAMING"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QByteArray("STARTING\nSNAPSHOTTING\n"));
    QCOMPARE(run.out, QByteArray("STREAMING\n"));
}

SLUICE_TEST(TestCommandLineWait, Core)
#include "tst_commandlinewait.moc"
