// SPDX-License-Identifier: Apache-2.0
// What the program says, and with which exit code, when it is used wrongly or refused.
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

namespace {

const QString pipeline = u"50ead6b2-5d1a-40c7-bb50-0d17c8fb23c3"_s;

} // namespace

class TestCommandLineRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void fileThatIsNoJson();
    void missingCredentials();
    void wrongCredentials();
    void token();
    void unknownAndAmbiguousNames();
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

void TestCommandLineRefusals::missingCredentials()
{
    m_shell.unset(u"MAIA_CLIENT_SECRET"_s);
    const Run result = m_shell.run({u"projects"_s});
    QCOMPARE(result.code, 3);
    QVERIFY(result.err.contains("MAIA_CLIENT_SECRET"));
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
        QCOMPARE(
            m_shell.run({u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")})
                .code,
            0);
    }
    const Run ambiguous = m_shell.run({u"delete"_s, u"Test-project"_s, u"my-streaming-pipeline"_s});
    QCOMPARE(ambiguous.code, 1);
    QVERIFY(ambiguous.err.contains("more than one"));
    QCOMPARE(m_shell.run({u"pipelines"_s, u"Test-project"_s}).out.count('\n'), 3);
}

void TestCommandLineRefusals::serverGone()
{
    m_shell.sandbox().terminate();
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    const Run result = m_shell.run({u"delete"_s, guideProject, pipeline});
    // The connection was refused: it is known that nothing was done.
    QCOMPARE(result.code, 1);
}

void TestCommandLineRefusals::outcomeUnknown()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Close); });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"start"_s, guideProject, pipeline});
    QCOMPARE(run.code, 4);
    QCOMPARE(server.seen().size(), 1);
}

QTEST_GUILESS_MAIN(TestCommandLineRefusals)
#include "tst_commandlinerefusals.moc"
