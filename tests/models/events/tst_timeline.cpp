// SPDX-License-Identifier: Apache-2.0
#include "models/events/event.h"
#include "models/events/timeline.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

// What a timeline says of a period: whatever was seen, there is no hole, no overlap, and no claim
// about a time in which nobody looked.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLooksNothingIsObserved();
    void formerStateGoesOnUntilTheNextLook();
    void longPausesAreNotObserved();
    void lastLookCountsForAMoment();
    void spansAreCutToThePeriod();
    void neighboursOfOneStateAreOnePart();
    void clockThatWentBackMakesNoOverlap();
    void partsAreFoundByTime();
    void shareIsOfTheObservedTime();
    void hundredPercentMeansAll();
};

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr auto Streaming = PipelineState::Streaming;
constexpr auto Stopped = PipelineState::NotRunning;
constexpr auto Nobody = PipelineState::NotChecked;

using Parts = QList<TimelinePart>;

} // namespace

void TestTimeline::withoutLooksNothingIsObserved()
{
    const Timeline timeline({}, 0, hour);
    QCOMPARE(timeline.parts(), (Parts{{0, hour, Nobody}}));
    QCOMPARE(timeline.observed(), 0);
    QCOMPARE(timeline.text(), u"Not observed"_s);
}

void TestTimeline::formerStateGoesOnUntilTheNextLook()
{
    const Timeline timeline({{0, 10 * minute, Streaming}, {11 * minute, 60 * minute, Stopped}}, 0,
                            hour);
    QCOMPARE(timeline.parts(), (Parts{{0, 11 * minute, Streaming}, {11 * minute, hour, Stopped}}));
}

void TestTimeline::longPausesAreNotObserved()
{
    const Timeline timeline({{0, 10 * minute, Streaming}, {30 * minute, 60 * minute, Stopped}}, 0,
                            hour);
    QCOMPARE(timeline.parts(), (Parts{{0, 10 * minute, Streaming},
                                      {10 * minute, 30 * minute, Nobody},
                                      {30 * minute, hour, Stopped}}));
}

void TestTimeline::lastLookCountsForAMoment()
{
    const qint64 soon = 10 * minute + longestPauseMs;
    const QList<ObservedSpan> spans{{0, 10 * minute, Streaming}};
    QCOMPARE(Timeline(spans, 0, soon).parts(), (Parts{{0, soon, Streaming}}));
    QCOMPARE(Timeline(spans, 0, soon + 1).parts(),
             (Parts{{0, 10 * minute, Streaming}, {10 * minute, soon + 1, Nobody}}));
}

void TestTimeline::spansAreCutToThePeriod()
{
    const Timeline timeline({{0, hour, Stopped}, {hour, 9 * hour, Streaming}}, 2 * hour, 3 * hour);
    QCOMPARE(timeline.parts(), (Parts{{2 * hour, 3 * hour, Streaming}}));
}

void TestTimeline::neighboursOfOneStateAreOnePart()
{
    const Timeline timeline({{0, 10 * minute, Streaming}, {12 * minute, hour, Streaming}}, 0, hour);
    QCOMPARE(timeline.parts(), (Parts{{0, hour, Streaming}}));
}

void TestTimeline::clockThatWentBackMakesNoOverlap()
{
    const Timeline timeline({{0, 50 * minute, Streaming}, {10 * minute, hour, Stopped}}, 0, hour);
    qint64 end = 0;
    for (const TimelinePart &part : timeline.parts()) {
        QCOMPARE(part.from, end);
        QVERIFY(part.length() > 0);
        end = part.to;
    }
    QCOMPARE(end, hour);
}

void TestTimeline::partsAreFoundByTime()
{
    const Timeline timeline({{0, 10 * minute, Streaming}, {30 * minute, 60 * minute, Stopped}}, 0,
                            hour);
    QCOMPARE(timeline.partAt(0)->state, Streaming);
    QCOMPARE(timeline.partAt(10 * minute)->state, Nobody);
    QCOMPARE(timeline.partAt(hour - 1)->state, Stopped);
    QCOMPARE(timeline.partAt(hour), nullptr);
    QCOMPARE(timeline.partAt(-1), nullptr);
}

void TestTimeline::shareIsOfTheObservedTime()
{
    const Timeline timeline({{0, 3 * hour, Streaming}, {3 * hour, 4 * hour, Stopped}}, 0,
                            24 * hour);
    QCOMPARE(timeline.observed(), 4 * hour);
    QCOMPARE(timeline.spentIn(Streaming), 3 * hour);
    QCOMPARE(timeline.text(), u"75.0 % streaming of 4 h 0 min observed"_s);
}

void TestTimeline::hundredPercentMeansAll()
{
    const Timeline nearly({{0, 30LL * 24 * hour - minute, Streaming},
                           {30LL * 24 * hour - minute, 30LL * 24 * hour, Stopped}},
                          0, 30LL * 24 * hour);
    QVERIFY(nearly.text().startsWith(u"99.9 %"_s));
    QVERIFY(Timeline({{0, hour, Streaming}}, 0, hour).text().startsWith(u"100 %"_s));
}

SLUICE_TEST(TestTimeline, Core)

#include "tst_timeline.moc"
