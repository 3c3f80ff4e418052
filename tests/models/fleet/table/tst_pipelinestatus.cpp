// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// Statuses: what a row makes of the answers, and how changes are told.
class TestPipelineStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void statusesAreShownTogether()
    {
        PipelineModelFixture f;
        f.fill(200);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        QSignalSpy status(&f.model, &PipelineModel::statusChanged);
        for (int i = 0; i < 200; i += 2)
            f.see(u"id%1"_s.arg(i), u"STREAMING"_s);
        QCOMPARE(status.size(), 100);
        QCOMPARE(changed.size(), 0);     // not before the flush
        QTRY_COMPARE(changed.size(), 2); // one range a column group
        QCOMPARE(changed[0][0].toModelIndex(), f.model.index(0, PipelineModel::StatusColumn));
        QCOMPARE(changed[0][1].toModelIndex(), f.model.index(198, PipelineModel::StatusColumn));
        QVERIFY(changed[0][2].value<QList<int>>().contains(PipelineModel::BadgeRole));
        QCOMPARE(changed[1][0].toModelIndex(), f.model.index(0, PipelineModel::SinceColumn));
        QCOMPARE(changed[1][1].toModelIndex(), f.model.index(198, PipelineModel::CheckedColumn));
    }

    // Whoever keeps the words of a cell must hear that they changed, for a screen reader above all.
    void wordsOfCellsAreToldOf()
    {
        PipelineModelFixture f;
        f.fill(1);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        const auto tells = [&f, &changed](int column, int role) {
            f.model.flush();
            return std::any_of(changed.cbegin(), changed.cend(), [&](const QList<QVariant> &one) {
                return one[0].toModelIndex().column() <= column &&
                       one[1].toModelIndex().column() >= column &&
                       one[2].value<QList<int>>().contains(role);
            });
        };
        f.see(u"id0"_s, u"STREAMING"_s);
        QVERIFY(tells(PipelineModel::StatusColumn, Qt::AccessibleTextRole));
        QVERIFY(tells(PipelineModel::StatusColumn, Qt::ToolTipRole));
        QVERIFY(tells(PipelineModel::SinceColumn, Qt::AccessibleTextRole));
        QVERIFY(tells(PipelineModel::CheckedColumn, Qt::AccessibleTextRole));
        changed.clear();
        f.see(u"id0"_s, u"STREAMING"_s); // the time of the check alone
        QVERIFY(tells(PipelineModel::CheckedColumn, Qt::AccessibleTextRole));
        changed.clear();
        f.model.setCheckFailed(key(u"id0"_s), u"No answer."_s);
        QVERIFY(tells(PipelineModel::StatusColumn, Qt::AccessibleTextRole));
        QVERIFY(tells(PipelineModel::StatusColumn, Qt::ToolTipRole));
        QVERIFY(tells(PipelineModel::SinceColumn, Qt::AccessibleTextRole));
    }

    void fewRowsAreToldByRuns()
    {
        PipelineModelFixture f;
        f.fill(20);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        for (const int i : {3, 4, 5, 9})
            f.see(u"id%1"_s.arg(i), u"STREAMING"_s);
        f.model.flush();
        QCOMPARE(changed.size(), 4); // two runs, two column groups
        QCOMPARE(changed[0][0].toModelIndex().row(), 3);
        QCOMPARE(changed[0][1].toModelIndex().row(), 5);
        f.model.flush();
        QCOMPARE(changed.size(), 4);
    }

    void equalStatusChangesTheTimeAlone()
    {
        PipelineModelFixture f;
        f.fill(2);
        f.see(u"id0"_s, u"STREAMING"_s);
        f.model.flush();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        QSignalSpy status(&f.model, &PipelineModel::statusChanged);
        f.see(u"id0"_s, u"STREAMING"_s);
        f.see(u"id0"_s, u"STREAMING"_s);
        QCOMPARE(changed.size(), 0);
        f.model.flush();
        QCOMPARE(status.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), f.model.index(0, PipelineModel::CheckedColumn));
        QVERIFY(!changed[0][2].value<QList<int>>().contains(PipelineModel::BadgeRole));
        QCOMPARE(f.value(u"id0"_s, PipelineModel::CheckedRole).toDateTime(), f.now);
    }

    void anySpellingAndUnknownWordsAreShownAsTheyAre()
    {
        PipelineModelFixture f;
        f.fill(1);
        f.see(u"id0"_s, u"streaming"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Streaming);
        f.see(u"id0"_s, u"Paused_By_Vendor"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::NewValue);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::RawStatusRole).toString(), u"Paused_By_Vendor"_s);
    }

    void sinceIsExactOnlyWhenTheChangeWasSeen()
    {
        PipelineModelFixture f;
        f.fill(1);
        QVERIFY(!f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime().isValid());
        f.see(u"id0"_s, u"STREAMING"_s);
        const QDateTime first = f.now;
        f.see(u"id0"_s, u"streaming"_s); // the same state
        QCOMPARE(f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), first);
        QVERIFY(!f.value(u"id0"_s, PipelineModel::SinceExactRole).toBool());
        f.see(u"id0"_s, u"STOPPING"_s);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), f.now);
        QVERIFY(f.value(u"id0"_s, PipelineModel::SinceExactRole).toBool());
    }

    // What is shown is the time of what the badge says, as far as it is known.
    void aCommandHasItsOwnTime_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("command");
        QTest::addColumn<QString>("after");
        const int start = int(PipelineCommand::Start);
        const int stop = int(PipelineCommand::Stop);
        QTest::newRow("start") << u"NOT_RUNNING"_s << start << u"NOT_RUNNING"_s;
        QTest::newRow("stop of a streaming one") << u"STREAMING"_s << stop << u"STREAMING"_s;
        QTest::newRow("stop of a snapshot") << u"SNAPSHOTTING"_s << stop << u"STREAMING"_s;
        QTest::newRow("start of an unknown one") << u"UNKNOWN"_s << start << u"UNKNOWN"_s;
        QTest::newRow("stop of a new word") << u"RESTORING"_s << stop << u"RESTORING"_s;
    }

    void aCommandHasItsOwnTime()
    {
        PipelineModelFixture f;
        QFETCH(const QString, before);
        QFETCH(const int, command);
        QFETCH(const QString, after);
        f.fill(1);
        f.see(u"id0"_s, before);
        f.now = f.now.addSecs(54);
        f.model.setRequested(key(u"id0"_s), PipelineCommand(command));
        const auto since = [&f] {
            return f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime();
        };
        QCOMPARE(since(), f.now);
        QVERIFY(f.value(u"id0"_s, PipelineModel::SinceExactRole).toBool());
        f.see(u"id0"_s, after); // proves nothing
        QCOMPARE(since(), f.now.addSecs(-1));
        f.model.clearRequested(key(u"id0"_s));
        QVERIFY(since() != f.now.addSecs(-1));
        QCOMPARE(f.value(u"id0"_s, PipelineModel::SinceExactRole).toBool(), before != after);
    }

    void timeEndsWhereNobodyAnswers()
    {
        PipelineModelFixture f;
        f.fill(1);
        const auto until = [&f] {
            return f.value(u"id0"_s, PipelineModel::KnownUntilRole).toDateTime();
        };
        f.see(u"id0"_s, u"STREAMING"_s);
        f.see(u"id0"_s, u"STREAMING"_s);
        const QDateTime last = f.now;
        QVERIFY(!until().isValid());
        f.model.flush();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.now = f.now.addSecs(300);
        f.model.setCheckFailed(key(u"id0"_s), u"No answer."_s);
        QCOMPARE(until(), last);
        f.model.flush();
        // The cells that show it, and no others.
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].toModelIndex().column(), int(PipelineModel::StatusColumn));
        QCOMPARE(changed[0][1].toModelIndex().column(), int(PipelineModel::StatusColumn));
        QCOMPARE(changed[1][0].toModelIndex().column(), int(PipelineModel::SinceColumn));
        QCOMPARE(changed[1][1].toModelIndex().column(), int(PipelineModel::CheckedColumn));
        // A command of one's own is known whoever answers.
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Stop);
        QVERIFY(!until().isValid());
        f.model.clearRequested(key(u"id0"_s));
        f.see(u"id0"_s, u"STREAMING"_s);
        QVERIFY(!until().isValid());
    }

    void failedCheckKeepsTheStatus()
    {
        PipelineModelFixture f;
        f.fill(1);
        f.see(u"id0"_s, u"STREAMING"_s);
        f.model.setCheckFailed(key(u"id0"_s), u"No answer."_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Streaming);
        QVERIFY(f.value(u"id0"_s, PipelineModel::OutdatedRole).toBool());
        QCOMPARE(f.value(u"id0"_s, PipelineModel::ErrorRole).toString(), u"No answer."_s);
        f.model.flush();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.setCheckFailed(key(u"id0"_s), u"No answer."_s);
        f.model.flush();
        QCOMPARE(changed.size(), 0);
        f.see(u"id0"_s, u"STREAMING"_s);
        QVERIFY(!f.value(u"id0"_s, PipelineModel::OutdatedRole).toBool());
        QVERIFY(f.value(u"id0"_s, PipelineModel::ErrorRole).toString().isEmpty());
    }

    void unexpectedStop_data()
    {
        QTest::addColumn<QStringList>("seen");
        QTest::addColumn<bool>("unexpected");
        QTest::newRow("was streaming") << QStringList{u"STREAMING"_s, u"NOT_RUNNING"_s} << true;
        QTest::newRow("was snapshotting")
            << QStringList{u"snapshotting"_s, u"not_running"_s} << true;
        QTest::newRow("somebody stopped it")
            << QStringList{u"STREAMING"_s, u"STOPPING"_s, u"NOT_RUNNING"_s} << false;
        QTest::newRow("first look") << QStringList{u"NOT_RUNNING"_s} << false;
        QTest::newRow("runner lost") << QStringList{u"STREAMING"_s, u"UNKNOWN"_s} << false;
        QTest::newRow("runs again")
            << QStringList{u"STREAMING"_s, u"NOT_RUNNING"_s, u"STARTING"_s} << false;
        QTest::newRow("still stopped")
            << QStringList{u"STREAMING"_s, u"NOT_RUNNING"_s, u"NOT_RUNNING"_s} << true;
    }

    void unexpectedStop()
    {
        PipelineModelFixture f;
        QFETCH(const QStringList, seen);
        QFETCH(const bool, unexpected);
        f.fill(1);
        for (const QString &status : seen)
            f.see(u"id0"_s, status);
        QCOMPARE(f.badge(u"id0"_s) == Badge::StoppedUnexpectedly, unexpected);
        QCOMPARE(f.model.worstProblem(u"acc"_s, u"p1"_s) == Badge::StoppedUnexpectedly, unexpected);
    }

    void aStopFromHereIsExpected()
    {
        PipelineModelFixture f;
        f.fill(2);
        for (const QString &id : {u"id0"_s, u"id1"_s}) {
            f.see(id, u"STREAMING"_s);
            f.model.setRequested(key(id), PipelineCommand::Stop);
        }
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Stopped);
        // No answer came to the stop, yet it may have worked.
        f.model.clearRequested(key(u"id1"_s), PipelineModel::CommandOutcome::Unknown);
        QCOMPARE(f.badge(u"id1"_s), Badge::Streaming);
        f.see(u"id1"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id1"_s), Badge::Stopped);
    }

    // What an earlier run of the program saw counts until the first answer.
    void aRecalledStateIsToldWithItsAge()
    {
        PipelineModelFixture f;
        f.fill(2);
        const QDateTime seen = f.now.addSecs(-3600);
        QSignalSpy changed(&f.model, &PipelineModel::statusChanged);
        f.model.recallState(key(u"id0"_s),
                            {u"STREAMING"_s, seen, seen.addDays(-2), true, {}, false});
        QCOMPARE(f.badge(u"id0"_s), Badge::Streaming);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::OutdatedRole), true);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::CheckedRole).toDateTime(), seen);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::KnownUntilRole).toDateTime(), seen);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), seen.addDays(-2));
        QVERIFY(f.value(u"id0"_s, Qt::ToolTipRole)
                    .toString()
                    .contains(u"Seen so before Sluice was started; no answer since."_s));
        QCOMPARE(changed.size(), 0); // nothing was seen in this run
        f.see(u"id0"_s, u"STREAMING"_s);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::OutdatedRole), false);
        QCOMPARE(f.value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), seen.addDays(-2));
        QVERIFY(!f.value(u"id0"_s, Qt::ToolTipRole).toString().contains(u"before Sluice"_s));
        // An answer that came first stays, and is compared with what was seen before.
        f.see(u"id1"_s, u"NOT_RUNNING"_s);
        changed.clear();
        f.model.recallState(key(u"id1"_s), {u"STREAMING"_s, seen, seen, true, {}, false});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(1).value<PipelineState>(), PipelineState::Streaming);
        QCOMPARE(changed.at(0).at(3).toDateTime(), seen);
        QCOMPARE(f.badge(u"id1"_s), Badge::StoppedUnexpectedly);
        QCOMPARE(f.value(u"id1"_s, PipelineModel::OutdatedRole), false);
        QCOMPARE(f.value(u"id1"_s, PipelineModel::CheckedRole).toDateTime(), f.now);
    }

    // Nobody saw when it changed between two runs of the program.
    void aChangeBetweenTwoRunsHasNoExactTime()
    {
        PipelineModelFixture f;
        f.fill(1);
        const QDateTime seen = f.now.addDays(-3);
        f.model.recallState(key(u"id0"_s), {u"STREAMING"_s, seen, seen, true, {}, false});
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QVERIFY(!f.model.find(key(u"id0"_s))->sinceExact);
        f.see(u"id0"_s, u"STREAMING"_s);
        QVERIFY(f.model.find(key(u"id0"_s))->sinceExact);
    }

    // The user's own stop may be quicker than the store.
    void aStopFromHereIsNoSurprise()
    {
        PipelineModelFixture f;
        f.fill(1);
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Stop);
        const QDateTime seen = f.now.addSecs(-60);
        f.model.recallState(key(u"id0"_s), {u"STREAMING"_s, seen, seen, true, {}, true});
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Stopped);
    }

    void aStopBetweenTwoRuns_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("stopSent"); // seconds after it was seen; -1: never
        QTest::addColumn<bool>("wasUnexpected");
        QTest::addColumn<Badge>("badge");
        QTest::newRow("it ran, nobody here stopped it")
            << u"STREAMING"_s << -1 << false << Badge::StoppedUnexpectedly;
        QTest::newRow("in its snapshot")
            << u"SNAPSHOTTING"_s << -1 << false << Badge::StoppedUnexpectedly;
        QTest::newRow("stopped from here at the end")
            << u"STREAMING"_s << 2 << false << Badge::Stopped;
        QTest::newRow("it was stopping") << u"STOPPING"_s << -1 << false << Badge::Stopped;
        QTest::newRow("it did not run") << u"NOT_RUNNING"_s << -1 << false << Badge::Stopped;
        QTest::newRow("it had stopped unexpectedly")
            << u"NOT_RUNNING"_s << -1 << true << Badge::StoppedUnexpectedly;
        QTest::newRow("only the stop is known")
            << QString() << -1 << true << Badge::StoppedUnexpectedly;
    }

    void aStopBetweenTwoRuns()
    {
        QFETCH(const QString, before);
        QFETCH(const int, stopSent);
        QFETCH(const bool, wasUnexpected);
        QFETCH(const Badge, badge);
        PipelineModelFixture f;
        f.fill(1);
        SeenState state;
        state.status = before;
        state.seen = before.isEmpty() ? QDateTime() : f.now.addDays(-3);
        state.stopSentAt = stopSent < 0 ? QDateTime() : state.seen.addSecs(stopSent);
        state.stoppedUnexpectedly = wasUnexpected;
        f.model.recallState(key(u"id0"_s), state);
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), badge);
    }

    void aRefusedStopExcusesNothing()
    {
        PipelineModelFixture f;
        f.fill(1);
        f.see(u"id0"_s, u"STREAMING"_s);
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Stop);
        f.model.clearRequested(key(u"id0"_s));
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::StoppedUnexpectedly);
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Start);
        f.model.clearRequested(key(u"id0"_s));
        QCOMPARE(f.badge(u"id0"_s), Badge::Stopped); // a command went out
    }

    void requestedStaysUntilProved()
    {
        PipelineModelFixture f;
        f.fill(1);
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QVERIFY(f.value(u"id0"_s, PipelineModel::CanStartRole).toBool());
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Start);
        QCOMPARE(f.badge(u"id0"_s), Badge::StartRequested);
        QVERIFY(!f.value(u"id0"_s, PipelineModel::CanStartRole).toBool());
        QVERIFY(!f.value(u"id0"_s, PipelineModel::CanStopRole).toBool());
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::StartRequested);
        f.see(u"id0"_s, u"starting"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Starting);
        QVERIFY(f.value(u"id0"_s, PipelineModel::CanStopRole).toBool());
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Stop);
        f.see(u"id0"_s, u"STREAMING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::StopRequested);
        f.see(u"id0"_s, u"STOPPING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Stopping);
    }

    void requestedEndsAfterItsTime()
    {
        PipelineModelFixture f;
        f.fill(2);
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        f.see(u"id1"_s, u"NOT_RUNNING"_s);
        f.model.setRequested(key(u"id0"_s), PipelineCommand::Start);
        f.model.setRequested(key(u"id1"_s), PipelineCommand::Start);
        f.now = f.now.addSecs(PipelineRow::requestSeconds - 10);
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::StartRequested);
        f.now = f.now.addSecs(10);
        f.model.flush();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(f.badge(u"id0"_s), Badge::Stopped);
        f.model.setCheckFailed(key(u"id1"_s), u"No answer."_s);
        QCOMPARE(f.badge(u"id1"_s), Badge::Stopped);
        f.model.flush();
        const auto tellsOfTheBadge = [](const QList<QVariant> &one) {
            return one[2].value<QList<int>>().contains(PipelineModel::BadgeRole);
        };
        QVERIFY(std::any_of(changed.cbegin(), changed.cend(), tellsOfTheBadge));
    }
};

SLUICE_TEST(TestPipelineStatus, Core)
#include "tst_pipelinestatus.moc"
