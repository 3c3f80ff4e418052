// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/api/client.h"
#include "models/fleet/polling/pollqueue.h"
#include "models/fleet/polling/statuspoller.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractEventDispatcher>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The poller against a peer that answers as the test says.
class TestStatusPoller : public QObject
{
    Q_OBJECT

private:
    static constexpr StatusPoller::Intervals quick{20ms, 60ms, 250ms, 30ms};

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<PipelineModel> m_model;
    std::unique_ptr<StatusPoller> m_poller;

    static PipelineKey key(const QString &id) { return {u"acc"_s, u"p1"_s, id}; }

    void begin(int count, StatusPoller::Intervals intervals = quick)
    {
        m_account = m_api->makeAccount();
        m_model = std::make_unique<PipelineModel>();
        m_poller =
            std::make_unique<StatusPoller>(m_account->client(), m_model.get(), u"acc"_s, intervals);
        for (int i = 0; i < count; ++i)
            m_api->addPipeline(u"p1"_s, u"s%1"_s.arg(i), u"name"_s, u"r"_s);
        m_model->setPipelines(u"acc"_s, u"PROD"_s, {u"p1"_s, u"P"_s, {}},
                              m_api->pipelines[u"p1"_s]);
    }

    int asked(const QString &id) const
    {
        return m_api->server.count("GET", "/dpc/v1/projects/p1/streaming-pipelines/" +
                                              id.toLatin1() + "/status");
    }

private Q_SLOTS:

    void init() { m_api = std::make_unique<ScriptedApi>(); }

    void cleanup()
    {
        m_poller.reset();
        m_model.reset();
        m_account.reset();
        m_api.reset();
    }

    void nothingIsAskedBeforeTheStart()
    {
        begin(3);
        QCOMPARE(m_account->client()->waiting(), 0);
        m_api->statuses[u"s1"_s] = u"STREAMING"_s;
        m_poller->checkNow(key(u"s1"_s)); // a user may
        QTRY_COMPARE(m_model->state(key(u"s1"_s)), PipelineState::Streaming);
        QCOMPARE(m_api->server.count("GET"), 1);
    }

    void aSweepAsksEveryPipelineOnce()
    {
        begin(100, {2s, 60s, 120s, 30ms});
        QSignalSpy swept(m_poller.get(), &StatusPoller::sweepCompleted);
        m_poller->start();
        QTRY_COMPARE(swept.size(), 1);
        QVERIFY(m_poller->hasCompletedSweep());
        QCOMPARE(m_api->server.count("GET"), 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(asked(u"s%1"_s.arg(i)), 1);
    }

    // Two hundred wait, and calls go out in the order of the queue.
    void whatIsInViewIsAskedFirst()
    {
        begin(200, {2s, 60s, 120s, 30ms});
        m_poller->setInView({key(u"s150"_s), key(u"s199"_s), key(u"nobody"_s)});
        const QSignalSpy checked(m_poller.get(), &StatusPoller::checked);
        m_poller->start();
        QTRY_VERIFY(m_poller->hasCompletedSweep()); // and nobody else is forgotten
        // They leave over several connections: those sent with them may be answered before them.
        QStringList order;
        for (const QVariantList &arguments : checked)
            order += arguments.constFirst().value<PipelineKey>().pipeline;
        QVERIFY(order.indexOf(u"s150"_s) < PollScheduler::window);
        QVERIFY(order.indexOf(u"s199"_s) < PollScheduler::window);
        QCOMPARE(asked(u"s0"_s), 1);
    }

    void whatIsChangingIsAskedMoreOften()
    {
        begin(6, {20ms, 2s, 4s, 30ms});
        m_api->statuses[u"s3"_s] = u"STARTING"_s;
        m_poller->start();
        QTRY_VERIFY(asked(u"s3"_s) >= 5);
        QVERIFY(asked(u"s1"_s) <= 2);
        m_api->statuses[u"s3"_s] = u"STREAMING"_s;
        QTRY_COMPARE(m_model->state(key(u"s3"_s)), PipelineState::Streaming);
    }

    // Forty are due at forty moments of a second; an idle program wakes for them ten times.
    void checksLeaveTogether()
    {
        constexpr auto settled = 1s;
        begin(40, {2s, settled, 120s, 30ms});
        QSignalSpy swept(m_poller.get(), &StatusPoller::sweepCompleted);
        m_poller->start();
        QTRY_COMPARE(swept.size(), 1);
        RateBudget &budget = *m_account->budget();
        const auto used = [&budget] { return budget.usedLastMinute(RateBudget::Clock::now()); };
        int calls = used();
        int departures = 0;
        const auto countedFrom = std::chrono::steady_clock::now();
        const QAbstractEventDispatcher &dispatcher = *QAbstractEventDispatcher::instance();
        const QObject context;
        connect(&dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
            if (std::exchange(calls, used()) != calls)
                ++departures;
        });
        while (swept.size() < 4)
            QVERIFY(swept.wait());
        QVERIFY2(calls >= 120, qPrintable(QString::number(calls)));
        // A timer may fire up to a twentieth of its time early.
        const double beats =
            (std::chrono::steady_clock::now() - countedFrom) / (settled / 10.0 * 0.95);
        QVERIFY2(departures <= beats + 1, qPrintable(QString::number(departures)));
    }

