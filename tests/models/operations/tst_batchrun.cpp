// SPDX-License-Identifier: Apache-2.0
#include "models/operations/batchrun.h"
#include "models/operations/commandoperation.h"
#include "models/operations/createoperation.h"
#include "tests/support/operationstage.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Many writes over real sockets: bounded, paused, stopped, tried again.
class TestBatchRun : public QObject
{
    Q_OBJECT

    using State = BatchRun::State;

private Q_SLOTS:
    void init();
    void cleanup();

    void doesAll_data();
    void doesAll();
    void goesOnAfterARefusal();
    void stopsAfterSoManyFailures();
    void stopsAfterFailuresInARow();
    void whatStandsInTheWayOfAllEndsTheRun_data();
    void whatStandsInTheWayOfAllEndsTheRun();
    void anotherAccountGoesOn();
    void triesAgainWhenAskedTooMuch();
    void pausesAndResumes();
    void stopGivesUpWhatOnlyReads();
    void stopsAtOnceForWhoHearsOfAnItem();
    void retriesWhatFailedAlone();
    void looksAtWhatIsUnknown();
    void createsEachOnceHoweverOftenItRuns();
    void endsWithItsOwner();

private:
    // Creates pipelines "p0", "p1" and so on.
    void begin(int count, const BatchRun::Settings &settings = {});
    bool finish();
    QList<State> states() const;

    std::unique_ptr<OperationStage> m;
    std::unique_ptr<BatchRun> m_run;
    QHash<QString, Act> m_answers; // by name
    QSet<QString> m_undone;        // names that the server does not create
    int m_most = 0;                // writes and reads under way at once
};

void TestBatchRun::init()
{
    m = std::make_unique<OperationStage>();
    m_answers.clear();
    m_undone.clear();
    m_most = 0;
    m->api.ahead = [this](const Seen &seen) -> std::optional<Act> {
        if (seen.method == "GET")
            return {};
        const QString name = QJsonDocument::fromJson(seen.body)[u"name"].toString();
        const auto own = m_answers.constFind(name);
        if (own != m_answers.constEnd() && m_undone.contains(name))
            return *own;
        const QByteArray created = QJsonDocument(m->create(seen.body)).toJson();
        return own == m_answers.constEnd() ? Act::reply(201, created) : *own;
    };
}

void TestBatchRun::cleanup()
{
    m_run.reset();
    m.reset();
}

void TestBatchRun::begin(int count, const BatchRun::Settings &settings)
{
    m_run = std::make_unique<BatchRun>(
        QList<BatchRun::Item>(count, {u"acc"_s, u"p1"_s}),
        [this](int item) {
            auto *operation = new CreateOperation(m->client(), u"p1"_s, m->text(u"p%1"_s.arg(item)),
                                                  CreateOperation::Namesakes::Refused);
            operation->setPause(10ms);
            return operation;
        },
        settings);
    connect(m_run.get(), &BatchRun::itemsChanged, this,
            [this] { m_most = std::max(m_most, m_run->count(State::Running)); });
}

bool TestBatchRun::finish()
{
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    m_run->isRunning() ? m_run->resume() : m_run->start();
    return finished.wait(20'000) && finished.size() == 1;
}

QList<BatchRun::State> TestBatchRun::states() const
{
    QList<State> states;
    for (int item = 0; item < m_run->size(); ++item)
        states.append(m_run->state(item));
    return states;
}

void TestBatchRun::doesAll_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 4;
    QTest::newRow("one at a time") << 6 << 1;
    QTest::newRow("four at a time") << 10 << 4;
    QTest::newRow("more places than items") << 3 << 50;
}

void TestBatchRun::doesAll()
{
    QFETCH(int, count);
    QFETCH(int, atOnce);
    begin(count, {.atOnce = atOnce});
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Done), count);
    QCOMPARE(m->api.server.count("POST"), count);
    QVERIFY(m_most <= atOnce);
    QVERIFY(count < atOnce || m_most == atOnce);
    QVERIFY(!m_run->isRunning());
}

