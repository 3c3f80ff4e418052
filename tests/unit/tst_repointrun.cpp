// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/repointrun.h"
#include "tests/unit/repointfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

using Step = RepointRun::Step;

namespace {

// A run over pipelines of a fixture, and what it told.
class Course
{
public:
    explicit Course(RepointFixture &fixture)
        : Course(fixture, {{fixture.shared}, fixture.next})
    {}

    Course(RepointFixture &fixture, const Repointing &move)
        : m_run(&fixture.fleet, move, itemsOf(fixture))
        , m_finished(&m_run, &RepointRun::finished)
    {
        QObject::connect(&m_run, &RepointRun::stepChanged, &m_run,
                         [this](const PipelineKey &key, Step step, const QString &text) {
                             steps.insert(key.pipeline, step);
                             texts.insert(key.pipeline, text);
                             history[key.pipeline].append(step);
                         });
    }

    bool run()
    {
        m_run.start();
        return waitForEnd();
    }

    bool waitForEnd() { return !m_finished.isEmpty() || m_finished.wait(20'000); }

    RepointRun &object() { return m_run; }

    int finishedCount() const { return int(m_finished.size()); }

    QHash<QString, Step> steps;
    QHash<QString, QString> texts;
    QHash<QString, QList<Step>> history;

private:
    static QList<RepointRun::Item> itemsOf(RepointFixture &fixture)
    {
        QList<RepointRun::Item> items;
        const PipelineModel *pipelines = fixture.fleet.pipelines();
        for (int row = 0; row < pipelines->rowCount(); ++row)
            items.append({pipelines->row(row).key, pipelines->row(row).definition});
        std::sort(items.begin(), items.end(), [](const auto &one, const auto &other) {
            return one.key.pipeline < other.key.pipeline;
        });
        return items;
    }

    RepointRun m_run;
    QSignalSpy m_finished;
};

} // namespace

// One save a pipeline, whatever the server does in between.
class TestRepointRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesEachOnce();
    void takesOverWhatIsElsewhere();
    void leavesAloneWhatChanged();
    void findsWhatIsThereAlready();
    void goesOnAfterARefusal_data();
    void goesOnAfterARefusal();
    void waitsWhenToldTo();
    void givesUpWhenToldToOftenEnough();
    void looksWhenTheAnswerIsLost_data();
    void looksWhenTheAnswerIsLost();
    void endsWhenAllWouldFail_data();
    void endsWhenAllWouldFail();
    void endsAfterFailuresInARow();
    void stopsBeforeAnythingLeft();
    void stopsAfterTheOneUnderWay();
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
        QCOMPARE(course.steps.value(id), Step::Done);
        QCOMPARE(course.history.value(id),
                 (QList<Step>{Step::Waiting, Step::Reading, Step::Saving, Step::Done}));
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
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
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
        QCOMPARE(course.steps.value(id), Step::Failed);
        QCOMPARE(fixture.puts(id), 0);
    }
    QVERIFY(course.texts.value(u"b"_s).contains(u"changed on the server"_s));
    QVERIFY(course.texts.value(u"c"_s).contains(u"not on the server"_s));
    QCOMPARE(course.steps.value(u"d"_s), Step::Done);
}

void TestRepointRun::findsWhatIsThereAlready()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    Course course(fixture);
    fixture.put(u"a"_s, "password", fixture.next);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
    QVERIFY(course.texts.value(u"a"_s).contains(u"nothing was sent"_s));
    QCOMPARE(fixture.puts(u"a"_s), 0);
    QCOMPARE(fixture.puts(u"b"_s), 1);
}

void TestRepointRun::goesOnAfterARefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("invalid")
        << 400
        << QByteArray(R"({"title":"Bad Request","validation-errors":[{"field":"agentId",)"
                      R"("message":"must be a UUID"}]})")
        << u"agentId: must be a UUID"_s;
    QTest::newRow("conflict") << 409 << QByteArray(R"({"title":"is running"})") << u"is running"_s;
    QTest::newRow("gone") << 404 << QByteArray("{}") << u"not on the server"_s;
    QTest::newRow("server") << 500 << QByteArray(R"({"title":"oops"})") << u"not saved"_s;
}

void TestRepointRun::goesOnAfterARefusal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::reply(status, body));
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Failed);
    QVERIFY2(course.texts.value(u"a"_s).contains(words), qPrintable(course.texts.value(u"a"_s)));
    QCOMPARE(course.steps.value(u"b"_s), Step::Done);
    QCOMPARE(fixture.puts(u"a"_s), 1);
}