    void stopEndsTheCalls()
    {
        begin(4);
        m_poller->start();
        QTRY_VERIFY(asked(u"s0"_s) >= 2);
        m_poller->stop();
        QTRY_COMPARE(m_account->client()->inFlight() + m_account->client()->waiting(), 0);
        const auto before = m_api->server.seen().size();
        QSignalSpy checked(m_poller.get(), &StatusPoller::checked);
        QVERIFY(!checked.wait(300)); // three rounds
        QCOMPARE(m_api->server.seen().size(), before);
        m_poller->start();
        QTRY_VERIFY(m_api->server.seen().size() > before);
    }

    void aRefusedPipelineWaitsLongerEachTime()
    {
        begin(2, {20ms, 20ms, 4s, 30ms});
        m_api->refusals[QByteArrayLiteral("s0/status")] = 403;
        m_poller->start();
        QTRY_VERIFY(asked(u"s1"_s) >= 20);
        QVERIFY2(asked(u"s0"_s) <= 6, qPrintable(QString::number(asked(u"s0"_s))));
        QVERIFY(m_model->find(key(u"s0"_s))->outdated);
        QVERIFY(!m_model->find(key(u"s0"_s))->error.isEmpty());
        QVERIFY(!m_model->find(key(u"s1"_s))->outdated);
        m_api->refusals.clear();
        m_poller->checkNow(key(u"s0"_s));
        QTRY_VERIFY(!m_model->find(key(u"s0"_s))->outdated);
    }

    void aBadTokenStopsTheRush()
    {
        begin(50, {20ms, 20ms, 2s, 100ms});
        m_api->refusals[QByteArrayLiteral("/status")] = 401;
        m_poller->start();
        QTRY_VERIFY(m_model->row(49).outdated);
        for (int row = 0; row < 50; ++row)
            QVERIFY(m_model->row(row).outdated);
        // The first calls were on their way; after them one probe at a time.
        QSignalSpy checked(m_poller.get(), &StatusPoller::checked);
        QTRY_COMPARE(m_account->client()->inFlight() + m_account->client()->waiting(), 0);
        QTRY_VERIFY(checked.size() >= 3);
        QVERIFY2(m_api->server.count("GET") <= 40,
                 qPrintable(QString::number(m_api->server.count("GET"))));
        m_api->refusals.clear();
        for (int row = 0; row < 50; ++row)
            QTRY_VERIFY(!m_model->row(row).outdated);
    }

