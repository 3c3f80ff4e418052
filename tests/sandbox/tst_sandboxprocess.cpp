// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The program as a process: its options, its ready line and its ends.
class TestSandboxProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOneReadyLine();
    void helpsAndTellsItsVersion();
    void refusesBadOptions_data();
    void refusesBadOptions();
    void listensOnThePort();
    void refusesAPortInUse();
    void endsOnSignals_data();
    void endsOnSignals();
    void endsWithIdleConnections();
    void endsSoonWhateverClientsDo_data();
    void endsSoonWhateverClientsDo();
    void keepsItsFilesToTheUser();
    void endsWithItsParent();
    void refusesAFolderInUse();
    void waitsBeforeItAnswers();
};

namespace {

constexpr int talkPatience = 20000; // ms
constexpr QFileDevice::Permissions forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                               QFileDevice::ReadOther | QFileDevice::WriteOther;

struct Run {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Run runToEnd(const QStringList &options)
{
    QProcess process;
    process.start(SandboxProcess::program(), options);
    if (!process.waitForFinished(talkPatience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

// Starts the program and reads the ready line.
QByteArray startReady(QProcess &process, const QStringList &options)
{
    process.start(SandboxProcess::program(), options);
    while (!process.canReadLine() && process.waitForReadyRead(talkPatience)) {
    }
    return process.readLine();
}

} // namespace

void TestSandboxProcess::printsOneReadyLine()
{
    QProcess process;
    const QByteArray line = startReady(process, {});
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    QCOMPARE(ready.keys(),
             QStringList({u"clientId"_s, u"clientSecret"_s, u"tokenUrl"_s, u"url"_s}));
    const QUrl url(ready.value("url"_L1).toString());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(url.path(), u"/dpc"_s);
    QVERIFY(url.port() > 0);
    const QUrl tokenUrl(ready.value("tokenUrl"_L1).toString());
    QCOMPARE(tokenUrl.path(), u"/oauth/dpc/token"_s);
    QCOMPARE(tokenUrl.port(), url.port());
    QVERIFY(!ready.value("clientId"_L1).toString().isEmpty());
    QVERIFY(ready.value("clientSecret"_L1).toString().size() >= 32);
    process.terminate();
    QVERIFY(process.waitForFinished(talkPatience));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSandboxProcess::helpsAndTellsItsVersion()
{
    const Run help = runToEnd({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    for (const char *option : {"--port", "--data", "--seed", "--rate-limit", "--token-lifetime",
                               "--latency", "--speed", "--status-case", "--with-parent"})
        QVERIFY2(help.output.contains(option), option);
    const Run version = runToEnd({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QCOMPARE(version.output, QByteArray("sluice-sandbox " SLUICE_VERSION "\n"));
}

void TestSandboxProcess::refusesBadOptions_data()
{
    QTest::addColumn<QStringList>("options");
    const QStringList lines{u"--port 65536"_s,
                            u"--port x"_s,
                            u"--seed none"_s,
                            u"--seed -1"_s,
                            u"--rate-limit -1"_s,
                            u"--token-lifetime 0"_s,
                            u"--latency -5"_s,
                            u"--speed 0"_s,
                            u"--speed nan"_s,
                            u"--status-case Upper"_s,
                            u"--colour red"_s,
                            u"--port"_s,
                            u"extra"_s,
                            u"--data="_s,
                            u"--snapshots never"_s,
                            u"--unrest 9"_s,
                            u"--unrest -1"_s,
                            u"--audit maybe"_s,
                            u"--log="_s};
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line.split(u' ');
}

void TestSandboxProcess::refusesBadOptions()
{
    QFETCH(const QStringList, options);
    const Run run = runToEnd(options);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QByteArray());
    const QString option = options.constFirst().section(u'=', 0, 0);
    QVERIFY2(run.errors.contains(option.mid(2).toUtf8()), run.errors.constData());
}

void TestSandboxProcess::listensOnThePort()
{
    int port = 0;
    {
        const SandboxProcess first;
        port = first.url().port();
    }
    const SandboxProcess second({u"--port"_s, QString::number(port)});
    QVERIFY(second.isReady());
    QCOMPARE(second.url().port(), port);
}

void TestSandboxProcess::refusesAPortInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    // Two sandboxes could share a port with SO_REUSEPORT.
    const SandboxProcess sandbox;
    for (const int port : {int(other.serverPort()), sandbox.url().port()}) {
        const Run run = runToEnd({u"--port"_s, QString::number(port)});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.output, QByteArray());
        QVERIFY2(run.errors.contains("taken"), run.errors.constData());
    }
}

void TestSandboxProcess::endsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSandboxProcess::endsOnSignals()
{
    QFETCH(const int, signal);
    QProcess process;
    QVERIFY(!startReady(process, {}).isEmpty());
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(talkPatience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSandboxProcess::endsWithIdleConnections()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    QCOMPARE(talk.get(u"/v1/projects"_s).status, 200); // leaves a connection open
    QVERIFY(sandbox.terminate());                      // does not wait until the client closes it
}

// The end waits neither for an answer that is held back, nor for a client that does not read, sends
// nothing or stops in the middle of a request.
void TestSandboxProcess::endsSoonWhateverClientsDo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    const QByteArray get = "GET /dpc/v1/projects HTTP/1.1\r\nHost: x\r\n\r\n";
    QTest::newRow("idle") << QStringList() << QByteArray();
    QTest::newRow("half a head") << QStringList() << get.left(20);
    QTest::newRow("half a body")
        << QStringList()
        << QByteArray("POST /oauth/dpc/token HTTP/1.1\r\nContent-Length: 500\r\n\r\ngrant");
    QTest::newRow("held back") << QStringList{u"--latency"_s, u"600000"_s} << get;
    QTest::newRow("reads nothing") << QStringList{u"--seed"_s, u"5000"_s} << get.repeated(5000);
}

void TestSandboxProcess::endsSoonWhateverClientsDo()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, said);
    SandboxProcess sandbox(options);
    QVERIFY(sandbox.isReady());
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 20; ++i) {
        auto &client = clients.emplace_back(std::make_unique<QTcpSocket>());
        client->setReadBufferSize(1);
        client->connectToHost(sandbox.url().host(), quint16(sandbox.url().port()));
        QVERIFY(client->waitForConnected());
        client->write(said);
        client->flush();
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(sandbox.terminate());
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestSandboxProcess::keepsItsFilesToTheUser()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"data"_s);
    {
        const SandboxProcess sandbox({u"--data"_s, folder});
        QVERIFY(sandbox.isReady());
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions() & forOthers), qPrintable(file.filePath()));
        QVERIFY(!(QFileInfo(folder).permissions() & forOthers));
    }
    // Also closes a file that an older version left open to all.
    const QString database = folder + u"/sandbox.sqlite"_s;
    QVERIFY(QFile::setPermissions(database, QFile::permissions(database) | forOthers));
    const SandboxProcess sandbox({u"--data"_s, folder});
    QVERIFY(sandbox.isReady());
    QVERIFY(!(QFile::permissions(database) & forOthers));
}

void TestSandboxProcess::endsWithItsParent()
{
    QProcess process;
    QVERIFY(!startReady(process, {u"--with-parent"_s}).isEmpty());
    process.write("what is written does not matter\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(talkPatience));
    QCOMPARE(process.exitCode(), 0);

    QProcess independent;
    QVERIFY(!startReady(independent, {}).isEmpty());
    independent.closeWriteChannel();
    QVERIFY(!independent.waitForFinished(300));
    independent.terminate();
    QVERIFY(independent.waitForFinished(talkPatience));
}

void TestSandboxProcess::refusesAFolderInUse()
{
    const QTemporaryDir folder;
    const SandboxProcess first({u"--data"_s, folder.path()});
    QVERIFY(first.isReady());
    const Run second = runToEnd({u"--data"_s, folder.path()});
    QCOMPARE(second.exitCode, 1);
    QVERIFY(second.errors.startsWith("sluice-sandbox:"));
    QCOMPARE(runToEnd({u"--data"_s, u"/proc/none"_s}).exitCode, 1);
}

void TestSandboxProcess::waitsBeforeItAnswers()
{
    SandboxProcess sandbox({u"--latency"_s, u"150"_s});
    Talk talk(sandbox);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(talk.get(u"/v1/projects"_s).status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

SLUICE_TEST(TestSandboxProcess, Core)
#include "tst_sandboxprocess.moc"
