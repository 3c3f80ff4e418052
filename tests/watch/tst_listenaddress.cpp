// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/listenaddress.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Where metrics may be served, and how that is written.
class TestListenAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void belongsToWatch();
};

void TestListenAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("9464", "127.0.0.1:9464");
    row("0", "127.0.0.1:0");
    row(":9464", "127.0.0.1:9464");
    row("localhost:9464", "127.0.0.1:9464");
    row("LOCALHOST:1", "127.0.0.1:1");
    row("127.0.0.1:9464", "127.0.0.1:9464");
    row("[::1]:9464", "[::1]:9464");
    row("0.0.0.0:9464", "0.0.0.0:9464");
    row("[::]:9464", "[::]:9464");
    row("192.168.1.5:65535", "192.168.1.5:65535");
}

void TestListenAddress::reads()
{
    QFETCH(const QString, text);
    const ListenAddress address = ListenAddress::from(text);
    QCOMPARE(address.problem, QString());
    QTEST(ListenAddress::textOf(address.host, address.port), "expected");
}

void TestListenAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "x", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
                             "127.0.0.1:-1", "monitoring.example.com:9464", "*:9464", "::1:9464",
                             "[127.0.0.1]:9464", "[::1:9464", "http://127.0.0.1:9464"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestListenAddress::refuses()
{
    QFETCH(const QString, text);
    QVERIFY2(ListenAddress::from(text).problem.startsWith("--metrics takes"_L1),
             qPrintable(ListenAddress::from(text).problem));
}

void TestListenAddress::belongsToWatch()
{
    const auto problem = [](const QString &line) {
        return parseArguments(line.split(u' ')).problem;
    };
    QCOMPARE(problem(u"watch --region eu1 --metrics 9464 --until not-running"_s), QString());
    QCOMPARE(problem(u"watch p q --region eu1 --interval 5 --json"_s), QString());
    QVERIFY(problem(u"watch --region eu1 --metrics host:1"_s).contains("--metrics takes"_L1));
    QVERIFY(problem(u"watch --region eu1 --interval 0"_s).contains("--interval needs"_L1));
    QVERIFY(problem(u"watch --region eu1 --interval 3601"_s).contains("--interval needs"_L1));
    QVERIFY(problem(u"watch --region eu1 --until RUNNING"_s).contains("--until takes"_L1));
    QVERIFY(problem(u"watch --region eu1 --output yaml"_s).contains("does not go with watch"_L1));
    QVERIFY(problem(u"status p --region eu1 --metrics 1"_s).contains("goes with watch only"_L1));
}

SLUICE_TEST(TestListenAddress, Core)
#include "tst_listenaddress.moc"
