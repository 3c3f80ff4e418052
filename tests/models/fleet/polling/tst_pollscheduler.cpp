// SPDX-License-Identifier: Apache-2.0
#include "models/api/ratebudget.h"
#include "models/fleet/polling/pollscheduler.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;

namespace {

using TimePoint = PollScheduler::TimePoint;
using Need = PollScheduler::Need;
using std::chrono::milliseconds;

const TimePoint firstMoment = TimePoint{} + 1000h;

// An account on a clock of its own: the server with its true limit, calls on their way, and a user.
// What Client does with calls is played here; the scheduler and the budget are the real ones.
class Hours
{
public:
    explicit Hours(int pipelines, int limit)
        : m_budget(limit)
        , m_trueLimit(limit)
        , m_scheduler({}, [this] { return std::uniform_real_distribution(0.9, 1.1)(m_random); })
        , m_pipelines(size_t(pipelines))
    {
        for (int i = 0; i < pipelines; ++i)
            m_scheduler.add(key(i), m_now);
    }

    static PipelineKey key(int number) { return {u"acc"_s, u"p"_s, QString::number(number)}; }

    PollScheduler &scheduler() { return m_scheduler; }

    RateBudget &budget() { return m_budget; }

    TimePoint now() const { return m_now; }

    void setTrueLimit(int perMinute) { m_trueLimit = perMinute; }

    void setNeed(int number, Need need) { m_pipelines[size_t(number)].need = need; }

    void setInView(int first, int count)
    {
        QSet<PipelineKey> keys;
        for (int i = first; i < first + count; ++i)
            keys.insert(key(i));
        m_scheduler.setInView(keys);
    }

    // As after a command from here: asked at once, as a user's call.
    void checkNow(int number)
    {
        if (m_scheduler.take(key(number), m_now))
            m_users.push_back(number);
    }

    // When its last answer came.
    TimePoint answered(int number) const { return m_pipelines[size_t(number)].asked; }

    // A user's call at a time of its own.
    void callFromUser(milliseconds in) { at(m_now + in, Event::UserCall, 0); }

    void run(milliseconds time)
    {
        const TimePoint end = m_now + time;
        while (m_now < end) {
            ask();
            send();
            const auto pause = m_scheduler.untilNext(m_now, traffic());
            TimePoint next = std::min(end, pause ? m_now + *pause : TimePoint::max());
            next = std::min(next, clientWake());
            if (!m_events.empty())
                next = std::min(next, m_events.begin()->first);
            m_now = std::max(next, m_now + 1ms);
            while (!m_events.empty() && m_events.begin()->first <= m_now) {
                const auto event = m_events.extract(m_events.begin());
                take(event.mapped());
            }
        }
    }

    // From now on.
    void forget()
    {
        for (Pipeline &pipeline : m_pipelines)
            pipeline.longestGap = {};
        m_most = 0;
        m_refused = 0;
        m_early = 0;
        m_sent = 0;
    }

    // The longest time that one of them was not asked, up to now.
    milliseconds longestGap(int first, int count) const
    {
        milliseconds longest{};
        for (int i = first; i < first + count; ++i) {
            const Pipeline &pipeline = m_pipelines[size_t(i)];
            longest = std::max({longest, pipeline.longestGap,
                                std::chrono::ceil<milliseconds>(m_now - pipeline.asked)});
        }
        return longest;
    }

    int most() const { return m_most; } // calls in any 60 seconds

    int refused() const { return m_refused; } // answered 429

    int early() const { return m_early; } // sent before a Retry-After was over

    int sent() const { return m_sent; }

private:
    struct Pipeline {
        Need need = Need::Settled;
        TimePoint asked = firstMoment;
        milliseconds longestGap{};
    };

    struct Event {
        enum Kind { Answer, Refusal, UserCall } kind;

        int number;
        milliseconds retryAfter;
    };

    void at(TimePoint time, Event::Kind kind, int number, milliseconds retryAfter = {})
    {
        m_events.emplace(time, Event{kind, number, retryAfter});
    }

    PollScheduler::Traffic traffic() { return {&m_budget, int(m_waiting.size() + m_users.size())}; }

    void ask()
    {
        while (const auto key = m_scheduler.takeDue(m_now, traffic())) {
            m_waiting.push_back(key->pipeline.toInt());
            send();
        }
    }

    void send()
    {
        if (m_now < m_pausedUntil)
            return;
        while (!m_users.empty() && m_budget.untilUser(m_now) <= 0ms) {
            m_budget.recordUserCall(m_now);
            const int number = m_users.front();
            m_users.pop_front();
            arrive(number);
        }
        while (!m_waiting.empty() && m_budget.takeBackground(m_now)) {
            const int number = m_waiting.front();
            m_waiting.pop_front();
            arrive(number);
        }
    }

