// SPDX-License-Identifier: Apache-2.0
#include "tests/support/repointcourse.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// One save a pipeline, and none where the references moved meanwhile.
class TestRepointRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesEachOnce();
    void takesOverWhatIsElsewhere();
    void leavesAloneWhatChanged();
    void findsWhatIsThereAlready();
    void stopsBeforeAnythingLeft();
    void stopsAfterTheOneUnderWay();
    void tellsOfManyAtOnce();
    void sendsNoSecret();
};

void TestRepointRun::savesEachOnce()
{
    RepointFixture fixture({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(fixture.isReady());
    QJsonObject expected = fixture.onServer(u"b"_s);
    Course course(fixture);
    const auto reads = fixture.api.server.count("GET", "/dpc/v1/projects/p1/streaming-pipelines/b");
    QVERIFY(course.run());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        QCOMPARE(course.steps.value(id), ItemState::Done);
        QCOMPARE(course.history.value(id), (QList<ItemState>{ItemState::Waiting, ItemState::Reading,
                                                             ItemState::Saving, ItemState::Done}));
        QCOMPARE(fixture.puts(id), 1);
    }
    QCOMPARE(fixture.api.server.count("GET", "/dpc/v1/projects/p1/streaming-pipelines/b"),
             reads + 1);
    QCOMPARE(fixture.onServer(u"b"_s), repointed(expected, {{fixture.shared}, fixture.next}));
    QCOMPARE(fixture.fleet.pipelines()->definition(RepointFixture::key(u"b"_s)),
             fixture.onServer(u"b"_s));
}

void TestRepointRun::takesOverWhatIsElsewhere()
{
    RepointFixture fixture({u"a"_s});
    QVERIFY(fixture.isReady());
    Course course(fixture);
    QJsonObject renamed = fixture.onServer(u"a"_s);
    renamed.insert(u"name"_s, u"renamed"_s);
    fixture.replace(u"a"_s, renamed);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QCOMPARE(fixture.puts(u"a"_s), 1);
    QCOMPARE(fixture.onServer(u"a"_s), repointed(renamed, {{fixture.shared}, fixture.next}));
}

void TestRepointRun::leavesAloneWhatChanged()
{
    RepointFixture fixture({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QVERIFY(fixture.isReady());
    Course course(fixture);
    fixture.put(u"a"_s, "password", awsSecret(u"theirs"_s));
    fixture.put(u"b"_s, "accountKey", fixture.shared); // one more use, that was not reviewed
    fixture.replace(u"c"_s, {});
    QVERIFY(course.run());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        QCOMPARE(course.steps.value(id), ItemState::Failed);
        QCOMPARE(fixture.puts(id), 0);
    }
    QVERIFY(course.texts.value(u"b"_s).contains(u"changed on the server"_s));
    QVERIFY(course.texts.value(u"c"_s).contains(u"not on the server"_s));
    QCOMPARE(course.steps.value(u"d"_s), ItemState::Done);
}

void TestRepointRun::findsWhatIsThereAlready()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    Course course(fixture);
    fixture.put(u"a"_s, "password", fixture.next);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QVERIFY(course.texts.value(u"a"_s).contains(u"nothing was sent"_s));
    QCOMPARE(fixture.puts(u"a"_s), 0);
    QCOMPARE(fixture.puts(u"b"_s), 1);
}

void TestRepointRun::stopsBeforeAnythingLeft()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.fleet.setPolling(false);
    fixture.api.hangs = "streaming-pipelines/a";
    Course course(fixture);
    course.object().start();
    QTRY_COMPARE(course.steps.value(u"a"_s), ItemState::Reading);
    course.object().stop();
    QVERIFY(course.waitForEnd());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::NotSent);
    QCOMPARE(course.steps.value(u"b"_s), ItemState::NotSent);
    QCOMPARE(fixture.api.server.count("PUT"), 0);
    course.object().stop();
    QCOMPARE(course.finishedCount(), 1);
}

void TestRepointRun::stopsAfterTheOneUnderWay()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    Course course(fixture);
    fixture.beforePut = [&course](const QString &) { course.object().stop(); };
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QCOMPARE(course.steps.value(u"b"_s), ItemState::NotSent);
    QCOMPARE(fixture.puts(u"b"_s), 0);
}

void TestRepointRun::tellsOfManyAtOnce()
{
    QStringList all;
    for (int number = 0; number < 50; ++number)
        all.append(u"p%1"_s.arg(number, 2, 10, QLatin1Char('0')));
    RepointFixture fixture(all);
    QVERIFY(fixture.isReady());
    Course course(fixture);
    fixture.beforePut = [&course](const QString &) { course.object().stop(); };
    QVERIFY(course.run());
    QCOMPARE(course.history.size(), 50);
    for (int number = 1; number < 50; ++number)
        QCOMPARE(course.history.value(all.at(number)),
                 (QList{ItemState::Waiting, ItemState::NotSent}));
    // That all wait, the steps of the first one, and that the others are not started.
    QVERIFY2(course.told <= 6, qPrintable(QString::number(course.told)));
}

void TestRepointRun::sendsNoSecret()
{
    RepointFixture fixture({u"a"_s});
    QVERIFY(fixture.isReady());
    const QString key = u"-----BEGIN PRIVATE KEY-----planted"_s;
    Course course(fixture, {{fixture.shared}, awsSecret(key)});
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Failed);
    QVERIFY(!course.texts.value(u"a"_s).contains(u"planted"_s));
    QCOMPARE(fixture.puts(u"a"_s), 0);
}

SLUICE_TEST(TestRepointRun, Core)
#include "tst_repointrun.moc"
