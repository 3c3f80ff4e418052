// SPDX-License-Identifier: Apache-2.0
#include "models/operations/chainoperation.h"
#include "models/operations/commandoperation.h"
#include "tests/support/operationstage.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Step = ChainOperation::Step;

// Stop, save, start over a plain client, with answers that do not tell.
class TestChainOperation : public QObject
{
    Q_OBJECT

    using State = ChainOperation::State;

private Q_SLOTS:
    void init();
    void stopsSavesAndStarts_data();
    void stopsSavesAndStarts();
    void endsWhereItIsNotKnown_data();
    void endsWhereItIsNotKnown();
    void endsWhenItMoved();
    void waitsNoLongerThanItsPatience();
    void cancelledBetweenTheSteps_data();
    void cancelledBetweenTheSteps();
    void endsWithTheClient();

private:
    void begin(ChainOperation::Course course = {true, true});
    // What was sent, in its order: "stop", "PUT", "start".
    QStringList sent() const;
    QList<State> states() const;

    std::unique_ptr<OperationStage> m;
    std::unique_ptr<ChainOperation> m_chain;
    std::unique_ptr<QSignalSpy> m_settled;
};

void TestChainOperation::init()
{
    m_settled.reset();
    m_chain.reset();
    m = std::make_unique<OperationStage>();
    m->api.statuses[u"a"_s] = u"STREAMING"_s;
}

void TestChainOperation::begin(ChainOperation::Course course)
{
    m_chain = std::make_unique<ChainOperation>(m->client(), u"p1"_s, u"a"_s,
                                               m->renaming(u"renamed"_s), course);
    m_chain->setInterval(20ms);
    connect(m_chain.get(), &ChainOperation::operationMade, this,
            [](Operation *operation) { operation->setPause(10ms); });
    // The agent takes a moment to stop.
    connect(m_chain.get(), &ChainOperation::statusRead, this, [this](const QString &status) {
        if (status == u"STOPPING")
            m->api.statuses[u"a"_s] = u"NOT_RUNNING"_s;
    });
    m_settled = std::make_unique<QSignalSpy>(m_chain.get(), &ChainOperation::settled);
}

QStringList TestChainOperation::sent() const
{
    QStringList sent;
    for (const Seen &seen : m->api.server.seen()) {
        if (seen.method == "PUT")
            sent += u"PUT"_s;
        else if (seen.method == "POST")
            sent += seen.body.contains("stop") ? u"stop"_s : u"start"_s;
    }
    return sent;
}

QList<ChainOperation::State> TestChainOperation::states() const
{
    return {m_chain->state(Step::Stop), m_chain->state(Step::Save), m_chain->state(Step::Start)};
}

void TestChainOperation::stopsSavesAndStarts_data()
{
    QTest::addColumn<Act>("act"); // to each of the three, and each is done
    QTest::newRow("500") << Act::reply(500);
    QTest::newRow("504 page") << Act::reply(504, "<html>");
    QTest::newRow("408") << Act::reply(408);
    QTest::newRow("200 page") << Act::reply(200, "<html>");
    QTest::newRow("202 empty") << Act::reply(202, {});
    QTest::newRow("closed") << Act::fault(Act::Kind::Close);
}

void TestChainOperation::stopsSavesAndStarts()
{
    QFETCH(Act, act);
    m->answerWrites(act, true);
    begin();
    m_chain->start();
    QTRY_COMPARE(m_settled->size(), 1);
    QVERIFY(m_settled->first().first().value<WriteOutcome>().isDone());
    QCOMPARE(states(), (QList{State::Done, State::Done, State::Done}));
    QCOMPARE(sent(), (QStringList{u"stop"_s, u"PUT"_s, u"start"_s}));
}