    TimePoint clientWake()
    {
        if (m_users.empty() && m_waiting.empty())
            return TimePoint::max();
        if (m_now < m_pausedUntil)
            return m_pausedUntil;
        return m_now +
               (m_users.empty() ? m_budget.untilBackground(m_now) : m_budget.untilUser(m_now));
    }

    // At the server, which counts every call, and knows the last minute to the millisecond.
    void arrive(int number)
    {
        ++m_sent;
        m_early += m_now < m_toldUntil ? 1 : 0;
        while (!m_arrived.empty() && m_now - m_arrived.front() >= 60s)
            m_arrived.pop_front();
        m_arrived.push_back(m_now);
        m_most = std::max(m_most, int(m_arrived.size()));
        const TimePoint answered = m_now + milliseconds(50 + m_random() % 250);
        if (int(m_arrived.size()) <= m_trueLimit) {
            if (number >= 0)
                at(answered, Event::Answer, number);
            return;
        }
        const auto left = m_arrived.front() + 60s - m_now;
        at(answered, Event::Refusal, number, std::chrono::ceil<std::chrono::seconds>(left));
    }

    void take(const Event &event)
    {
        switch (event.kind) {
        case Event::UserCall: m_users.push_back(-1); break;
        case Event::Answer: {
            Pipeline &pipeline = m_pipelines[size_t(event.number)];
            pipeline.longestGap = std::max(pipeline.longestGap,
                                           std::chrono::ceil<milliseconds>(m_now - pipeline.asked));
            pipeline.asked = m_now;
            m_scheduler.onEnded();
            m_scheduler.onAnswered(key(event.number));
            m_scheduler.putBack(key(event.number), pipeline.need, m_now);
            break;
        }
        case Event::Refusal:
            ++m_refused;
            if (m_now >= m_pausedUntil)
                m_budget.onLimited(m_now);
            else
                m_budget.onRefused();
            m_pausedUntil = std::max(m_pausedUntil, m_now + event.retryAfter);
            m_toldUntil = m_pausedUntil;
            if (event.number < 0)
                m_users.push_front(event.number);
            else
                m_waiting.push_front(event.number);
            break;
        }
    }

