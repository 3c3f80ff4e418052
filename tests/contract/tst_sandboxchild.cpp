// SPDX-License-Identifier: Apache-2.0
// The sandbox as a child of the window: it starts, ends, and blocks nobody.
#include "app/sandboxchild.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int patience = 20'000; // ms

bool isAlive(pid_t pid)
{
    return ::kill(pid, 0) == 0;
}

// The newest child of this process. 0: there is none.
pid_t newestChild()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().simplified().split(' ').constLast().toInt();
}

} // namespace

class TestSandboxChild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopDoesNotWait();
    void aStubbornOneIsKilledAtTheEnd();
    void anEndByItselfIsTold();
    void itsEnvironmentHoldsNoSecrets();

private:
    static pid_t startReady(SandboxChild &child)
    {
        QSignalSpy ready(&child, &SandboxChild::ready);
        child.start(u"guide"_s);
        return ready.wait(patience) ? newestChild() : 0;
    }
};

void TestSandboxChild::stopDoesNotWait()
{
    SandboxChild child;
    QSignalSpy failed(&child, &SandboxChild::failed);
    const pid_t first = startReady(child);
    QVERIFY(first > 0);
    // A stopped process cannot react to the request to end.
    QCOMPARE(::kill(first, SIGSTOP), 0);
    child.stop();
    QVERIFY(isAlive(first)); // stop() did not wait for its end
    QVERIFY(!child.isRunning());

    // Another one can be started meanwhile, and the first one still ends.
    const pid_t second = startReady(child);
    QVERIFY(second > 0 && second != first);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(first), patience);
    QVERIFY(isAlive(second));
    child.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(second), patience);
    QCOMPARE(failed.size(), 0);
}

void TestSandboxChild::aStubbornOneIsKilledAtTheEnd()
{
    auto child = std::make_unique<SandboxChild>();
    const pid_t pid = startReady(*child);
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    child.reset();
    QVERIFY(!isAlive(pid));
}

void TestSandboxChild::anEndByItselfIsTold()
{
    SandboxChild child;
    QSignalSpy failed(&child, &SandboxChild::failed);
    const pid_t pid = startReady(child);
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGKILL), 0);
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(u"ended"));
    QVERIFY(!child.isRunning());
}

// Nothing private in the environment reaches the sandbox.
void TestSandboxChild::itsEnvironmentHoldsNoSecrets()
{
    const QList<QByteArray> names{"MAIA_TOKEN",         "MAIA_CLIENT_ID",  "MAIA_CLIENT_SECRET",
                                  "MAIA_ACCOUNT_ID",    "MATILLION_TOKEN", "AWS_SECRET_ACCESS_KEY",
                                  "SNOWFLAKE_PASSWORD", "SSH_AUTH_SOCK",   "HTTPS_PROXY",
                                  "https_proxy",        "GITHUB_TOKEN"};
    for (const QByteArray &name : names)
        qputenv(name.constData(), "planted-" + name);
    SandboxChild child;
    const pid_t pid = startReady(child);
    QVERIFY(pid > 0);
    QFile file(u"/proc/%1/environ"_s.arg(pid));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray environment = file.readAll();
    for (const QByteArray &name : names)
        qunsetenv(name.constData());
    QVERIFY2(!environment.contains("planted"), environment.constData());
    QVERIFY(environment.contains("PATH="));
}

SLUICE_TEST(TestSandboxChild, Core)
#include "tst_sandboxchild.moc"
