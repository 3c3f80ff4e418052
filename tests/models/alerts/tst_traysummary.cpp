// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertwatch.h"
#include "models/alerts/closechoice.h"
#include "models/alerts/traysummary.h"
#include "models/fleet/fleet.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

TraySummary::Problem problemOf(int number, AlertRule rule)
{
    return {{u"acc"_s, u"p1"_s, u"id%1"_s.arg(number)}, u"orders %1"_s.arg(number), rule};
}

} // namespace

// What the tray says, and what closing the window does.
class TestTraySummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theToolTipCounts();
    void theFirstEightAreListed();
    void theFleetIsSummedUp();
    void closing_data();
    void closing();
    void theChoiceIsKept();
};

void TestTraySummary::theToolTipCounts()
{
    TraySummary summary;
    QCOMPARE(summary.toolTip(), u"Sluice: no pipelines are watched"_s);
    QVERIFY(!summary.worst());
    summary.isWatching = true;
    summary.streaming = 41;
    QCOMPARE(summary.toolTip(), u"Sluice: nothing needs attention, 41 streaming"_s);
    summary.problems = {problemOf(1, AlertRule::UnexpectedStop)};
    QCOMPARE(summary.toolTip(), u"Sluice: 1 needs attention, 41 streaming"_s);
    summary.problems += problemOf(2, AlertRule::UnknownForLong);
    QCOMPARE(summary.toolTip(), u"Sluice: 2 need attention, 41 streaming"_s);
    QCOMPARE(summary.worst(), std::optional(AlertRule::UnexpectedStop));
    summary.isPaused = true;
    QCOMPARE(summary.toolTip(),
             u"Sluice: checks are paused; before, 2 need attention, 41 streaming"_s);
}

void TestTraySummary::theFirstEightAreListed()
{
    TraySummary summary;
    for (int number = 0; number < 8; ++number)
        summary.problems += problemOf(number, AlertRule::UnexpectedStop);
    QCOMPARE(summary.listed().size(), 8);
    QCOMPARE(summary.moreText(), QString());
    for (int number = 8; number < 11; ++number)
        summary.problems += problemOf(number, AlertRule::UnexpectedStop);
    QCOMPARE(summary.listed().size(), 8);
    QCOMPARE(summary.moreText(), u"3 more…"_s);
    QCOMPARE(summary.listed().constFirst().text(), u"orders 0: Stopped unexpectedly"_s);
    const TraySummary::Problem account{
        {u"acc"_s, {}, {}}, u"PROD-EU is out of reach."_s, AlertRule::AccountTrouble};
    QCOMPARE(account.text(), u"PROD-EU is out of reach."_s);
}

// Real polling against a played server.
void TestTraySummary::theFleetIsSummedUp()
{
    ScriptedApi api;
    api.addProject(u"p1"_s, u"Sales"_s);
    for (int number = 0; number < 3; ++number) {
        api.addPipeline(u"p1"_s, u"id%1"_s.arg(number), u"orders %1"_s.arg(number), u"r1"_s);
        api.statuses[u"id%1"_s.arg(number)] = u"STREAMING"_s;
    }
    StatusPoller::Intervals quick;
    quick.changing = std::chrono::milliseconds(20);
    quick.settled = std::chrono::milliseconds(50);
    Fleet fleet(quick);
    QDateTime now(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC);
    AlertWatch watch(&fleet, [&now] { return now; });
    QVERIFY(!TraySummary::of(&fleet, &watch).isWatching);
    fleet.addAccount(api.makeAccount());
    QTRY_COMPARE(TraySummary::of(&fleet, &watch).streaming, 3);
    QVERIFY(TraySummary::of(&fleet, &watch).problems.isEmpty());

    api.statuses[u"id1"_s] = u"UNKNOWN"_s;
    const PipelineKey key{u"acc"_s, u"p1"_s, u"id1"_s};
    QTRY_COMPARE(fleet.pipelines()->find(key)->state, PipelineState::Unknown);
    const auto isTold = [&] {
        now = now.addSecs(600);
        fleet.poller(u"acc"_s)->checkAllNow();
        return !TraySummary::of(&fleet, &watch).problems.isEmpty();
    };
    QTRY_VERIFY(isTold());
    const TraySummary summary = TraySummary::of(&fleet, &watch);
    QCOMPARE(summary.problems.size(), 1);
    QCOMPARE(summary.problems.constFirst().key, key);
    QCOMPARE(summary.problems.constFirst().name, u"orders 1"_s);
    QCOMPARE(summary.worst(), std::optional(AlertRule::UnknownForLong));
    QCOMPARE(summary.streaming, 2);
    watch.mute(watch.open().constFirst(), now, {});
    QVERIFY(TraySummary::of(&fleet, &watch).problems.isEmpty());
    QCOMPARE(TraySummary::of(&fleet, nullptr).streaming, 2);
    fleet.setPolling(false);
    QVERIFY(TraySummary::of(&fleet, &watch).isPaused);
}

void TestTraySummary::closing_data()
{
    using Answer = CloseChoice::Answer;
    QTest::addColumn<Answer>("chosen");
    QTest::addColumn<bool>("hasTray");
    QTest::addColumn<bool>("isWatching");
    QTest::addColumn<Answer>("wanted");
    QTest::newRow("first") << Answer::Ask << true << true << Answer::Ask;
    QTest::newRow("keep") << Answer::Keep << true << true << Answer::Keep;
    QTest::newRow("quit") << Answer::Quit << true << true << Answer::Quit;
    QTest::newRow("no tray, first") << Answer::Ask << false << true << Answer::Quit;
    QTest::newRow("no tray, keep") << Answer::Keep << false << true << Answer::Quit;
    QTest::newRow("nothing to watch") << Answer::Ask << true << false << Answer::Quit;
    QTest::newRow("nothing to watch, keep") << Answer::Keep << true << false << Answer::Quit;
}

void TestTraySummary::closing()
{
    QFETCH(const CloseChoice::Answer, chosen);
    QFETCH(const bool, hasTray);
    QFETCH(const bool, isWatching);
    QFETCH(const CloseChoice::Answer, wanted);
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"a.ini"_s), QSettings::IniFormat);
    CloseChoice choice(&settings);
    choice.choose(chosen);
    QCOMPARE(choice.decide(hasTray, isWatching), wanted);
}

void TestTraySummary::theChoiceIsKept()
{
    using Answer = CloseChoice::Answer;
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"a.ini"_s), QSettings::IniFormat);
    QCOMPARE(CloseChoice(&settings).chosen(), Answer::Ask);
    for (const Answer answer : {Answer::Keep, Answer::Quit, Answer::Ask}) {
        CloseChoice(&settings).choose(answer);
        QCOMPARE(CloseChoice(&settings).chosen(), answer);
    }
    settings.setValue(u"window/onClose"_s, u"nonsense"_s);
    QCOMPARE(CloseChoice(&settings).chosen(), Answer::Ask);
}

SLUICE_TEST(TestTraySummary, Core)
#include "tst_traysummary.moc"
