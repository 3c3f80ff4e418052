// SPDX-License-Identifier: Apache-2.0
#include "models/api/ratebudget.h"
#include "tests/support/testprogram.h"

#include <QtTest>

using namespace Sluice;
using namespace std::chrono_literals;

// The budget of calls, on a clock of the test's own.
class TestRateBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLimit();
    void backgroundTakesThreeFifths_data();
    void backgroundTakesThreeFifths();
    void waitIsExact();
    void userCallsCount();
    void usersMinuteHoldsBackgroundBack();
    void limitedHalvesAndQuietMinutesGiveBack();
    void rateNeverGoesToNothing();
    void refusalsTeachTheLimit_data();
    void refusalsTeachTheLimit();

private:
    // Calls that background makes in the time, asking every millisecond.
    int taken(RateBudget &budget, std::chrono::milliseconds time);

    RateBudget::TimePoint m_now{1000h};
};

int TestRateBudget::taken(RateBudget &budget, std::chrono::milliseconds time)
{
    int count = 0;
    for (const auto end = m_now + time; m_now < end; m_now += 1ms) {
        while (budget.takeBackground(m_now))
            ++count;
    }
    return count;
}

void TestRateBudget::noLimit()
{
    RateBudget budget(0);
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(budget.takeBackground(m_now));
    QCOMPARE(budget.untilBackground(m_now), 0ms);
    QCOMPARE(budget.usedLastMinute(m_now), 10'000);
}

void TestRateBudget::backgroundTakesThreeFifths_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("later");
    QTest::newRow("1000") << 1000 << 600 << 550;
    QTest::newRow("60") << 60 << 36 << 33;
}

void TestRateBudget::backgroundTakesThreeFifths()
{
    QFETCH(int, limit);
    QFETCH(int, first);
    QFETCH(int, later);
    RateBudget budget(limit);
    const int firstMinute = taken(budget, 1min);
    QVERIFY2(std::abs(firstMinute - first) <= 1, qPrintable(QString::number(firstMinute)));
    const int nextMinute = taken(budget, 1min);
    QVERIFY2(std::abs(nextMinute - later) <= 1, qPrintable(QString::number(nextMinute)));
}

void TestRateBudget::waitIsExact()
{
    RateBudget budget(60);
    while (budget.takeBackground(m_now)) {
    }
    const auto wait = budget.untilBackground(m_now);
    QVERIFY(wait > 1800ms && wait < 1850ms); // 33 a minute
    QVERIFY(!budget.takeBackground(m_now + wait - 2ms));
    QVERIFY(budget.takeBackground(m_now + wait));
}

void TestRateBudget::userCallsCount()
{
    RateBudget budget(1000);
    for (int i = 0; i < 30; ++i) {
        budget.recordUserCall(m_now);
        m_now += 1s;
    }
    QCOMPARE(budget.usedLastMinute(m_now), 30);
    m_now += 40s;
    QCOMPARE(budget.usedLastMinute(m_now), 20); // the one of just a minute ago still counts
    m_now += 1h;
    QCOMPARE(budget.usedLastMinute(m_now), 0);
}

void TestRateBudget::usersMinuteHoldsBackgroundBack()
{
    RateBudget budget(100);
    for (int i = 0; i < 100; ++i)
        budget.recordUserCall(m_now);
    QVERIFY(!budget.takeBackground(m_now));
    QVERIFY(budget.untilBackground(m_now) > 0ms);
    m_now += 61s;
    QVERIFY(budget.takeBackground(m_now));
}

void TestRateBudget::limitedHalvesAndQuietMinutesGiveBack()
{
    RateBudget budget(1000);
    taken(budget, 1min);
    budget.onLimited(m_now);
    QVERIFY(!budget.takeBackground(m_now));
    const int halved = taken(budget, 1min);
    QVERIFY2(std::abs(halved - 275) <= 2, qPrintable(QString::number(halved)));
    const int second = taken(budget, 1min);
    QVERIFY2(std::abs(second - 325) <= 2, qPrintable(QString::number(second)));
    taken(budget, 10min);
    const int whole = taken(budget, 1min);
    QVERIFY2(std::abs(whole - 550) <= 2, qPrintable(QString::number(whole)));
}

void TestRateBudget::refusalsTeachTheLimit_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("passed");  // calls of the last minute that were let through
    QTest::addColumn<int>("refused"); // and those that were not
    QTest::addColumn<int>("known");
    QTest::newRow("none refused") << 1000 << 200 << 0 << 1000;
    QTest::newRow("one refused") << 1000 << 60 << 1 << 60;
    QTest::newRow("many were on their way") << 1000 << 60 << 32 << 60;
    QTest::newRow("no limit set") << 0 << 60 << 4 << 60;
    QTest::newRow("as set") << 60 << 60 << 1 << 60;
    QTest::newRow("none let through") << 1000 << 0 << 5 << 1;
    QTest::newRow("a lower one set") << 100 << 42 << 3 << 42;
}

void TestRateBudget::refusalsTeachTheLimit()
{
    QFETCH(const int, limit);
    QFETCH(const int, passed);
    QFETCH(const int, refused);
    QFETCH(const int, known);
    RateBudget budget(limit);
    for (int i = 0; i < passed + refused; ++i)
        budget.recordUserCall(m_now);
    for (int i = 0; i < refused; ++i)
        i == 0 ? budget.onLimited(m_now) : budget.onRefused();
    QCOMPARE(budget.knownLimit(), known);
    QCOMPARE(budget.isLowered(), refused > 0 && known < limit);
    if (limit == 0 || refused == 0)
        return;
    // Minutes without a refusal give the rate back, and with it the limit.
    const int before = budget.backgroundPerMinute();
    for (int minute = 0; minute < 12; ++minute) {
        m_now += 1min;
        budget.untilBackground(m_now);
    }
    QCOMPARE(budget.knownLimit(), limit);
    QVERIFY(budget.backgroundPerMinute() > before);
}

void TestRateBudget::rateNeverGoesToNothing()
{
    RateBudget budget(1000);
    for (int i = 0; i < 50; ++i)
        budget.onLimited(m_now);
    QVERIFY(budget.untilBackground(m_now) <= 3100ms); // 20 a minute
}

SLUICE_TEST(TestRateBudget, Core)
#include "tst_ratebudget.moc"
