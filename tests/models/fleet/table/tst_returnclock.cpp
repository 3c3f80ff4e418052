// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinerow.h"
#include "models/fleet/table/returnclock.h"
#include "tests/support/testprogram.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How long a pipeline can stay as it is, and never more than was seen and said.
class TestReturnClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsSaidWithoutAnAnswer();
    void streamingPipelinesHaveNoClock();
    void theLastLookAtStreamingCounts();
    void aGapMakesItALeastTime();
    void unknownStatesAreNoStop();
    void aFirstSnapshotCountsFromItsBegin();
    void aSnapshotSeenLateHasAtMost();
    void aLaterSnapshotCountsFromTheStreamingBefore();
    void itOutlivesARestart();
    void endlessLogsHaveNoClock();
    void whatIsOverIsNoCertainty();
    void answersAreKept();
    void badSettingsAreNoAnswers();
    void hostsAreTheSameInCapitals();
    void snapshotsThatWereSeenWholeAreRemembered();

private:
    QDateTime at(std::chrono::seconds seconds) const { return m_begin.addDuration(seconds); }

    std::optional<ReturnClock> clock() const { return ReturnClock::of(m_row, *m_retention); }

    const QDateTime m_begin{QDate(2026, 5, 4), QTime(8, 0), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LogRetention> m_retention;
    PipelineRow m_row;
};

void TestReturnClock::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_dir->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_retention = std::make_unique<LogRetention>(m_settings.get());
    m_row = {};
    m_row.sourceType = u"sqlserver"_s;
    m_row.sourceHost = u"db1"_s;
    m_retention->set(LogRetention::sourceOf(m_row), {Retention::Kind::Kept, 72h});
}

void TestReturnClock::nothingIsSaidWithoutAnAnswer()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(10s));
    m_retention->set(LogRetention::sourceOf(m_row), {});
    QVERIFY(!clock());
    QVERIFY(ReturnClock::isWaitingForRetention(m_row, *m_retention));
    // The usual time is offered; it is no answer.
    QCOMPARE(LogRetention::usual(m_row.sourceType), std::optional(72h));
    QCOMPARE(LogRetention::usual(u"postgresql"_s), std::optional<std::chrono::hours>());
}

void TestReturnClock::streamingPipelinesHaveNoClock()
{
    QVERIFY(!clock());
    m_row.applyStatus(u"NOT_RUNNING"_s, at(0s)); // never seen running
    QVERIFY(!clock());
    QVERIFY(!ReturnClock::isWaitingForRetention(m_row, *m_retention));
    m_row.applyStatus(u"STREAMING"_s, at(10s));
    QVERIFY(!clock());
}

void TestReturnClock::theLastLookAtStreamingCounts()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"STREAMING"_s, at(20s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(30s));
    const auto found = clock();
    QVERIFY(found);
    QCOMPARE(found->from, at(20s));
    QCOMPARE(found->deadline, at(20s + 72h));
    QCOMPARE(found->bound, ReturnClock::Bound::Exact);
    QCOMPARE(found->used(at(20s + 36h)), 0.5);
    QCOMPARE(found->shortText(at(20s + 53h)), u"19 h 0 min"_s);
    QCOMPARE(found->text(at(20s + 53h)),
             u"19 h 0 min left before this pipeline needs a new snapshot."_s);
    // Other states that do not stream go on with it.
    m_row.applyStatus(u"STARTING"_s, at(50h));
    QCOMPARE(clock()->from, at(20s));
    QCOMPARE(clock()->bound, ReturnClock::Bound::Exact);
}

void TestReturnClock::aGapMakesItALeastTime()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(2h));
    QCOMPARE(clock()->bound, ReturnClock::Bound::AtLeast);
    QCOMPARE(clock()->from, at(0s));
    QCOMPARE(clock()->shortText(at(2h)), u"at least 2 d 22 h"_s);
}

void TestReturnClock::unknownStatesAreNoStop()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"UNKNOWN"_s, at(10s));
    QCOMPARE(clock()->bound, ReturnClock::Bound::AtLeast);
    QVERIFY(!clock()->isStateKnown);
    QVERIFY(clock()->reason(u"db1"_s).startsWith(
        u"Nobody knows its state now: it may be streaming."_s));
}

void TestReturnClock::aFirstSnapshotCountsFromItsBegin()
{
    m_row.applyStatus(u"STARTING"_s, at(0s));
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(10s));
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(1h));
    QCOMPARE(clock()->from, at(10s));
    QVERIFY(clock()->isFirstSnapshot);
    QCOMPARE(clock()->bound, ReturnClock::Bound::Exact);
}