void TestBatchRun::goesOnAfterARefusal()
{
    m_answers = {{u"p1"_s, Act::reply(400, R"({"detail":"odd"})")}, {u"p2"_s, Act::reply(409)}};
    m_undone = {u"p1"_s, u"p2"_s};
    begin(4);
    QVERIFY(finish());
    QCOMPARE(states(), (QList{State::Done, State::Failed, State::Failed, State::Done}));
    const QString told = m_run->outcome(1).summary();
    QVERIFY2(told.contains(u"odd"), qPrintable(told));
}

void TestBatchRun::stopsAfterSoManyFailures()
{
    for (int item = 0; item < 6; ++item) {
        if (item == 1)
            continue;
        m_answers[u"p%1"_s.arg(item)] = Act::reply(422);
        m_undone.insert(u"p%1"_s.arg(item));
    }
    begin(6, {.mostFailures = 3});
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Failed), 3);
    QCOMPARE(m_run->count(State::NotSent), 2);
    QVERIFY(m_run->reason(5).contains(u"too many"));
    QCOMPARE(m->api.server.count("POST"), 4);
}

void TestBatchRun::stopsAfterFailuresInARow()
{
    for (const QString &name : {u"p0"_s, u"p2"_s, u"p3"_s}) { // looked up: they are not there
        m_answers[name] = Act::reply(500);
        m_undone.insert(name);
    }
    begin(6, {.mostInARow = 2});
    QVERIFY(finish());
    QCOMPARE(states(), (QList{State::Unknown, State::Done, State::Unknown, State::Unknown,
                              State::NotSent, State::NotSent}));
}

void TestBatchRun::whatStandsInTheWayOfAllEndsTheRun_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<State>("state");
    QTest::newRow("may not") << Act::reply(403) << State::Failed;
    QTest::newRow("not signed in") << Act::reply(401) << State::Failed;
    QTest::newRow("not known") << Act::reply(500) << State::Unknown;
}

void TestBatchRun::whatStandsInTheWayOfAllEndsTheRun()
{
    QFETCH(Act, act);
    m_answers[u"p1"_s] = act;
    m_undone = {u"p1"_s};
    int lists = 0;
    m->onList = [this, &lists] {
        if (++lists == 3) // after the second write, so that nothing can be looked up
            m->api.refusals.insert("/streaming-pipelines", 403);
    };
    const auto ahead = m->api.ahead;
    m->api.ahead = [this, ahead](const Seen &seen) {
        if (seen.method == "GET" && seen.path().endsWith("/streaming-pipelines"))
            m->onList();
        return ahead(seen);
    };
    begin(4);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Done);
    QTEST(m_run->state(1), "state");
    QCOMPARE(m_run->count(State::NotSent), 2);
    QVERIFY2(m_run->reason(3).contains(u"stands in its way"), qPrintable(m_run->reason(3)));
    QCOMPARE(m->api.server.count("POST"), 2);
}

void TestBatchRun::anotherAccountGoesOn()
{
    m_answers[u"p0"_s] = Act::reply(401);
    m_undone = {u"p0"_s};
    const QList<BatchRun::Item> items{
        {u"one"_s, u"p1"_s}, {u"one"_s, u"p1"_s}, {u"two"_s, u"p1"_s}};
    BatchRun run(items,
                 [this](int item) {
                     return new CreateOperation(m->client(), u"p1"_s, m->text(u"p%1"_s.arg(item)),
                                                CreateOperation::Namesakes::Refused);
                 },
                 {});
    QSignalSpy finished(&run, &BatchRun::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(run.state(0), State::Failed);
    QCOMPARE(run.state(1), State::NotSent);
    QCOMPARE(run.state(2), State::Done);
}

void TestBatchRun::triesAgainWhenAskedTooMuch()
{
    m_answers[u"p0"_s] = Act::reply(429, "{}", {{"Retry-After", "0"}});
    m_undone = {u"p0"_s};
    begin(2, {.mostTries = 3});
    QVERIFY(finish());
    QCOMPARE(states(), (QList{State::Failed, State::NotSent}));
    QCOMPARE(m->api.server.count("POST"), 3);
}

void TestBatchRun::pausesAndResumes()
{
    begin(5);
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    connect(m_run.get(), &BatchRun::itemsChanged, m_run.get(), [this] {
        if (m_run->count(State::Done) == 2)
            m_run->pause();
    });
    m_run->start();
    QTRY_COMPARE(m_run->count(State::Done), 2);
    QVERIFY(!finished.wait(300)); // nothing moves
    QCOMPARE(m_run->count(State::Waiting), 3);
    QCOMPARE(m->api.server.count("POST"), 2);
    m_run->disconnect(m_run.get());
    m_run->resume();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_run->count(State::Done), 5);
}

