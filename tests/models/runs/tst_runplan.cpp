// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/runs/runplanmodel.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a run would do, before anything is sent.
class TestRunPlan : public QObject
{
    Q_OBJECT

    using Kind = RunDecision::Kind;

private Q_SLOTS:
    void init();
    void cleanup();

    void decides_data();
    void decides();
    void aRequestStandsInTheWay();
    void exceptionsComeFirst();
    void aSnapshotHasItsOwnTick();
    void aSnapshotThatBeginsTakesTheTickAway();
    void blocksWhatCannotBeReached();
    void costs_data();
    void costs();

private:
    std::unique_ptr<RunPlanModel> plan(RunVerb verb, const QString &obstacle = {});
    static int rowOf(const RunPlanModel &plan, const QString &pipeline);

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
};

void TestRunPlan::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"prj"_s, u"Orders"_s);
    const QList<std::pair<QString, QString>> pipelines{
        {u"streams"_s, u"STREAMING"_s},      {u"stopped"_s, u"NOT_RUNNING"_s},
        {u"snapshots"_s, u"SNAPSHOTTING"_s}, {u"starts"_s, u"STARTING"_s},
        {u"stops"_s, u"STOPPING"_s},         {u"unclear"_s, u"UNKNOWN"_s}};
    for (const auto &[name, status] : pipelines) {
        m_api->addPipeline(u"prj"_s, name, name, u"r"_s);
        m_api->statuses[name] = status;
    }
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    m_fleet->addAccount(m_api->makeAccount());
    QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
}

void TestRunPlan::cleanup()
{
    m_fleet.reset();
    m_api.reset();
}

std::unique_ptr<RunPlanModel> TestRunPlan::plan(RunVerb verb, const QString &obstacle)
{
    return std::make_unique<RunPlanModel>(m_fleet.get(), verb, m_fleet->pipelines()->keys(u"acc"_s),
                                          [obstacle](const QString &) { return obstacle; });
}

int TestRunPlan::rowOf(const RunPlanModel &plan, const QString &pipeline)
{
    for (int row = 0; row < plan.rowCount(); ++row) {
        if (plan.index(row, RunPlanModel::PipelineColumn).data() == pipeline)
            return row;
    }
    return -1;
}

void TestRunPlan::decides_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("pipeline");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto add = [](RunVerb verb, const char *pipeline, Kind kind, const char *text) {
        QTest::addRow("%s %s", qPrintable(verbText(verb)), pipeline)
            << int(verb) << QString::fromLatin1(pipeline) << int(kind) << QString::fromLatin1(text);
    };
    add(RunVerb::Start, "streams", Kind::Skipped, "Skip: streaming already");
    add(RunVerb::Start, "stopped", Kind::Acts, "Start");
    add(RunVerb::Start, "snapshots", Kind::Skipped, "Skip: in its snapshot already");
    add(RunVerb::Start, "starts", Kind::Skipped, "Skip: starting already");
    add(RunVerb::Start, "stops", Kind::Skipped, "Skip: it is stopping");
    add(RunVerb::Start, "unclear", Kind::Acts, "Start, its state is unknown");
    add(RunVerb::Stop, "streams", Kind::Acts, "Stop");
    add(RunVerb::Stop, "stopped", Kind::Skipped, "Skip: stopped already");
    add(RunVerb::Stop, "snapshots", Kind::InSnapshot, "Skip: in its snapshot");
    add(RunVerb::Stop, "starts", Kind::Acts, "Stop");
    add(RunVerb::Stop, "stops", Kind::Skipped, "Skip: stopping already");
    add(RunVerb::Stop, "unclear", Kind::Acts, "Stop, its state is unknown");
    add(RunVerb::Restart, "streams", Kind::Acts, "Restart");
    add(RunVerb::Restart, "stopped", Kind::Skipped, "Skip: stopped already");
    add(RunVerb::Restart, "snapshots", Kind::InSnapshot, "Skip: in its snapshot");
}

void TestRunPlan::decides()
{
    QFETCH(int, verb);
    QFETCH(QString, pipeline);
    QFETCH(int, kind);
    QFETCH(QString, text);
    const auto shown = plan(RunVerb(verb));
    const int row = rowOf(*shown, pipeline);
    QCOMPARE(shown->index(row, 0).data(RunPlanModel::KindRole).toInt(), kind);
    QCOMPARE(shown->index(row, RunPlanModel::PlanColumn).data().toString(), text);
    const bool canTick = kind == int(Kind::Acts) || kind == int(Kind::InSnapshot);
    QCOMPARE(shown->index(row, 0).flags().testFlag(Qt::ItemIsUserCheckable), canTick);
    const CommandRun::Item item = shown->items().at(row);
    QCOMPARE(item.skipped, kind == int(Kind::Acts) ? QString() : text);
    QVERIFY(!item.mayEndSnapshot);
}

