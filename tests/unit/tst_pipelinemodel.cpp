// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

namespace {

const Project project{u"p1"_s, u"Orders"_s, {}};

QJsonObject definition(const QString &id, const QString &name, const QString &agent = u"a1"_s)
{
    const QJsonObject connection{{u"host"_s, u"db.example.com"_s}, {u"database"_s, u"shop"_s}};
    const QJsonArray tables{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"Customers"_s}}};
    return {{u"streamingPipelineId"_s, id},
            {u"name"_s, name},
            {u"agentId"_s, agent},
            {u"streamingSource"_s, QJsonObject{{u"type"_s, u"sqlserver"_s},
                                               {u"connection"_s, connection},
                                               {u"tables"_s, tables}}},
            {u"streamingTarget"_s, QJsonObject{{u"type"_s, u"s3"_s}, {u"bucket"_s, u"lake"_s}}}};
}

QJsonArray definitions(int count)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i)
        list.append(definition(u"id%1"_s.arg(i), u"name%1"_s.arg(i, 5, 10, QLatin1Char('0'))));
    return list;
}

PipelineKey key(const QString &id)
{
    return {u"acc"_s, project.id, id};
}

} // namespace

class TestPipelineModel : public QObject
{
    Q_OBJECT

private:
    QDateTime m_now{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
    std::unique_ptr<PipelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void fill(int count)
    {
        m_model->setPipelines(u"acc"_s, u"PROD"_s, project, definitions(count));
        m_model->flush();
    }

    QVariant value(const QString &id, int role, int column = 0) const
    {
        return m_model->index(m_model->rowOf(key(id)), column).data(role);
    }

    Badge badge(const QString &id) const
    {
        return static_cast<Badge>(value(id, PipelineModel::BadgeRole).toInt());
    }

    void see(const QString &id, const QString &status)
    {
        m_now = m_now.addSecs(1);
        m_model->setStatus(key(id), status);
    }

private Q_SLOTS:

    void init()
    {
        m_model = std::make_unique<PipelineModel>([this] { return m_now; });
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void readsTheDefinition()
    {
        m_model->setPipelines(u"acc"_s, u"PROD"_s, project, {definition(u"x"_s, u"Sales"_s)});
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(value(u"x"_s, PipelineModel::NameRole).toString(), u"Sales"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::SourceTypeRole).toString(), u"sqlserver"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::SourceHostRole).toString(), u"db.example.com"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::SourceDatabaseRole).toString(), u"shop"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::TargetTypeRole).toString(), u"s3"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::TargetPlaceRole).toString(), u"lake"_s);
        QCOMPARE(value(u"x"_s, PipelineModel::TableCountRole).toInt(), 1);
        QCOMPARE(value(u"x"_s, PipelineModel::RunnerNameRole).toString(), u"a1"_s);
        QCOMPARE(badge(u"x"_s), Badge::NotChecked);
        m_model->setRunnerNames(u"acc"_s, {{u"a1"_s, u"Runner one"_s}});
        QCOMPARE(value(u"x"_s, PipelineModel::RunnerNameRole).toString(), u"Runner one"_s);
        const QString search = value(u"x"_s, PipelineModel::SearchRole).toString();
        for (const QString &part : {u"sales"_s, u"db.example.com"_s, u"shop"_s, u"dbo.customers"_s,
                                    u"s3"_s, u"lake"_s, u"runner one"_s, u"orders"_s})
            QVERIFY2(search.contains(part), qPrintable(part));
    }

    void mergesWithoutReset()
    {
        fill(10);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        fill(10);
        QCOMPARE(inserted.size() + removed.size() + changed.size(), 0);

        see(u"id7"_s, u"STREAMING"_s);
        m_model->flush();
        changed.clear();
        QJsonArray next = definitions(12); // two more
        next.removeAt(5);
        next.removeAt(2); // two runs gone
        next.removeAt(2); // id2, id3 and id5
        next[0] = definition(u"id0"_s, u"renamed"_s);
        m_model->setPipelines(u"acc"_s, u"PROD"_s, project, next);
        m_model->flush();
        QCOMPARE(removed.size(), 2);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m_model->rowCount(), 9);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const auto at =
                m_model->index(row, 0).data(PipelineModel::KeyRole).value<PipelineKey>();
            QCOMPARE(m_model->rowOf(at), row);
        }
        QCOMPARE(m_model->rowOf(key(u"id2"_s)), -1);
        QCOMPARE(badge(u"id7"_s), Badge::Streaming); // a refresh keeps what is known
        QCOMPARE(value(u"id0"_s, PipelineModel::NameRole).toString(), u"renamed"_s);
    }

    void otherProjectsAreLeftAlone()
    {
        fill(3);
        m_model->setPipelines(u"acc"_s, u"PROD"_s, {u"p2"_s, u"Two"_s, {}}, definitions(2));
        m_model->setPipelines(u"dev"_s, u"DEV"_s, project, definitions(4));
        QCOMPARE(m_model->rowCount(), 9);
        QCOMPARE(m_model->count(u"acc"_s, u"p2"_s), 2);
        QCOMPARE(m_model->keys(u"acc"_s).size(), 5);
        m_model->removeProject(u"acc"_s, u"p1"_s);
        QCOMPARE(m_model->rowCount(), 6);
        m_model->removeAccount(u"dev"_s);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->rowOf({u"acc"_s, u"p2"_s, u"id1"_s}) >= 0);
    }

    void entriesWithoutIdOrTwiceAreSkipped()
    {
        m_model->setPipelines(u"acc"_s, u"PROD"_s, project,
                              {definition({}, u"none"_s), definition(u"x"_s, u"one"_s),
                               definition(u"x"_s, u"again"_s)});
        QCOMPARE(m_model->rowCount(), 1);
    }

    void statusesAreShownTogether()
    {
        fill(200);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy status(m_model.get(), &PipelineModel::statusChanged);
        for (int i = 0; i < 200; i += 2)
            see(u"id%1"_s.arg(i), u"STREAMING"_s);
        QCOMPARE(status.size(), 100);
        QCOMPARE(changed.size(), 0);     // not before the flush
        QTRY_COMPARE(changed.size(), 2); // one range a column group
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(0, PipelineModel::StatusColumn));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(198, PipelineModel::StatusColumn));
        QVERIFY(changed[0][2].value<QList<int>>().contains(PipelineModel::BadgeRole));
        QCOMPARE(changed[1][0].toModelIndex(), m_model->index(0, PipelineModel::SinceColumn));
        QCOMPARE(changed[1][1].toModelIndex(), m_model->index(198, PipelineModel::CheckedColumn));
    }

    void fewRowsAreToldByRuns()
    {
        fill(20);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        for (const int i : {3, 4, 5, 9})
            see(u"id%1"_s.arg(i), u"STREAMING"_s);
        m_model->flush();
        QCOMPARE(changed.size(), 4); // two runs, two column groups
        QCOMPARE(changed[0][0].toModelIndex().row(), 3);
        QCOMPARE(changed[0][1].toModelIndex().row(), 5);
        m_model->flush();
        QCOMPARE(changed.size(), 4);
    }

    void equalStatusChangesTheTimeAlone()
    {
        fill(2);
        see(u"id0"_s, u"STREAMING"_s);
        m_model->flush();
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy status(m_model.get(), &PipelineModel::statusChanged);
        see(u"id0"_s, u"STREAMING"_s);
        see(u"id0"_s, u"STREAMING"_s);
        QCOMPARE(changed.size(), 0);
        m_model->flush();
        QCOMPARE(status.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(0, PipelineModel::CheckedColumn));
        QVERIFY(!changed[0][2].value<QList<int>>().contains(PipelineModel::BadgeRole));
        QCOMPARE(value(u"id0"_s, PipelineModel::CheckedRole).toDateTime(), m_now);
    }

    void anySpellingAndUnknownWordsAreShownAsTheyAre()
    {
        fill(1);
        see(u"id0"_s, u"streaming"_s);
        QCOMPARE(badge(u"id0"_s), Badge::Streaming);
        see(u"id0"_s, u"Paused_By_Vendor"_s);
        QCOMPARE(badge(u"id0"_s), Badge::NewValue);
        QCOMPARE(value(u"id0"_s, PipelineModel::RawStatusRole).toString(), u"Paused_By_Vendor"_s);
    }

    void sinceIsExactOnlyWhenTheChangeWasSeen()
    {
        fill(1);
        QVERIFY(!value(u"id0"_s, PipelineModel::SinceRole).toDateTime().isValid());
        see(u"id0"_s, u"STREAMING"_s);
        const QDateTime first = m_now;
        see(u"id0"_s, u"streaming"_s); // the same state
        QCOMPARE(value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), first);
        QVERIFY(!value(u"id0"_s, PipelineModel::SinceExactRole).toBool());
        see(u"id0"_s, u"STOPPING"_s);
        QCOMPARE(value(u"id0"_s, PipelineModel::SinceRole).toDateTime(), m_now);
        QVERIFY(value(u"id0"_s, PipelineModel::SinceExactRole).toBool());
    }

    void failedCheckKeepsTheStatus()
    {
        fill(1);
        see(u"id0"_s, u"STREAMING"_s);
        m_model->setCheckFailed(key(u"id0"_s), u"No answer."_s);
        QCOMPARE(badge(u"id0"_s), Badge::Streaming);
        QVERIFY(value(u"id0"_s, PipelineModel::OutdatedRole).toBool());
        QCOMPARE(value(u"id0"_s, PipelineModel::ErrorRole).toString(), u"No answer."_s);
        m_model->flush();
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setCheckFailed(key(u"id0"_s), u"No answer."_s);
        m_model->flush();
        QCOMPARE(changed.size(), 0);
        see(u"id0"_s, u"STREAMING"_s);
        QVERIFY(!value(u"id0"_s, PipelineModel::OutdatedRole).toBool());
        QVERIFY(value(u"id0"_s, PipelineModel::ErrorRole).toString().isEmpty());
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
        QFETCH(const QStringList, seen);
        QFETCH(const bool, unexpected);
        fill(1);
        for (const QString &status : seen)
            see(u"id0"_s, status);
        QCOMPARE(badge(u"id0"_s) == Badge::StoppedUnexpectedly, unexpected);
        QCOMPARE(m_model->worstProblem(u"acc"_s, u"p1"_s) == Badge::StoppedUnexpectedly,
                 unexpected);
    }

    void aStopFromHereIsExpected()
    {
        fill(2);
        for (const QString &id : {u"id0"_s, u"id1"_s}) {
            see(id, u"STREAMING"_s);
            m_model->setRequested(key(id), PipelineCommand::Stop);
        }
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::Stopped);
        // No answer came to the stop, yet it may have worked.
        m_model->clearRequested(key(u"id1"_s), PipelineModel::CommandOutcome::Unknown);
        QCOMPARE(badge(u"id1"_s), Badge::Streaming);
        see(u"id1"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id1"_s), Badge::Stopped);
    }

    void aRefusedStopExcusesNothing()
    {
        fill(1);
        see(u"id0"_s, u"STREAMING"_s);
        m_model->setRequested(key(u"id0"_s), PipelineCommand::Stop);
        m_model->clearRequested(key(u"id0"_s));
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::StoppedUnexpectedly);
        m_model->setRequested(key(u"id0"_s), PipelineCommand::Start);
        m_model->clearRequested(key(u"id0"_s));
        QCOMPARE(badge(u"id0"_s), Badge::Stopped); // a command went out
    }

    void requestedStaysUntilProved()
    {
        fill(1);
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QVERIFY(value(u"id0"_s, PipelineModel::CanStartRole).toBool());
        m_model->setRequested(key(u"id0"_s), PipelineCommand::Start);
        QCOMPARE(badge(u"id0"_s), Badge::StartRequested);
        QVERIFY(!value(u"id0"_s, PipelineModel::CanStartRole).toBool());
        QVERIFY(!value(u"id0"_s, PipelineModel::CanStopRole).toBool());
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::StartRequested);
        see(u"id0"_s, u"starting"_s);
        QCOMPARE(badge(u"id0"_s), Badge::Starting);
        QVERIFY(value(u"id0"_s, PipelineModel::CanStopRole).toBool());
        m_model->setRequested(key(u"id0"_s), PipelineCommand::Stop);
        see(u"id0"_s, u"STREAMING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::StopRequested);
        see(u"id0"_s, u"STOPPING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::Stopping);
    }

    void requestedEndsAfterItsTime()
    {
        fill(2);
        see(u"id0"_s, u"NOT_RUNNING"_s);
        see(u"id1"_s, u"NOT_RUNNING"_s);
        m_model->setRequested(key(u"id0"_s), PipelineCommand::Start);
        m_model->setRequested(key(u"id1"_s), PipelineCommand::Start);
        m_now = m_now.addSecs(PipelineRow::requestSeconds - 10);
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::StartRequested);
        m_now = m_now.addSecs(10);
        m_model->flush();
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        see(u"id0"_s, u"NOT_RUNNING"_s);
        QCOMPARE(badge(u"id0"_s), Badge::Stopped);
        m_model->setCheckFailed(key(u"id1"_s), u"No answer."_s);
        QCOMPARE(badge(u"id1"_s), Badge::Stopped);
        m_model->flush();
        QVERIFY(changed[1][2].value<QList<int>>().contains(PipelineModel::BadgeRole));
    }

    void runnersInUse()
    {
        m_model->setPipelines(u"acc"_s, u"PROD"_s, project,
                              {definition(u"x"_s, u"beta"_s, u"r"_s),
                               definition(u"y"_s, u"Alpha"_s, u"r"_s),
                               definition(u"z"_s, u"none"_s, {})});
        QCOMPARE(m_model->namesUsingRunner(u"acc"_s, u"r"_s), QStringList({u"Alpha"_s, u"beta"_s}));
        QCOMPARE(m_model->namesUsingRunner(u"acc"_s, u"r"_s, u"x"_s), QStringList{u"Alpha"_s});
        QVERIFY(m_model->namesUsingRunner(u"other"_s, u"r"_s).isEmpty());
        QVERIFY(m_model->namesUsingRunner(u"acc"_s, {}).isEmpty());
    }

    void tellsWhoCameAndWent()
    {
        QSignalSpy added(m_model.get(), &PipelineModel::pipelinesAdded);
        QSignalSpy removed(m_model.get(), &PipelineModel::pipelinesRemoved);
        QSignalSpy edited(m_model.get(), &PipelineModel::pipelinesEdited);
        fill(5);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].value<QList<PipelineKey>>().size(), 5);
        m_model->putPipeline(u"acc"_s, u"PROD"_s, project, definition(u"id1"_s, u"other"_s));
        QCOMPARE(edited.size(), 1);
        m_model->putPipeline(u"acc"_s, u"PROD"_s, project, definition(u"new"_s, u"new"_s));
        QCOMPARE(added.size(), 2);
        m_model->removePipeline(key(u"new"_s));
        QCOMPARE(removed.size(), 1);
        m_model->setStatus(key(u"new"_s), u"STREAMING"_s); // late answers do no harm
        m_model->setCheckFailed(key(u"new"_s), u"gone"_s);
        m_model->setRequested(key(u"new"_s), PipelineCommand::Stop);
        QCOMPARE(m_model->rowCount(), 5);
    }
};

QTEST_GUILESS_MAIN(TestPipelineModel)
#include "tst_pipelinemodel.moc"