    std::mt19937 m_random{20}; // NOLINT(bugprone-random-generator-seed): the same hours each time
    RateBudget m_budget;
    int m_trueLimit;
    PollScheduler m_scheduler;
    std::vector<Pipeline> m_pipelines;
    std::multimap<TimePoint, Event> m_events;
    std::deque<int> m_waiting; // background calls in the client
    std::deque<int> m_users;
    std::deque<TimePoint> m_arrived;
    TimePoint m_now = firstMoment;
    TimePoint m_pausedUntil{};
    TimePoint m_toldUntil{};
    int m_most = 0;
    int m_refused = 0;
    int m_early = 0;
    int m_sent = 0;
};

QByteArray counted(const char *what, double value, double bound)
{
    return what + " "_ba + QByteArray::number(value) + ", at most " + QByteArray::number(bound);
}

// n pipelines in turn, at the background rate of the limit, with so much of all turns.
milliseconds round(int n, int limit, double share)
{
    return milliseconds(qint64(n * 60'000.0 / (0.55 * limit * share)));
}

} // namespace

#define AT_MOST(value, bound)                                                                      \
    QVERIFY2(                                                                                      \
        double((value).count()) <= double(milliseconds(bound).count()),                            \
        counted(#value, double((value).count()), double(milliseconds(bound).count())).constData())

// Hours of polling in a moment: 1,000 pipelines of an account with a limit.
class TestPollScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void limits_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("60 a minute") << 60;
        QTest::newRow("1000 a minute") << 1000;
    }

    // With a user who takes his part, a screen of rows and some problems: never over the limit.
    void staysWithinTheLimit_data() { limits_data(); }

    void staysWithinTheLimit()
    {
        QFETCH(const int, limit);
        Hours hours(1000, limit);
        hours.setInView(0, 30);
        for (int i = 100; i < 110; ++i)
            hours.setNeed(i, Need::Problem);
        const milliseconds all = limit == 60 ? milliseconds(8h) : milliseconds(1h);
        // Two fifths of the limit, in crowds: all of a minute's calls at once.
        for (milliseconds in = 90s; in < all; in += 1min) {
            for (int i = 0; i < limit * 2 / 5; ++i)
                hours.callFromUser(in + milliseconds(i));
        }
        hours.run(all);
        QVERIFY2(hours.most() <= limit, counted("calls", hours.most(), limit).constData());
        QCOMPARE(hours.refused(), 0);
        // It is used as well: background alone makes nearly its 55 %.
        const double minutes = double(all / 1ms) / 60'000;
        QVERIFY(hours.sent() > 0.85 * limit * minutes);
    }

    // A user who wants more than the limit waits, and is not refused.
    void usersWaitAtTheLimit_data() { limits_data(); }

    void usersWaitAtTheLimit()
    {
        QFETCH(const int, limit);
        Hours hours(1000, limit);
        for (int i = 0; i < 3 * limit; ++i)
            hours.callFromUser(1min + milliseconds(i));
        hours.run(10min);
        QCOMPARE(hours.refused(), 0);
        QVERIFY2(hours.most() <= limit, counted("calls", hours.most(), limit).constData());
        // All left: three minutes of theirs, and the rest is background.
        QVERIFY(hours.sent() > 3 * limit);
    }

    // The window is hidden: who may need somebody is asked each half minute, or in turn where the
    // limit is low; who is stopped as expected is not asked until somebody can see it again.
    void unseenOnesCostLittle_data() { limits_data(); }

    void unseenOnesCostLittle()
    {
        QFETCH(const int, limit);
        Hours hours(150, limit);
        for (int i = 0; i < 50; ++i)
            hours.setNeed(i, Need::Idle);
        hours.run(15min); // all were asked
        hours.scheduler().setUnseen(true, hours.now());
        hours.run(10min); // what was under way
        hours.forget();
        const TimePoint hidden = hours.now();
        hours.run(1h);
        for (int i = 0; i < 50; ++i)
            QVERIFY(hours.answered(i) < hidden);
        AT_MOST(hours.longestGap(50, 100), std::max<milliseconds>(36s, round(100, limit, 0.9)));
        if (limit == 1000)
            QVERIFY2(hours.sent() < 100 * 60 * 2.5, qPrintable(QString::number(hours.sent())));
        hours.scheduler().setUnseen(false, hours.now());
        hours.run(limit == 1000 ? milliseconds(30s) : milliseconds(6min));
        for (int i = 0; i < 50; ++i)
            QVERIFY(hours.answered(i) > hidden + 1h);
    }

    // Nobody waits for ever, and those in view wait least.
    void nobodyStarves_data() { limits_data(); }

    void nobodyStarves()
    {
        QFETCH(const int, limit);
        Hours hours(1000, limit);
        hours.setInView(0, 30);
        for (int i = 100; i < 110; ++i)
            hours.setNeed(i, Need::Problem);
        hours.run(limit == 60 ? milliseconds(2h) : milliseconds(10min));
        hours.forget();
        hours.run(limit == 60 ? milliseconds(8h) : milliseconds(1h));
        const auto slack = 3s;
        // Half of the turns for the view, a quarter each for problems and rest; 10 s where the
        // budget has that much.
        AT_MOST(hours.longestGap(0, 30),
                std::max(milliseconds(11s), round(30, limit, 0.5)) + slack);
        AT_MOST(hours.longestGap(100, 10),
                std::max(milliseconds(11s), round(10, limit, 0.25)) + slack);
        AT_MOST(hours.longestGap(110, 890), round(960, limit, 0.25) + slack);
    }

    // Far more is changing than the budget can follow: the others still get a third.
    void crowdsThatChangeLeaveAThird_data() { limits_data(); }

    void crowdsThatChangeLeaveAThird()
    {
        QFETCH(const int, limit);
        Hours hours(1000, limit);
        hours.setInView(0, 30);
        for (int i = 0; i < 1000; ++i)
            hours.setNeed(i, i >= 500 ? Need::Changing : i >= 400 ? Need::Problem : Need::Settled);
        hours.run(limit == 60 ? milliseconds(9h)
                              : milliseconds(30min)); // until each was asked once
        hours.forget();
        hours.run(limit == 60 ? milliseconds(12h) : milliseconds(1h));
        AT_MOST(hours.longestGap(30, 370), round(1000, limit, 1.0 / 12));
        AT_MOST(hours.longestGap(0, 30), round(30, limit, 0.5 / 3) + 15s);
        AT_MOST(hours.longestGap(500, 500), round(500, limit, 0.6) + 15s);
    }

    // At the documented limit a change that was sent from here is followed at its pace: 2 s, after
    // two minutes 5 s, then 10 s.
    void changesAreFollowed()
    {
        Hours hours(1000, 1000);
        hours.setInView(0, 30);
        hours.run(5min);
        for (int i = 600; i < 610; ++i) {
            hours.setNeed(i, Need::Changing);
            hours.checkNow(i);
        }
        hours.run(1s);
        // Ten of them in two turns of three, and the time to the answer.
        const auto answer = round(10, 1000, 2.0 / 3) + 300ms;
        hours.forget();
        hours.run(115s);
        AT_MOST(hours.longestGap(600, 10), 2s * 11 / 10 + 500ms + answer);
        hours.run(15s);
        hours.forget();
        hours.run(100s);
        const milliseconds later = hours.longestGap(600, 10);
        AT_MOST(later, 5s * 11 / 10 + 500ms + answer);
        QVERIFY(later > 4s);
        hours.run(15s);
        hours.forget();
        hours.run(2min);
        const milliseconds last = hours.longestGap(600, 10);
        AT_MOST(last, 10s * 11 / 10 + 1s + answer);
        QVERIFY(last > 8s);
    }

    // The server allows less for some minutes: nothing is sent while it asks to wait, and all comes
    // back to the full pace by itself.
    void burstsOfRefusals_data() { limits_data(); }

    void burstsOfRefusals()
    {
        QFETCH(const int, limit);
        Hours hours(1000, limit);
        hours.setInView(0, 30);
        hours.run(10min);
        for (int burst = 0; burst < 3; ++burst) {
            hours.setTrueLimit(limit / 3);
            hours.run(3min);
            hours.setTrueLimit(limit);
            hours.run(4min);
        }
        QVERIFY(hours.refused() > 0);
        QCOMPARE(hours.early(), 0);
        QVERIFY(hours.budget().isLowered());
        hours.run(20min); // 5 % of the limit each quiet minute
        QVERIFY(!hours.budget().isLowered());
        hours.forget();
        hours.run(10min);
        QCOMPARE(hours.refused(), 0);
        QVERIFY(hours.sent() > 0.9 * 10 * 0.55 * limit);
        AT_MOST(hours.longestGap(0, 30), std::max(milliseconds(11s), round(30, limit, 0.75)) + 3s);
    }

    // What the tool tip foretells is about what happens.
    void theOutlookHolds_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("number");
        QTest::newRow("in view") << 1000 << 3;
        QTest::newRow("in view, at 60") << 60 << 3;
        QTest::newRow("the rest") << 1000 << 700;
        QTest::newRow("the rest, at 60") << 60 << 700;
    }

    void theOutlookHolds()
    {
        QFETCH(const int, limit);
        QFETCH(const int, number);
        Hours hours(1000, limit);
        hours.setInView(0, 30);
        hours.run(limit == 60 ? milliseconds(3h) : milliseconds(15min));
        for (int look = 0; look < 5; ++look) {
            const PollScheduler::Traffic traffic{&hours.budget(), 0};
            const auto told = hours.scheduler().outlook(Hours::key(number), hours.now(), traffic);
            QVERIFY(told);
            const TimePoint told_at = hours.now();
            const TimePoint before = hours.answered(number);
            while (hours.answered(number) == before)
                hours.run(100ms);
            const double came = std::chrono::duration<double>(hours.now() - told_at).count();
            const double foretold = std::chrono::duration<double>(told->next).count();
            QVERIFY2(std::abs(came - foretold) <= 3 + foretold * 0.3,
                     (QByteArray::number(foretold) + " s foretold, " + QByteArray::number(came) +
                      " s came")
                         .constData());
            hours.run(7s);
        }
    }

    void theWords_data()
    {
        QTest::addColumn<PollOutlook>("outlook");
        QTest::addColumn<QString>("text");
        using Wait = PollOutlook::Wait;
        QTest::newRow("never") << PollOutlook{{}, 4s, Wait::Turn, 0, 33}
                               << u"Not asked yet. Next in about 4 s: others come first, and the "
                                  "account allows 33 checks a minute."_s;
        QTest::newRow("lately") << PollOutlook{12s, 8s, Wait::Interval, 0, 550}
                                << u"Asked 12 s ago. Next in about 8 s."_s;
        QTest::newRow("failed") << PollOutlook{40s, 80s, Wait::Failures, 3, 550}
                                << u"Asked 40 s ago. Next in about 1 min: it waits longer after 3 "
                                   "failed checks."_s;
        QTest::newRow("outage") << PollOutlook{40s, 4s, Wait::Outage, 0, 550}
                                << u"Asked 40 s ago. The account does not answer: one check at a "
                                   "time tries, the next in about 4 s."_s;
        QTest::newRow("paused") << PollOutlook{3min, 4s, Wait::Paused, 0, 550}
                                << u"Asked 3 min ago. Checks are paused now."_s;
        QTest::newRow("asked") << PollOutlook{2s, 0s, Wait::None, 0, 550}
                               << u"Asked 2 s ago; the answer is on its way."_s;
    }

    void theWords()
    {
        QFETCH(const PollOutlook, outlook);
        QFETCH(const QString, text);
        QCOMPARE(outlook.text(), text);
    }
};

SLUICE_TEST(TestPollScheduler, Core)
#include "tst_pollscheduler.moc"
