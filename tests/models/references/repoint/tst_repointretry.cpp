// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointmodel.h"
#include "tests/support/repointfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Pipelines of two projects: how a run's results are kept, and what is read once more.
class TestRepointRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void passesOverTheForbiddenProjectAlone();
    void keepsTheResultsOfAllRuns();
    void goesBackToTheResults();
    void tellsNothingChangedFromMoved();
    void announcesStepsTogether();
    void followsStatesAlone();
    void ticksWhatIsInView();

private:
    static PipelineKey key(const QString &id)
    {
        return {u"acc"_s, id.startsWith(u'x') ? u"p2"_s : repointProject, id};
    }

    QString result(const QString &id) const
    {
        return m_model->index(m_model->rowOf(key(id)), RepointModel::ResultColumn)
            .data()
            .toString();
    }

    bool retry();

    std::unique_ptr<RepointFixture> m;
    std::unique_ptr<RepointModel> m_model;
};

void TestRepointRetry::init()
{
    m = std::make_unique<RepointFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    m->api.addProject(u"p2"_s, u"Returns"_s);
    for (const QString &id : {u"x"_s, u"y"_s}) {
        m->api.addPipeline(u"p2"_s, u"x"_s + id, u"pipeline-x"_s + id, u"r2"_s);
        QJsonArray &all = m->api.pipelines[u"p2"_s];
        QJsonObject definition = all.last().toObject();
        definition.insert(u"streamingSource"_s,
                          m->onServer(u"a"_s).value("streamingSource"_L1).toObject());
        all.replace(all.size() - 1, definition);
    }
    m->fleet.refreshAll();
    QTRY_COMPARE(m->monitor.index().users(m->shared).size(), 5);
    m_model = std::make_unique<RepointModel>(&m->fleet, &m->monitor,
                                             QSet<SecretReference>{m->shared}, QString());
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setTarget(m->next);
    m_model->beginReview();
    QCOMPARE(m_model->left().size(), 5);
}

void TestRepointRetry::cleanup()
{
    m_model.reset();
    m.reset();
}

bool TestRepointRetry::retry()
{
    QSignalSpy read(m_model.get(), &RepointModel::readAgain);
    m_model->beginRetry();
    return !read.isEmpty() || read.wait();
}

void TestRepointRetry::passesOverTheForbiddenProjectAlone()
{
    const QList<RepointRun::Item> all = m_model->left();
    for (const RepointRun::Item &item : all)
        m_model->setReport({item.key}, {ItemState::Failed, u"Refused."_s});
    m->api.refusals.insert("streaming-pipelines/a", 403);
    QVERIFY(retry());
    QCOMPARE(m_model->count(ItemState::Failed), 1);
    QCOMPARE(m_model->count(ItemState::NotSent), 2); // b and c
    QVERIFY(result(u"b"_s).startsWith(u"Not read"_s));
    QCOMPARE(m_model->left().size(), 2); // the other project's

    m->api.refusals = {{"streaming-pipelines/xx", 401}};
    QVERIFY(retry());
    QCOMPARE(m_model->left().size(), 3);
    QCOMPARE(m_model->count(ItemState::NotSent), 1);
}

void TestRepointRetry::keepsTheResultsOfAllRuns()
{
    m_model->setReport({key(u"a"_s), key(u"b"_s)}, {ItemState::Done, u"Re-pointed."_s});
    m_model->setReport({key(u"c"_s), key(u"xx"_s)}, {ItemState::Failed, u"Refused."_s});
    m_model->setReport({key(u"xy"_s)}, {ItemState::NotSent, u"Not started."_s});
    QVERIFY(retry());
    QCOMPARE(m_model->left().size(), 3);
    QCOMPARE(m_model->movedCount(), 2);
    m_model->setReport({key(u"c"_s)}, {ItemState::Done, u"Re-pointed."_s});
    m_model->setReport({key(u"xx"_s), key(u"xy"_s)}, {ItemState::Failed, u"Refused again."_s});
    QCOMPARE(m_model->movedCount(), 3);
    QCOMPARE(m_model->count(ItemState::Failed), 2);
    const QString report = m_model->report();
    QCOMPARE(report.count(u"Re-pointed."_s), 3);
    QCOMPARE(report.count(u"Refused again."_s), 2);
}

void TestRepointRetry::goesBackToTheResults()
{
    m_model->setReport({key(u"a"_s)}, {ItemState::Done, u"Re-pointed."_s});
    m_model->setReport({key(u"b"_s), key(u"c"_s)}, {ItemState::Failed, u"Refused."_s});
    m_model->setReport({key(u"xx"_s), key(u"xy"_s)}, {ItemState::NotSent, u"Not started."_s});
    const QString before = m_model->report();
    QVERIFY(retry());
    QCOMPARE(m_model->left().size(), 4);
    m_model->endRetry();
    QVERIFY(m_model->left().isEmpty());
    QCOMPARE(m_model->report(), before);
    m_model->beginRetry();
    m_model->endRetry(); // while it reads
    QVERIFY(!m_model->isReading());
    QCOMPARE(m_model->report(), before);
}

void TestRepointRetry::tellsNothingChangedFromMoved()
{
    const QList<RepointRun::Item> all = m_model->left();
    for (const RepointRun::Item &item : all)
        m_model->setReport({item.key}, {ItemState::Unknown, u"No answer."_s});
    m->put(u"a"_s, "password", m->next);
    m->put(u"b"_s, "password", awsSecret(u"theirs"_s));
    QVERIFY(retry());
    QCOMPARE(m_model->count(ItemState::Done), 2);
    QCOMPARE(m_model->movedCount(), 1);
    QVERIFY(result(u"a"_s).startsWith(u"The server has it already"_s));
    QVERIFY(result(u"b"_s).startsWith(u"Nothing to change any more"_s));
}

void TestRepointRetry::announcesStepsTogether()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setReport({key(u"a"_s), key(u"b"_s), key(u"xx"_s), key(u"gone"_s)},
                       {ItemState::Waiting});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->count(ItemState::Waiting), 3);
    m_model->setReport({key(u"gone"_s)}, {ItemState::Waiting});
    QCOMPARE(changed.size(), 1);
}

void TestRepointRetry::followsStatesAlone()
{
    m->fleet.setPolling(false);
    PipelineModel *pipelines = m->fleet.pipelines();
    pipelines->setStatus(key(u"a"_s), u"STREAMING"_s);
    pipelines->flush();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    pipelines->setStatus(key(u"b"_s), u"STREAMING"_s);
    pipelines->flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), m_model->rowOf(key(u"b"_s)));
}

void TestRepointRetry::ticksWhatIsInView()
{
    const RepointModel some(&m->fleet, &m->monitor, {m->shared}, u"acc"_s,
                            {key(u"c"_s), key(u"xy"_s)});
    QCOMPARE(some.rowCount(), 5);
    QCOMPARE(some.tickedCount(), 2);
    for (int row = 0; row < 5; ++row) // above the others
        QCOMPARE(some.index(row, 0).data(Qt::CheckStateRole).toInt(),
                 int(row < 2 ? Qt::Checked : Qt::Unchecked));
    QCOMPARE(some.rowOf(key(u"c"_s)), 0);
}

SLUICE_TEST(TestRepointRetry, Core)
#include "tst_repointretry.moc"
