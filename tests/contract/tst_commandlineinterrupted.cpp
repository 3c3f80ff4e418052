// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM in the middle of a verb.
#include "models/json/jsontext.h"
#include "tests/contract/brokenproject.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;
using Does = BrokenProject::Does;

class TestCommandLineInterrupted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inTheMiddleOfAWrite_data();
    void inTheMiddleOfAWrite();
    void whileItLooks();
    void aRunTellsWhatItDid();
    void whileItWaits();
    void beforeAnyWrite();
    void twice();

private:
    QStringList wordsOf(const QString &verb) const;
    void use(BrokenProject &project);

    std::unique_ptr<QTemporaryDir> m_folder;
    Shell m_shell;
};

void TestCommandLineInterrupted::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_shell = Shell();
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        QFile file(m_folder->filePath(name + u".json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(jsonText(definition(name)));
    }
}

QStringList TestCommandLineInterrupted::wordsOf(const QString &verb) const
{
    if (verb == u"create")
        return {verb, guideProject, m_folder->filePath(u"a.json"_s)};
    if (verb == u"update")
        return {verb, guideProject, guidePipeline, m_folder->filePath(u"a.json"_s)};
    if (verb == u"apply")
        return {verb, guideProject, m_folder->path(), u"--yes"_s};
    if (verb == u"delete")
        return {verb, guideProject, guidePipeline, u"--yes"_s};
    return {verb, guideProject, guidePipeline};
}

void TestCommandLineInterrupted::use(BrokenProject &project)
{
    project.put(guidePipeline, definition(u"orders"_s));
    m_shell.setPlace({u"--url"_s, project.server().url().toString()});
}

void TestCommandLineInterrupted::inTheMiddleOfAWrite_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("signal");
    for (const QString &verb :
         {u"create"_s, u"update"_s, u"delete"_s, u"start"_s, u"stop"_s, u"apply"_s}) {
        QTest::addRow("%s, Ctrl-C", qPrintable(verb)) << verb << SIGINT;
        QTest::addRow("%s, SIGTERM", qPrintable(verb)) << verb << SIGTERM;
        QTest::addRow("%s, terminal closed", qPrintable(verb)) << verb << SIGHUP;
    }
}

void TestCommandLineInterrupted::inTheMiddleOfAWrite()
{
    QFETCH(QString, verb);
    QFETCH(int, signal);
    BrokenProject project(Act::fault(Act::Kind::Silence), Does::All);
    use(project);
    const auto process = m_shell.start(wordsOf(verb));
    QTRY_COMPARE_WITH_TIMEOUT(project.writes(), 1, 20'000);
    ::kill(pid_t(process->processId()), signal);
    const Run run = Shell::finish(*process);
    QCOMPARE(run.code, 4);
    QVERIFY2(run.err.contains("Interrupted. It is not known whether "), run.err.constData());
    QCOMPARE(project.writes(), 1);
}

void TestCommandLineInterrupted::whileItLooks()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "POST" ? Act::reply(500) : Act::fault(Act::Kind::Silence);
    });
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const auto process = m_shell.start(wordsOf(u"start"_s));
    QTRY_COMPARE_WITH_TIMEOUT(server.count("GET"), 1, 20'000);
    process->terminate();
    const Run run = Shell::finish(*process);
    QCOMPARE(run.code, 4);
    QVERIFY2(run.err.contains("not known"), run.err.constData());
}

void TestCommandLineInterrupted::aRunTellsWhatItDid()
{
    QJsonObject created = definition(u"a"_s);
    created[u"streamingPipelineId"] = u"1"_s;
    BrokenProject project(Act::reply(201, jsonText(created)), Does::All);
    use(project);
    FaultServer &server = project.server();
    server.then(Act::reply(200, R"({"results":[]})")); // to work out the differences
    server.then(Act::reply(200, R"({"results":[]})")); // right before the first write
    server.then(Act::reply(201, jsonText(created)));
    server.then(Act::fault(Act::Kind::Silence)); // right before the second write
    const auto process = m_shell.start(wordsOf(u"apply"_s) + QStringList{u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server.count("GET"), 3, 20'000);
    process->terminate();
    const Run run = Shell::finish(*process);
    QCOMPARE(run.code, 1); // it is known that nothing more was sent
    QStringList results;
    const QJsonArray all = list(run.out);
    for (const QJsonValue &item : all)
        results += item[u"result"].toString();
    QCOMPARE(results, (QStringList{u"created"_s, u"failed"_s, u"notSent"_s}));
    QVERIFY2(run.err.contains("Interrupted."), run.err.constData());
    QCOMPARE(server.count("POST"), 1);
}

void TestCommandLineInterrupted::whileItWaits()
{
    BrokenProject project(Act::reply(200, {}), Does::Nothing);
    use(project);
    const auto process = m_shell.start(wordsOf(u"start"_s) + QStringList{u"--wait"_s});
    QTRY_VERIFY_WITH_TIMEOUT(project.server().count("GET") >= 1, 20'000);
    process->terminate();
    const Run run = Shell::finish(*process);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("The command itself was received."), run.err.constData());
    QVERIFY2(run.err.contains("Interrupted."), run.err.constData());
}

// Before any write the program ends like any other one.
void TestCommandLineInterrupted::beforeAnyWrite()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Silence); });
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const auto process = m_shell.start({u"projects"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server.count("GET"), 1, 20'000);
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);
    QCOMPARE(process->exitCode(), SIGTERM);
}

// A second signal ends the program at once.
void TestCommandLineInterrupted::twice()
{
    BrokenProject project(Act::fault(Act::Kind::Silence), Does::All);
    use(project);
    const auto process = m_shell.start(wordsOf(u"create"_s));
    QTRY_COMPARE_WITH_TIMEOUT(project.writes(), 1, 20'000);
    ::kill(pid_t(process->processId()), SIGSTOP);
    ::kill(pid_t(process->processId()), SIGINT);
    ::kill(pid_t(process->processId()), SIGTERM);
    ::kill(pid_t(process->processId()), SIGCONT);
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(project.writes(), 1);
    QVERIFY(process->exitStatus() == QProcess::CrashExit || process->exitCode() == 4);
}

SLUICE_TEST(TestCommandLineInterrupted, Core)
#include "tst_commandlineinterrupted.moc"
