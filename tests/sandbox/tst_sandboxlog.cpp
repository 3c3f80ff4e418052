// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sandboxlog.h"
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The log of the transitions: complete, in order, with the true times and causes.
class TestSandboxLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsACourseOfCommands();
    void tellsWhatNobodyAskedFor();
    void tellsOfLostRunners();
    void isCompleteAtTheEnd();
    void refusesAFileThatCannotBeWritten();

private:
    QStringList options(const QStringList &more) const
    {
        return QStringList{u"--log"_s, m_file, u"--rate-limit"_s, u"0"_s} + more;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSandboxLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"log.jsonl"_s);
}

void TestSandboxLog::tellsACourseOfCommands()
{
    SandboxProcess sandbox(options({u"--speed"_s, u"20"_s}));
    Talk talk(sandbox);
    const QString id = talk.post(guidePipelines, guideFile(u"create-request.json"_s))
                           .json()
                           .value("streamingPipelineId"_L1)
                           .toString();
    const QString path = guidePipelines + u'/' + id;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(talk.post(path + u"/commands"_s, guideFile(u"command-start.json"_s)).status, 200);
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QTRY_COMPARE_WITH_TIMEOUT(talk.statusOf(path), u"STREAMING"_s, 20000);
    QCOMPARE(talk.post(path + u"/commands"_s, guideFile(u"command-stop.json"_s)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(talk.statusOf(path), u"NOT_RUNNING"_s, 20000);
    QCOMPARE(talk.remove(path).status, 204);
    QVERIFY(sandbox.terminate());
    const QList<LoggedTransition> log = readSandboxLog(m_file);
    QCOMPARE(coursesIn(log).value(id),
             QStringList({u"-> NOT_RUNNING created"_s, u"NOT_RUNNING -> STARTING command"_s,
                          u"STARTING -> SNAPSHOTTING course"_s,
                          u"SNAPSHOTTING -> STREAMING course"_s, u"STREAMING -> STOPPING command"_s,
                          u"STOPPING -> NOT_RUNNING course"_s, u"NOT_RUNNING -> deleted"_s}));
    QVERIFY(isInOrder(log));
    QVERIFY(log.at(1).at >= before && log.at(1).at <= after);
    QCOMPARE(log.at(1).name, u"my-streaming-pipeline"_s);
}

void TestSandboxLog::tellsWhatNobodyAskedFor()
{
    SandboxProcess sandbox(
        options({u"--seed"_s, u"20"_s, u"--unrest"_s, u"10"_s, u"--speed"_s, u"50"_s}));
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    // Nobody asks for any status: the log learns of it all the same.
    QTRY_VERIFY_WITH_TIMEOUT(readSandboxLog(m_file).size() > 100, 20000);
    QVERIFY(sandbox.terminate());
    const QList<LoggedTransition> log = readSandboxLog(m_file);
    QVERIFY(isInOrder(log));
    QVERIFY(isUnbroken(log));
    QSet<QString> causes;
    for (const LoggedTransition &each : log)
        causes.insert(each.cause);
    QCOMPARE(causes, QSet<QString>({u"begin"_s, u"by_itself"_s, u"somebody_else"_s, u"course"_s,
                                    u"runner"_s}));
}

void TestSandboxLog::tellsOfLostRunners()
{
    SandboxProcess sandbox(options({u"--seed"_s, u"2"_s, u"--speed"_s, u"20"_s}));
    Talk talk(sandbox);
    const QString runner =
        talk.get(u"/v1/agents"_s).json().value("results"_L1)[0]["agentId"_L1].toString();
    QCOMPARE(
        talk.post(u"/v1/agents/%1/commands"_s.arg(runner), {{u"command"_s, u"RESTART"_s}}).status,
        202);
    QTRY_COMPARE_WITH_TIMEOUT(readSandboxLog(m_file).size(), 4, 20000);
    QVERIFY(sandbox.terminate());
    const QList<LoggedTransition> log = readSandboxLog(m_file);
    const QStringList course = coursesIn(log).value(log.constLast().pipeline);
    QCOMPARE(course, QStringList({u"-> STREAMING begin"_s, u"STREAMING -> UNKNOWN runner"_s,
                                  u"UNKNOWN -> STREAMING runner"_s}));
    QCOMPARE(log.at(3).at - log.at(2).at, 250); // five seconds, twenty times as fast
}

// The last look is older than the last command. The end of the server looks once more.
void TestSandboxLog::isCompleteAtTheEnd()
{
    SandboxProcess sandbox(options({}));
    Talk talk(sandbox);
    const QString id = talk.post(guidePipelines, guideFile(u"create-request.json"_s))
                           .json()
                           .value("streamingPipelineId"_L1)
                           .toString();
    const QString commands = guidePipelines + u'/' + id + u"/commands"_s;
    QCOMPARE(talk.post(commands, guideFile(u"command-start.json"_s)).status, 200);
    QVERIFY(sandbox.terminate());
    QCOMPARE(coursesIn(readSandboxLog(m_file)).value(id),
             QStringList({u"-> NOT_RUNNING created"_s, u"NOT_RUNNING -> STARTING command"_s}));
}

void TestSandboxLog::refusesAFileThatCannotBeWritten()
{
    SandboxProcess sandbox({u"--log"_s, m_folder->filePath(u"none/log.jsonl"_s)});
    QVERIFY(!sandbox.isReady());
    QVERIFY(sandbox.errorOutput().contains("cannot write the log"_L1));
}

SLUICE_TEST(TestSandboxLog, Core)
#include "tst_sandboxlog.moc"