void TestReturnClock::aSnapshotSeenLateHasAtMost()
{
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(0s));
    QCOMPARE(clock()->bound, ReturnClock::Bound::AtMost);
    QCOMPARE(clock()->shortText(at(1h)), u"at most 2 d 23 h"_s);
}

void TestReturnClock::aLaterSnapshotCountsFromTheStreamingBefore()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(10s));
    QCOMPARE(clock()->from, at(0s));
    QVERIFY(!clock()->isFirstSnapshot);
    m_row.applyStatus(u"STREAMING"_s, at(3h));
    QVERIFY(!clock());
}

void TestReturnClock::itOutlivesARestart()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(10s));
    const SeenState kept = m_row.seenState();
    PipelineRow next;
    next.sourceType = m_row.sourceType;
    next.sourceHost = m_row.sourceHost;
    next.recall(kept);
    next.applyStatus(u"NOT_RUNNING"_s, at(9h));
    std::swap(m_row, next);
    QCOMPARE(clock()->from, at(0s));
    QCOMPARE(clock()->bound, ReturnClock::Bound::Exact);
    // The server may have been faster than the store.
    PipelineRow fast;
    fast.sourceHost = m_row.sourceHost;
    fast.sourceType = m_row.sourceType;
    fast.applyStatus(u"NOT_RUNNING"_s, at(9h));
    fast.recall(kept);
    std::swap(m_row, fast);
    QCOMPARE(clock()->from, at(0s));
}

void TestReturnClock::endlessLogsHaveNoClock()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(10s));
    m_retention->set(LogRetention::sourceOf(m_row), {Retention::Kind::Endless, 0h});
    QVERIFY(!clock());
    QVERIFY(!ReturnClock::isWaitingForRetention(m_row, *m_retention));
}

void TestReturnClock::whatIsOverIsNoCertainty()
{
    m_row.applyStatus(u"STREAMING"_s, at(0s));
    m_row.applyStatus(u"NOT_RUNNING"_s, at(10s));
    QVERIFY(clock()->isOver(at(72h)));
    QCOMPARE(clock()->used(at(100h)), 1.0);
    QCOMPARE(clock()->shortText(at(72h)), u"run out"_s);
    QVERIFY(clock()->text(at(72h)).contains(u"may need a new snapshot"_s));
}

void TestReturnClock::answersAreKept()
{
    const LogRetention::Source other{u"postgresql"_s, u"pg one.example.com"_s};
    m_retention->set(other, {Retention::Kind::Endless, 0h});
    const LogRetention next(m_settings.get());
    QCOMPARE(next.of(LogRetention::sourceOf(m_row)), (Retention{Retention::Kind::Kept, 72h}));
    QCOMPARE(next.of(other).kind, Retention::Kind::Endless);
    m_retention->set(other, {});
    QCOMPARE(LogRetention(m_settings.get()).of(other).kind, Retention::Kind::NotKnown);
}

void TestReturnClock::badSettingsAreNoAnswers()
{
    m_settings->setValue(u"logRetention"_s,
                         QStringList{u"x sqlserver db1"_s, u"-5 sqlserver db1"_s,
                                     u"99999999 sqlserver db1"_s, u""_s, u"72"_s});
    const LogRetention next(m_settings.get());
    QCOMPARE(next.of(LogRetention::sourceOf(m_row)).kind, Retention::Kind::NotKnown);
}

void TestReturnClock::hostsAreTheSameInCapitals()
{
    m_row.sourceHost = u" DB1 "_s;
    QCOMPARE(m_retention->of(m_row).kept, 72h);
    m_row.sourceType = u"oracle"_s; // another server on that host
    QCOMPARE(m_retention->of(m_row).kind, Retention::Kind::NotKnown);
}

void TestReturnClock::snapshotsThatWereSeenWholeAreRemembered()
{
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(0s)); // its begin was not seen
    m_row.applyStatus(u"STREAMING"_s, at(60s));
    QCOMPARE(m_row.longestSnapshot.count(), 0);
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(120s));
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(300s));
    m_row.applyStatus(u"STREAMING"_s, at(420s));
    QCOMPARE(m_row.longestSnapshot, std::chrono::milliseconds(300s));
    m_row.applyStatus(u"SNAPSHOTTING"_s, at(430s));
    m_row.applyStatus(u"STREAMING"_s, at(440s)); // shorter
    QCOMPARE(m_row.seenState().longestSnapshot, std::chrono::milliseconds(300s));
}

SLUICE_TEST(TestReturnClock, Core)
#include "tst_returnclock.moc"