    void onlyGoodAnswersAreAnswers()
    {
        begin(1);
        m_api->refusals[QByteArrayLiteral("/status")] = 503;
        QSignalSpy checked(m_poller.get(), &StatusPoller::checked);
        QSignalSpy answered(m_poller.get(), &StatusPoller::answered);
        m_poller->start();
        QTRY_VERIFY(checked.size() >= 2);
        QCOMPARE(answered.size(), 0);
        m_api->refusals.clear();
        QTRY_VERIFY(!answered.isEmpty());
        QCOMPARE(answered[0][0].value<PipelineKey>(), key(u"s0"_s));
    }

    void anUnknownPipelineIsReported()
    {
        begin(2);
        m_api->refusals[QByteArrayLiteral("s1/status")] = 404;
        QSignalSpy unknown(m_poller.get(), &StatusPoller::notFound);
        m_poller->start();
        QTRY_VERIFY(!unknown.isEmpty());
        QCOMPARE(unknown[0][0].value<PipelineKey>(), key(u"s1"_s));
        m_model->removePipeline(key(u"s1"_s));
        QTRY_COMPARE(m_account->client()->inFlight() + m_account->client()->waiting(), 0);
        const int before = asked(u"s1"_s);
        const int other = asked(u"s0"_s);
        QTRY_VERIFY(asked(u"s0"_s) >= other + 4);
        QCOMPARE(asked(u"s1"_s), before);
    }

    void anAnswerWithoutStatusIsAFailure()
    {
        begin(1);
        m_api->statuses[u"s0"_s] = u""_s;
        m_poller->start();
        QTRY_VERIFY(m_model->find(key(u"s0"_s))->outdated);
        QCOMPARE(m_model->state(key(u"s0"_s)), PipelineState::NotChecked);
    }

    void newPipelinesAreAskedSoon()
    {
        begin(1, {20ms, 60s, 120s, 30ms});
        m_poller->start();
        QTRY_COMPARE(asked(u"s0"_s), 1);
        m_model->putPipeline(u"acc"_s, u"PROD"_s, {u"p1"_s, u"P"_s, {}},
                             {{u"streamingPipelineId"_s, u"new"_s}, {u"name"_s, u"new"_s}});
        QTRY_COMPARE(asked(u"new"_s), 1);
        m_poller->checkAllNow();
        QTRY_COMPARE(asked(u"s0"_s), 2);
    }

    void queueGivesThoseThatChangeFirstThenTheOldest()
    {
        PollQueue queue;
        const PollQueue::TimePoint now = PollQueue::Clock::now();
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            queue.add(key(id), now);
        const auto postpone = [&](const QString &id, std::chrono::milliseconds by,
                                  PollQueue::Need need) {
            PollQueue::Entry *entry = queue.find(key(id));
            queue.take(entry);
            queue.schedule(entry, now + by, need);
        };
        postpone(u"b"_s, 2ms, PollQueue::Need::Settled);
        postpone(u"c"_s, 1ms, PollQueue::Need::Changing);
        QCOMPARE(queue.nextDue(), now);
        QCOMPARE(queue.takeDue(now)->key, key(u"a"_s));
        QVERIFY(!queue.takeDue(now));
        QCOMPARE(queue.takeDue(now + 5ms)->key, key(u"c"_s));
        QCOMPARE(queue.takeDue(now + 5ms)->key, key(u"b"_s));
        QVERIFY(!queue.takeDue(now + 5ms)); // all are being asked
        QVERIFY(!queue.nextDue());
        QVERIFY(!queue.recordSwept(queue.find(key(u"a"_s))));
        QVERIFY(!queue.remove(key(u"b"_s)));
        QVERIFY(queue.recordSwept(queue.find(key(u"c"_s))));
        QVERIFY(!queue.recordSwept(queue.find(key(u"a"_s)))); // the next sweep
        QVERIFY(queue.remove(key(u"c"_s)));                   // the last one it lacked
        QVERIFY(!queue.remove(key(u"c"_s)));
    }