void TestChainOperation::endsWhereItIsNotKnown_data()
{
    QTest::addColumn<int>("failing"); // this write of the three is not done, and answered 500
    QTest::addColumn<QList<State>>("states");
    QTest::addColumn<Effect>("effect");
    QTest::newRow("stop") << 0 << QList{State::Unknown, State::Waiting, State::Waiting}
                          << Effect::Unknown;
    QTest::newRow("save") << 1 << QList{State::Done, State::Unknown, State::Waiting}
                          << Effect::Unknown;
    QTest::newRow("start") << 2 << QList{State::Done, State::Done, State::Unknown}
                           << Effect::Unknown;
}

void TestChainOperation::endsWhereItIsNotKnown()
{
    QFETCH(int, failing);
    int writes = 0;
    m->onWrite = [this, &writes, failing] {
        const bool fails = writes++ == failing;
        m->answerWrites(Act::reply(500), !fails);
    };
    begin();
    m_chain->start();
    QTRY_COMPARE(m_settled->size(), 1);
    QTEST(states(), "states");
    QTEST(m_settled->first().first().value<WriteOutcome>().effect, "effect");
    QCOMPARE(sent().size(), failing + 1);
}

void TestChainOperation::endsWhenItMoved()
{
    m_chain = std::make_unique<ChainOperation>(
        m->client(), u"p1"_s, u"a"_s,
        ReplaceOperation::onlyIf([](const QJsonObject &) { return false; }, m->text(u"x"_s)),
        ChainOperation::Course{});
    QSignalSpy settled(m_chain.get(), &ChainOperation::settled);
    m_chain->start();
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(settled[0][0].value<WriteOutcome>().hasMoved());
    QCOMPARE(states(), (QList{State::Skipped, State::Failed, State::Skipped}));
    QCOMPARE(sent(), QStringList());
}

void TestChainOperation::waitsNoLongerThanItsPatience()
{
    m->answerWrites(Act::reply(200, {}), false); // received, and nothing comes of it
    begin();
    m_chain->setPatience(150ms);
    m_chain->start();
    QTRY_COMPARE(m_settled->size(), 1);
    const auto outcome = m_settled->first().first().value<WriteOutcome>();
    QCOMPARE(outcome.error->kind, ApiError::Kind::Timeout);
    // It was answered, and may stop yet.
    QVERIFY2(outcome.summary().contains(u"took the stop"), qPrintable(outcome.summary()));
    QVERIFY2(!outcome.summary().contains(u"No answer"), qPrintable(outcome.summary()));
    QCOMPARE(states(), (QList{State::Unknown, State::Waiting, State::Waiting}));
    QCOMPARE(sent(), QStringList{u"stop"_s});
}

void TestChainOperation::cancelledBetweenTheSteps_data()
{
    QTest::addColumn<Step>("during");
    QTest::addColumn<QStringList>("sentInAll");
    QTest::newRow("stop") << Step::Stop << QStringList{u"stop"_s};
    QTest::newRow("reading before the save") << Step::Save << QStringList{u"stop"_s};
    QTest::newRow("start") << Step::Start << QStringList{u"stop"_s, u"PUT"_s, u"start"_s};
}

void TestChainOperation::cancelledBetweenTheSteps()
{
    QFETCH(Step, during);
    QFETCH(QStringList, sentInAll);
    begin();
    connect(m_chain.get(), &ChainOperation::changed, this, [this, during] {
        if (m_chain->step() == during)
            m_chain->cancel();
    });
    m_chain->start();
    QTRY_COMPARE(m_settled->size(), 1);
    QCOMPARE(sent(), sentInAll);
    QCOMPARE(m_chain->isCancelled(), during != Step::Start); // the last step is no step too many
    if (during != Step::Start)
        QCOMPARE(m_chain->state(Step::Start), State::Skipped);
}

void TestChainOperation::endsWithTheClient()
{
    m->answerWrites(Act::reply(200, {}), false);
    begin();
    m_chain->start();
    QTRY_COMPARE(sent().size(), 1);
    m->endClient();
    QTRY_COMPARE(m_settled->size(), 1);
    QVERIFY(!m_settled->first().first().value<WriteOutcome>().isDone());
}

SLUICE_TEST(TestChainOperation, Core)
#include "tst_chainoperation.moc"