void TestBatchRun::stopsAtOnceForWhoHearsOfAnItem()
{
    begin(6, {.atOnce = 4});
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    connect(m_run.get(), &BatchRun::itemsChanged, this, [this] {
        if (m_run->count(State::Running) > 0)
            m_run->stop();
    });
    m_run->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_run->count(State::NotSent), 6);
    QCOMPARE(m_most, 1);
    QCOMPARE(m->api.server.count("POST"), 0);
}

void TestBatchRun::stopGivesUpWhatOnlyReads()
{
    m->api.hangs = "/streaming-pipelines";
    begin(3);
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    m_run->start();
    QTRY_COMPARE(m->api.server.count("GET"), 1);
    m_run->stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_run->count(State::NotSent), 3);
    QCOMPARE(m->api.server.count("POST"), 0);
}

void TestBatchRun::retriesWhatFailedAlone()
{
    m_answers = {{u"p1"_s, Act::reply(403)}};
    m_undone = {u"p1"_s};
    begin(3);
    QVERIFY(finish());
    QCOMPARE(states(), (QList{State::Done, State::Failed, State::NotSent}));
    m_answers.clear();
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    m_run->retry();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_run->count(State::Done), 3);
    QCOMPARE(m->api.server.count("POST"), 4);
    m_run->retry(); // nothing to do
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m->api.server.count("POST"), 4);
}

void TestBatchRun::looksAtWhatIsUnknown()
{
    m_answers = {{u"p0"_s, Act::reply(500)}};
    int lists = 0;
    const auto ahead = m->api.ahead;
    m->api.ahead = [this, ahead, &lists](const Seen &seen) {
        if (seen.method == "GET" && ++lists == 2)
            m->api.refusals.insert("/streaming-pipelines", 403);
        return ahead(seen);
    };
    begin(2);
    QVERIFY(finish());
    QCOMPARE(states(), (QList{State::Unknown, State::NotSent}));
    m_run->retry(); // what is not known is not sent again
    QVERIFY(QSignalSpy(m_run.get(), &BatchRun::finished).wait());
    QCOMPARE(m_run->state(0), State::Unknown);
    m->api.refusals.clear();
    QSignalSpy finished(m_run.get(), &BatchRun::finished);
    m_run->look(0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_run->state(0), State::Done);
    QVERIFY(m_run->outcome(0).summary().contains(u"looked up"));
}

// The script is run again after answers that told nothing.
void TestBatchRun::createsEachOnceHoweverOftenItRuns()
{
    for (int item = 0; item < 5; ++item)
        m_answers[u"p%1"_s.arg(item)] = Act::reply(500 + item, "<html>");
    for (int time = 0; time < 3; ++time) {
        begin(5, {.atOnce = 3});
        QVERIFY(finish());
        QCOMPARE(m_run->count(State::Done), time == 0 ? 5 : 0);
    }
    QCOMPARE(m->api.server.count("POST"), 5);
    QCOMPARE(m->api.pipelines[u"p1"_s].size(), 6); // and the one that was there
}

void TestBatchRun::endsWithItsOwner()
{
    m_answers[u"p0"_s] = Act::fault(Act::Kind::Silence);
    begin(2);
    m_run->start();
    QTRY_COMPARE(m->api.server.count("POST"), 1);
    m_run.reset();
    m->endClient(); // the write that has left ends by itself
    QCOMPARE(m->api.server.count("POST"), 1);
}

SLUICE_TEST(TestBatchRun, Core)
#include "tst_batchrun.moc"