    void nothingToAskIsAWholeSweep()
    {
        begin(0);
        QSignalSpy swept(m_poller.get(), &StatusPoller::sweepCompleted);
        m_poller->start();
        QVERIFY(!m_poller->hasCompletedSweep()); // the lists may still be on their way
        m_poller->onListsRead();
        QVERIFY(m_poller->hasCompletedSweep());
        QCOMPARE(swept.size(), 1);
        m_poller->onListsRead();
        QCOMPARE(swept.size(), 1);
    }

    void aRemovedPipelineDoesNotHoldTheSweepUp()
    {
        begin(2, {2s, 60s, 120s, 30ms});
        m_api->hangs = QByteArrayLiteral("s1/status");
        QSignalSpy checked(m_poller.get(), &StatusPoller::checked);
        QSignalSpy swept(m_poller.get(), &StatusPoller::sweepCompleted);
        m_poller->start();
        QTRY_COMPARE(checked.size(), 1);
        QCOMPARE(swept.size(), 0);
        m_model->removePipeline(key(u"s1"_s));
        QCOMPARE(swept.size(), 1);
        QVERIFY(m_poller->hasCompletedSweep());
    }

    void troubleIsKeptUntilACheckSucceeds()
    {
        begin(3);
        m_api->refusals[QByteArrayLiteral("/status")] = 403;
        m_poller->start();
        QTRY_VERIFY(m_poller->trouble());
        QCOMPARE(m_poller->trouble()->kind, ApiError::Kind::Forbidden);
        m_api->refusals.clear();
        QTRY_VERIFY(!m_poller->trouble());
    }

    void silenceIsEverybodysTrouble()
    {
        StatusPoller::Intervals intervals = quick;
        intervals.patience = 100ms;
        begin(50, intervals);
        m_api->hangs = QByteArrayLiteral("/status");
        m_poller->start();
        for (int row = 0; row < 50; ++row)
            QTRY_VERIFY(m_model->row(row).outdated);
        // Those that left together, then one probe at a time.
        QVERIFY2(m_api->server.count("GET") <= PollScheduler::window + 8,
                 qPrintable(QString::number(m_api->server.count("GET"))));
        QCOMPARE(m_poller->trouble()->kind, ApiError::Kind::Timeout);
        m_api->hangs.clear();
        for (int row = 0; row < 50; ++row)
            QTRY_VERIFY(!m_model->row(row).outdated);
    }

    void theNextCheckIsTold()
    {
        begin(2, {2s, 60s, 120s, 30ms});
        QCOMPARE(m_poller->outlook(key(u"s0"_s)), u"Not asked yet. Checks are paused now."_s);
        QVERIFY(m_poller->outlook(key(u"gone"_s)).isEmpty());
        m_api->statuses[u"s0"_s] = u"STREAMING"_s;
        m_poller->start();
        QTRY_COMPARE(m_model->state(key(u"s0"_s)), PipelineState::Streaming);
        static const QRegularExpression soon(
            u"^Asked \\d s ago. Next in about ([45]\\d s|1 min).$"_s);
        QTRY_VERIFY2(soon.match(m_poller->outlook(key(u"s0"_s))).hasMatch(),
                     qPrintable(m_poller->outlook(key(u"s0"_s))));
    }

    void manyAtOnceWaitTheirTurn()
    {
        begin(3, {2s, 60s, 120s, 30ms});
        m_poller->checkSoon({key(u"s0"_s)});
        QCOMPARE(m_account->client()->waiting() + m_account->client()->inFlight(), 0);
        m_poller->start();
        QTRY_VERIFY(m_poller->hasCompletedSweep());
        m_poller->checkSoon({key(u"s0"_s), key(u"s2"_s)});
        QTRY_COMPARE(asked(u"s2"_s), 2);
        QTRY_COMPARE(asked(u"s0"_s), 2);
        QCOMPARE(asked(u"s1"_s), 1);
    }
};

SLUICE_TEST(TestStatusPoller, Core)
#include "tst_statuspoller.moc"