// The server's word that it did not act: the same may go out again, after a look.
void TestRepointRun::waitsWhenToldTo()
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
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
    QCOMPARE(course.steps.value(u"b"_s), Step::Done);
    QCOMPARE(fixture.puts(u"a"_s), 2);
    QCOMPARE(course.history.value(u"a"_s), (QList<Step>{Step::Waiting, Step::Reading, Step::Saving,
                                                        Step::Reading, Step::Saving, Step::Done}));
}

void TestRepointRun::givesUpWhenToldToOftenEnough()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.putAnswers.insert(u"a"_s, Act::reply(429, "{}", {{"Retry-After", "0"}}));
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Failed);
    QCOMPARE(fixture.puts(u"a"_s), RepointRun::mostTries);
    QCOMPARE(course.steps.value(u"b"_s), Step::NotStarted);
}

void TestRepointRun::looksWhenTheAnswerIsLost_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<bool>("isChangedToo"); // by somebody else, at the same moment
    QTest::addColumn<Step>("first");
    QTest::addColumn<Step>("second");
    QTest::newRow("it arrived") << true << false << Step::Done << Step::Done;
    QTest::newRow("it did not") << false << false << Step::Failed << Step::Done;
    QTest::newRow("not known") << false << true << Step::Unknown << Step::NotStarted;
}

void TestRepointRun::looksWhenTheAnswerIsLost()
{
    QFETCH(bool, isKept);
    QFETCH(bool, isChangedToo);
    QFETCH(Step, first);
    QFETCH(Step, second);
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
    QVERIFY(first == Step::Done || !course.texts.value(u"a"_s).isEmpty());
}

void TestRepointRun::endsWhenAllWouldFail_data()
{
    QTest::addColumn<int>("status"); // 0: the server is gone
    QTest::newRow("may not") << 403;
    QTest::newRow("not signed in") << 401;
    QTest::newRow("gone") << 0;
}

void TestRepointRun::endsWhenAllWouldFail()
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
        fixture.putAnswers.insert(u"a"_s, {.body = "{}", .closeAfterwards = true});
        fixture.isKeptAllTheSame = true;
    }
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
    QCOMPARE(course.steps.value(u"b"_s), Step::Failed);
    QCOMPARE(course.steps.value(u"c"_s), Step::NotStarted);
    QVERIFY(course.texts.value(u"c"_s).contains(course.texts.value(u"b"_s)));
    QCOMPARE(fixture.puts(u"c"_s), 0);
}

void TestRepointRun::endsAfterFailuresInARow()
{
    RepointFixture fixture({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    QVERIFY(fixture.isReady());
    for (const QString &id : {u"b"_s, u"c"_s, u"d"_s})
        fixture.putAnswers.insert(id, Act::reply(500));
    Course course(fixture);
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
    QCOMPARE(course.steps.value(u"d"_s), Step::Failed);
    QCOMPARE(course.steps.value(u"e"_s), Step::NotStarted);
}

void TestRepointRun::stopsBeforeAnythingLeft()
{
    RepointFixture fixture({u"a"_s, u"b"_s});
    QVERIFY(fixture.isReady());
    fixture.fleet.setPolling(false);
    fixture.api.hangs = "streaming-pipelines/a";
    Course course(fixture);
    course.object().start();
    QTRY_COMPARE(course.steps.value(u"a"_s), Step::Reading);
    course.object().stop();
    QCOMPARE(course.steps.value(u"a"_s), Step::NotStarted);
    QVERIFY(course.waitForEnd());
    QCOMPARE(course.steps.value(u"b"_s), Step::NotStarted);
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
    QCOMPARE(course.steps.value(u"a"_s), Step::Done);
    QCOMPARE(course.steps.value(u"b"_s), Step::NotStarted);
    QCOMPARE(fixture.puts(u"b"_s), 0);
}

void TestRepointRun::sendsNoSecret()
{
    RepointFixture fixture({u"a"_s});
    QVERIFY(fixture.isReady());
    const QString key = u"-----BEGIN PRIVATE KEY-----planted"_s;
    Course course(fixture, {{fixture.shared}, awsSecret(key)});
    QVERIFY(course.run());
    QCOMPARE(course.steps.value(u"a"_s), Step::Failed);
    QVERIFY(!course.texts.value(u"a"_s).contains(u"planted"_s));
    QCOMPARE(fixture.puts(u"a"_s), 0);
}

QTEST_GUILESS_MAIN(TestRepointRun)
#include "tst_repointrun.moc"
