// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/pollqueue.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;

namespace {

using Need = PollQueue::Need;

const PollQueue::TimePoint begun = PollQueue::TimePoint{} + 1h;

PipelineKey key(int number)
{
    return {u"acc"_s, u"p"_s, u"s%1"_s.arg(number)};
}

// A queue of so many, all asked once already and due.
PollQueue asked(int count, const QHash<int, Need> &needs = {})
{
    PollQueue queue;
    for (int i = 0; i < count; ++i)
        queue.add(key(i), begun);
    for (int i = 0; i < count; ++i) {
        PollQueue::Entry *entry = queue.takeDue(begun);
        entry->sentAt = begun;
    }
    for (int i = 0; i < count; ++i)
        queue.schedule(queue.find(key(i)), begun, needs.value(i, Need::Settled));
    return queue;
}

// The numbers of those who are asked in so many turns; each is due again at once.
QList<int> turns(PollQueue &queue, int count)
{
    QList<int> numbers;
    for (int i = 0; i < count; ++i) {
        PollQueue::Entry *entry = queue.takeDue(begun);
        if (!entry)
            break;
        entry->sentAt = begun;
        numbers += entry->key.pipeline.mid(1).toInt();
        queue.schedule(entry, begun, entry->need);
    }
    return numbers;
}

QSet<PipelineKey> keys(const QList<int> &numbers)
{
    QSet<PipelineKey> keys;
    for (const int number : numbers)
        keys.insert(key(number));
    return keys;
}

} // namespace

// Whose turn it is.
class TestPollQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theTurns_data()
    {
        QTest::addColumn<QList<int>>("inView");
        QTest::addColumn<QList<int>>("problems");
        QTest::addColumn<QList<int>>("changing");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("nobody is special")
            << QList<int>{} << QList<int>{} << QList<int>{} << QList<int>{0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("in view, three turns of four")
            << QList<int>{8, 9} << QList<int>{} << QList<int>{}
            << QList<int>{8, 9, 8, 0, 9, 8, 9, 1};
        QTest::newRow("problems as well")
            << QList<int>{8} << QList<int>{5} << QList<int>{} << QList<int>{8, 5, 8, 0, 8, 5, 8, 1};
        QTest::newRow("problems alone") << QList<int>{} << QList<int>{4, 5} << QList<int>{}
                                        << QList<int>{4, 5, 4, 0, 5, 4, 5, 1};
        QTest::newRow("a problem in view is in view")
            << QList<int>{7} << QList<int>{7} << QList<int>{} << QList<int>{7, 7, 7, 0, 7, 7, 7, 1};
        QTest::newRow("changing, two turns of three")
            << QList<int>{8} << QList<int>{5} << QList<int>{2}
            << QList<int>{2, 2, 8, 2, 2, 5, 2, 2, 8, 2, 2, 0};
        QTest::newRow("all in view")
            << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11} << QList<int>{} << QList<int>{}
            << QList<int>{0, 1, 2, 3, 4, 5};
    }

    void theTurns()
    {
        QFETCH(const QList<int>, inView);
        QFETCH(const QList<int>, problems);
        QFETCH(const QList<int>, changing);
        QFETCH(const QList<int>, expected);
        QHash<int, Need> needs;
        for (const int number : problems)
            needs.insert(number, Need::Problem);
        for (const int number : changing)
            needs.insert(number, Need::Changing);
        PollQueue queue = asked(12, needs); // three whole rounds of turns
        queue.setInView(keys(inView));
        QCOMPARE(turns(queue, int(expected.size())), expected);
    }

    // A pin is worth as much as a problem, and can be taken away.
    void pinnedOnesComeWithTheProblems()
    {
        PollQueue queue = asked(12, {{5, Need::Problem}});
        queue.setPinned(keys({7}));
        QCOMPARE(turns(queue, 8), QList<int>({5, 7, 5, 0, 7, 5, 7, 1}));
        queue.setPinned({});
        QCOMPARE(turns(queue, 4), QList<int>({5, 5, 5, 2}));
        queue.setPinned(keys({20}));
        queue.add(key(20), begun); // it came later
        PollQueue::Entry *entry = queue.find(key(20));
        QVERIFY(entry->isPinned);
        QVERIFY(!queue.find(key(7))->isPinned);
    }

    // At the start nobody was asked: what is on screen does not wait for a thousand others.
    void neverAskedInViewDoesNotWait()
    {
        PollQueue queue;
        for (int i = 0; i < 1000; ++i)
            queue.add(key(i), begun);
        queue.setInView(keys({500, 700, 900, 998, 999}));
        QList<int> first;
        for (int i = 0; i < 5; ++i) {
            PollQueue::Entry *entry = queue.takeDue(begun);
            QVERIFY(entry);
            entry->sentAt = begun;
            first += entry->key.pipeline.mid(1).toInt();
        }
        std::sort(first.begin(), first.end());
        QCOMPARE(first, QList<int>({500, 700, 900, 998, 999}));
    }

    // However many are in view or have a problem, each of the rest is asked in its turn.
    void nobodyStarves()
    {
        QHash<int, Need> needs;
        for (int i = 40; i < 80; ++i)
            needs.insert(i, Need::Problem);
        PollQueue queue = asked(100, needs);
        QList<int> view(40);
        std::iota(view.begin(), view.end(), 0);
        queue.setInView(keys(view));
        const QList<int> asked = turns(queue, 4 * 20);
        for (int i = 80; i < 100; ++i)
            QCOMPARE(asked.count(i), 1);
    }

    void notDueIsNotAsked()
    {
        PollQueue queue = asked(3);
        queue.setInView(keys({1}));
        queue.take(queue.find(key(1)));
        queue.schedule(queue.find(key(1)), begun + 10s, Need::Settled);
        QCOMPARE(turns(queue, 4), QList<int>({0, 2, 0, 2}));
        QCOMPARE(queue.nextDue(), std::optional(begun));
    }

    void viewMayChangeWhileACallIsUnderWay()
    {
        PollQueue queue = asked(4);
        queue.setInView(keys({3}));
        PollQueue::Entry *entry = queue.takeDue(begun);
        QCOMPARE(entry->key, key(3));
        queue.setInView(keys({2}));
        queue.schedule(entry, begun, Need::Settled);
        QCOMPARE(turns(queue, 4).mid(0, 2), QList<int>({2, 2}));
        queue.setInView({});
        queue.remove(key(2));
        QCOMPARE(turns(queue, 3).size(), 3);
    }

    // Rows may be on screen before the queue hears of them.
    void whoIsAddedLaterIsInViewToo()
    {
        PollQueue queue;
        queue.setInView(keys({1}));
        queue.add(key(0), begun);
        queue.add(key(1), begun);
        QCOMPARE(queue.takeDue(begun)->key, key(1));
    }
};

SLUICE_TEST(TestPollQueue, Core)
#include "tst_pollqueue.moc"
