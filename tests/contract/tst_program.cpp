// SPDX-License-Identifier: Apache-2.0
// The window program as a whole: its sandbox child, its picture, its end.
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// Process ids whose parent is this one.
QList<qint64> childrenOf(qint64 pid)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(pid));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> words = file.readAll().simplified().split(' ');
        for (const QByteArray &word : words) {
            if (!word.isEmpty())
                children += word.toLongLong();
        }
    }
    return children;
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picture_data();
    void picture();
    void sandboxEndsWithAKilledProgram();
    void noPictureIsGivenUp_data();
    void noPictureIsGivenUp();
    void wrongUsage_data();
    void wrongUsage();
    void needsADisplay();
    void aValueIsNoCommand();
    void commandsLoadNoPlatform();
    void withQtsOwnOptions();

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    const QString m_program = QStringLiteral(SLUICE_BIN_DIR "/sluice");
};

void TestProgram::init()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
}

void TestProgram::picture_data()
{
    QTest::addColumn<QString>("seed");
    QTest::newRow("a small company") << u"demo"_s;
    QTest::newRow("an account without pipelines") << u"guide"_s;
}

void TestProgram::picture()
{
    QFETCH(QString, seed);
    const QString file = m_home.filePath(seed + u".png"_s);
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program, {u"--sandbox"_s, u"--seed"_s, seed, u"--screenshot"_s, file});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(QImage(file).width() > 600);
}

void TestProgram::sandboxEndsWithAKilledProgram()
{
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program, {u"--sandbox"_s});
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(!childrenOf(program.processId()).isEmpty(), 20'000);
    const qint64 sandbox = childrenOf(program.processId()).constFirst();
    QVERIFY(isAlive(sandbox));
    program.kill();
    QVERIFY(program.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(sandbox), 20'000);
}

void TestProgram::noPictureIsGivenUp_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::newRow("no account") << QStringList() << 0;
    const QStringList url{u"--url"_s};
    QTest::newRow("the account refuses") << url << 403;
    QTest::newRow("the account never answers") << url + QStringList{u"--timeout"_s, u"1"_s} << -1;
    QTest::newRow("no sandbox") << QStringList{u"--sandbox"_s, u"--seed"_s, u"-1"_s} << 0;
}

void TestProgram::noPictureIsGivenUp()
{
    QFETCH(QStringList, words);
    QFETCH(int, status);
    Sluice::Test::FaultServer server;
    using Sluice::Test::Act;
    server.setHandler([status](const Sluice::Test::Seen &) {
        return status < 0 ? Act::fault(Act::Kind::Silence) : Act::reply(status);
    });
    if (words.contains(u"--url"_s))
        words.insert(1, server.url().toString());
    m_environment.insert(u"MAIA_TOKEN"_s, u"any"_s);
    const QString file = m_home.filePath(u"none.png"_s);
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program, words + QStringList{u"--screenshot"_s, file});
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 60'000);
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(!program.readAllStandardError().isEmpty());
    QVERIFY(!QFile::exists(file));
}

void TestProgram::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no such command") << QStringList{u"nonsense"_s};
    QTest::newRow("no such option") << QStringList{u"--nonsense"_s};
    QTest::newRow("no such theme") << QStringList{u"--theme"_s, u"pink"_s};
    QTest::newRow("no such seed") << QStringList{u"--sandbox"_s, u"--seed"_s, u"much"_s};
    QTest::newRow("two accounts") << QStringList{u"--sandbox"_s, u"--region"_s, u"eu1"_s};
}

void TestProgram::wrongUsage()
{
    QFETCH(QStringList, words);
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program, words);
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(!program.readAllStandardError().isEmpty());
}

void TestProgram::needsADisplay()
{
    m_environment.remove(u"QT_QPA_PLATFORM"_s);
    m_environment.remove(u"DISPLAY"_s);
    m_environment.remove(u"WAYLAND_DISPLAY"_s);
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program, {u"--sandbox"_s});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
}

// A picture that is called like a command.
void TestProgram::aValueIsNoCommand()
{
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.setWorkingDirectory(m_home.path());
    program.start(m_program, {u"--sandbox"_s, u"--screenshot"_s, u"status"_s});
    QVERIFY(program.waitForFinished(60'000));
    const QByteArray said = program.readAllStandardError();
    // No ending, no kind of picture: the window says so, and no command runs.
    QCOMPARE(program.exitCode(), 1);
    QVERIFY2(said.contains("status cannot be written"), said.constData());
}

void TestProgram::commandsLoadNoPlatform()
{
    m_environment.remove(u"DISPLAY"_s);
    m_environment.remove(u"WAYLAND_DISPLAY"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"no-such-platform"_s); // would end the program
    for (const QStringList &words :
         {QStringList{u"help"_s}, QStringList{u"help"_s, u"status"_s}, QStringList{u"--help"_s},
          QStringList{u"version"_s}, QStringList{u"-V"_s},
          QStringList{u"completion"_s, u"zsh"_s}}) {
        QProcess program;
        program.setProcessEnvironment(m_environment);
        program.start(m_program, words);
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
        QVERIFY(!program.readAllStandardOutput().isEmpty());
    }
}

void TestProgram::withQtsOwnOptions()
{
    const QString file = m_home.filePath(u"own.png"_s);
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(m_program,
                  {u"-reverse"_s, u"-style"_s, u"fusion"_s, u"-session"_s, u"10c3_1699_7"_s,
                   u"-platform"_s, u"offscreen"_s, u"--sandbox"_s, u"--screenshot"_s, file});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(QImage(file).width() > 600);
}

SLUICE_TEST(TestProgram, Widgets)
#include "tst_program.moc"
