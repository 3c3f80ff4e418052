// SPDX-License-Identifier: Apache-2.0
#include "tests/support/repointcourse.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What a run does when the server refuses, or does not answer.
class TestRepointFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfterARefusal_data();
    void goesOnAfterARefusal();
    void waitsWhenToldTo();
    void givesUpWhenToldToOftenEnough();
    void looksWhenTheAnswerIsLost_data();
    void looksWhenTheAnswerIsLost();
    void endsWhenAllWouldFail_data();
    void endsWhenAllWouldFail();
    void endsAfterFailuresInARow();
};

void TestRepointFaults::goesOnAfterARefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<ItemState>("step");
    QTest::newRow("invalid")
        << 400
        << QByteArray(R"({"title":"Bad Request","validation-errors":[{"field":"agentId",)"
                      R"("message":"must be a UUID"}]})")
        << u"agentId: must be a UUID"_s << ItemState::Failed;
    QTest::newRow("conflict") << 409 << QByteArray(R"({"title":"is running"})") << u"is running"_s
                              << ItemState::Failed;
    QTest::newRow("gone") << 404 << QByteArray("{}") << u"not on the server"_s << ItemState::Failed;
    QTest::newRow("server") << 500 << QByteArray(R"({"title":"oops"})") << u"is as it was before"_s
                            << ItemState::NotSeen;
}

void TestRepointFaults::goesOnAfterARefusal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::reply(status, body));
    Course course(fixture);
    QVERIFY(course.run());
    QTEST(course.steps.value(u"a"_s), "step");
    QVERIFY2(course.texts.value(u"a"_s).contains(words), qPrintable(course.texts.value(u"a"_s)));
    QCOMPARE(course.steps.value(u"b"_s), ItemState::Done);
    QCOMPARE(fixture.puts(u"a"_s), 1);
}

// The server's word that it did not act: the same may go out again, after a look.
void TestRepointFaults::waitsWhenToldTo()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::reply(429, "{}", {{"Retry-After", "1"}}));
    Course course(fixture);
    fixture.beforePut = [&fixture](const QString &) {
        if (fixture.api.server.count("PUT") > 1)
            fixture.putAnswers.clear();
    };
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QCOMPARE(course.steps.value(u"b"_s), ItemState::Done);
    QCOMPARE(fixture.puts(u"a"_s), 2);
    QCOMPARE(course.history.value(u"a"_s),
             (QList<ItemState>{ItemState::Waiting, ItemState::Reading, ItemState::Saving,
                               ItemState::Waiting, ItemState::Reading, ItemState::Saving,
                               ItemState::Done}));
}

void TestRepointFaults::givesUpWhenToldToOftenEnough()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::reply(429, "{}", {{"Retry-After", "0"}}));
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Failed);
    QCOMPARE(fixture.puts(u"a"_s), RepointRun::mostTries);
    QCOMPARE(course.steps.value(u"b"_s), ItemState::NotSent);
}

void TestRepointFaults::looksWhenTheAnswerIsLost_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<bool>("isChangedToo"); // by somebody else, at the same moment
    QTest::addColumn<ItemState>("first");
    QTest::addColumn<ItemState>("second");
    QTest::newRow("it arrived") << true << false << ItemState::Done << ItemState::Done;
    QTest::newRow("it did not") << false << false << ItemState::NotSeen << ItemState::Done;
    QTest::newRow("not known") << false << true << ItemState::Unknown << ItemState::NotSent;
}

void TestRepointFaults::looksWhenTheAnswerIsLost()
{
    QFETCH(bool, isKept);
    QFETCH(bool, isChangedToo);
    QFETCH(ItemState, first);
    QFETCH(ItemState, second);
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::fault(Act::Kind::Close));
    fixture.isKeptAllTheSame = isKept;
    fixture.beforePut = [&](const QString &id) {
        if (isChangedToo && id == u"a")
            fixture.put(id, "password", awsSecret(u"theirs"_s));
    };
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), first);
    QCOMPARE(course.steps.value(u"b"_s), second);
    QCOMPARE(fixture.puts(u"a"_s), 1);
    QVERIFY(first == ItemState::Done || !course.texts.value(u"a"_s).isEmpty());
}

void TestRepointFaults::endsWhenAllWouldFail_data()
{
    QTest::addColumn<int>("status"); // 0: the server is gone
    QTest::newRow("may not") << 403;
    QTest::newRow("not signed in") << 401;
    QTest::newRow("gone") << 0;
}

void TestRepointFaults::endsWhenAllWouldFail()
{
    QFETCH(int, status);
    RepointFixture fixture({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(fixture.isReady());
    if (status != 0)
        fixture.putAnswers.insert(u"b"_s, Act::reply(status));
    else
        fixture.beforePut = [&fixture](const QString &) { fixture.api.server.close(); };
    Course course(fixture);
    if (status == 0) {
        // Closed, so that the next request is refused; the one under way gets its answer.
        const QByteArray saved = R"({"streamingPipelineId":"a","name":"pipeline-a"})";
        fixture.putAnswers.insert(u"a"_s, {.body = saved, .closeAfterwards = true});
        fixture.isKeptAllTheSame = true;
    }
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QCOMPARE(course.steps.value(u"b"_s), ItemState::Failed);
    QCOMPARE(course.steps.value(u"c"_s), ItemState::NotSent);
    QVERIFY(course.texts.value(u"c"_s).contains(course.texts.value(u"b"_s)));
    QCOMPARE(fixture.puts(u"c"_s), 0);
}

void TestRepointFaults::endsAfterFailuresInARow()
{
    RepointFixture fixture({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    QVERIFY(fixture.isReady());
    for (const QString &id : {u"b"_s, u"c"_s, u"d"_s})
        fixture.putAnswers.insert(id, Act::reply(500));
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), ItemState::Done);
    QCOMPARE(course.steps.value(u"d"_s), ItemState::NotSeen);
    QCOMPARE(course.steps.value(u"e"_s), ItemState::NotSent);
}

SLUICE_TEST(TestRepointFaults, Core)
#include "tst_repointfaults.moc"