void TestRunPlan::aRequestStandsInTheWay()
{
    const PipelineKey key{u"acc"_s, u"prj"_s, u"stopped"_s};
    m_fleet->pipelines()->setRequested(key, PipelineCommand::Start);
    const PipelineRow &row = *m_fleet->pipelines()->find(key);
    QCOMPARE(decide(RunVerb::Start, row).kind, Kind::Skipped);
    QCOMPARE(decide(RunVerb::Start, row, IfRequested::Act).kind, Kind::Acts);
}

void TestRunPlan::exceptionsComeFirst()
{
    const auto shown = plan(RunVerb::Stop);
    QAbstractItemModelTester tester(shown.get());
    int before = -1;
    for (int row = 0; row < shown->rowCount(); ++row) {
        const int kind = shown->index(row, 0).data(RunPlanModel::KindRole).toInt();
        QVERIFY(kind >= before);
        before = kind;
    }
    QCOMPARE(shown->rowCount(), 6);
    QCOMPARE(shown->count(Kind::InSnapshot), 1);
    QCOMPARE(shown->count(Kind::Skipped), 2);
    QCOMPARE(shown->count(Kind::Acts), 3);
    QCOMPARE(shown->tickedCount(), 3);
    QCOMPARE(shown->table().size(), 7);
}

void TestRunPlan::aSnapshotHasItsOwnTick()
{
    const auto shown = plan(RunVerb::Stop);
    const QModelIndex snapshot = shown->index(rowOf(*shown, u"snapshots"_s), 0);
    QCOMPARE(snapshot.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QSignalSpy changed(shown.get(), &RunPlanModel::planChanged);
    QVERIFY(shown->setData(snapshot, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown->tickedCount(), 4);
    QVERIFY(shown->items().at(snapshot.row()).mayEndSnapshot);
    QVERIFY(shown->items().at(snapshot.row()).skipped.isEmpty());

    const QModelIndex stream = shown->index(rowOf(*shown, u"streams"_s), 0);
    QVERIFY(shown->setData(stream, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(shown->items().at(stream.row()).skipped, u"Skip: not selected"_s);
    const QModelIndex stopped = shown->index(rowOf(*shown, u"stopped"_s), 0);
    QVERIFY(!shown->setData(stopped, Qt::Checked, Qt::CheckStateRole));
}

void TestRunPlan::aSnapshotThatBeginsTakesTheTickAway()
{
    const auto shown = plan(RunVerb::Restart);
    const int row = rowOf(*shown, u"streams"_s);
    QCOMPARE(shown->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    m_api->statuses[u"streams"_s] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(shown->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(shown->setData(shown->index(row, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(shown->items().at(row).mayEndSnapshot);
    m_api->statuses[u"streams"_s] = u"STREAMING"_s;
    QTRY_COMPARE(shown->index(row, 0).data(RunPlanModel::KindRole).toInt(), int(Kind::Acts));
    QVERIFY(!shown->items().at(row).mayEndSnapshot); // a next one needs a tick again
}

void TestRunPlan::blocksWhatCannotBeReached()
{
    const auto shown = plan(RunVerb::Start, u"it must wait."_s);
    QCOMPARE(shown->count(Kind::Blocked), 6);
    QCOMPARE(shown->tickedCount(), 0);
    QVERIFY(shown->index(0, RunPlanModel::PlanColumn).data().toString().contains(u"must wait"_s));
}

void TestRunPlan::costs_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("pipelines");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("none") << int(RunVerb::Start) << 0 << 60 << 0 << 0 << 0 << 0;
    QTest::newRow("free") << int(RunVerb::Start) << 12 << 1000 << 212 << 24 << 0 << 480;
    QTest::newRow("restart") << int(RunVerb::Restart) << 12 << 1000 << 0 << 48 << 0 << 960;
    QTest::newRow("slow") << int(RunVerb::Start) << 60 << 60 << 60 << 120 << 120 << 2400;
    QTest::newRow("no limit") << int(RunVerb::Stop) << 4 << 0 << 500 << 8 << 0 << 240;
}

void TestRunPlan::costs()
{
    QFETCH(int, verb);
    QFETCH(int, pipelines);
    QFETCH(int, perMinute);
    QFETCH(int, used);
    const RunCosts costs =
        RunCosts::of(RunVerb(verb), {{pipelines, perMinute, used}}, 3, std::chrono::seconds(120));
    QTEST(costs.leastCalls, "calls");
    QTEST(int(costs.least.count()), "least");
    QTEST(int(costs.most.count()), "most");
}

SLUICE_TEST(TestRunPlan, Core)
#include "tst_runplan.moc"
