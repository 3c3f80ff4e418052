// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// Definitions: how lists become rows, and what a row shows of its definition.
class TestPipelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsTheDefinition()
    {
        PipelineModelFixture f;
        f.model.setPipelines(u"acc"_s, u"PROD"_s, ordersProject(),
                             {definition(u"x"_s, u"Sales"_s)});
        QCOMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.value(u"x"_s, PipelineModel::NameRole).toString(), u"Sales"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::SourceTypeRole).toString(), u"sqlserver"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::SourceHostRole).toString(), u"db.example.com"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::SourceDatabaseRole).toString(), u"shop"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::TargetTypeRole).toString(), u"s3"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::TargetPlaceRole).toString(), u"lake"_s);
        QCOMPARE(f.value(u"x"_s, PipelineModel::TableCountRole).toInt(), 1);
        QCOMPARE(f.value(u"x"_s, PipelineModel::RunnerNameRole).toString(), u"a1"_s);
        QCOMPARE(f.badge(u"x"_s), Badge::NotChecked);
        f.model.setRunnerNames(u"acc"_s, {{u"a1"_s, u"Runner one"_s}});
        QCOMPARE(f.value(u"x"_s, PipelineModel::RunnerNameRole).toString(), u"Runner one"_s);
        const QString search = f.value(u"x"_s, PipelineModel::SearchRole).toString();
        for (const QString &part : {u"sales"_s, u"db.example.com"_s, u"shop"_s, u"dbo.customers"_s,
                                    u"s3"_s, u"lake"_s, u"runner one"_s, u"orders"_s})
            QVERIFY2(search.contains(part), qPrintable(part));
    }

    void mergesWithoutReset()
    {
        PipelineModelFixture f;
        f.fill(10);
        QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.fill(10);
        QCOMPARE(inserted.size() + removed.size() + changed.size(), 0);

        f.see(u"id7"_s, u"STREAMING"_s);
        f.model.flush();
        changed.clear();
        QJsonArray next = definitions(12); // two more
        next.removeAt(5);
        next.removeAt(2); // two runs gone
        next.removeAt(2); // id2, id3 and id5
        next[0] = definition(u"id0"_s, u"renamed"_s);
        f.model.setPipelines(u"acc"_s, u"PROD"_s, ordersProject(), next);
        f.model.flush();
        QCOMPARE(removed.size(), 2);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(f.model.rowCount(), 9);
        for (int row = 0; row < f.model.rowCount(); ++row) {
            const auto at = f.model.index(row, 0).data(PipelineModel::KeyRole).value<PipelineKey>();
            QCOMPARE(f.model.rowOf(at), row);
        }
        QCOMPARE(f.model.rowOf(key(u"id2"_s)), -1);
        QCOMPARE(f.badge(u"id7"_s), Badge::Streaming); // a refresh keeps what is known
        QCOMPARE(f.value(u"id0"_s, PipelineModel::NameRole).toString(), u"renamed"_s);
    }

    void otherProjectsAreLeftAlone()
    {
        PipelineModelFixture f;
        f.fill(3);
        f.model.setPipelines(u"acc"_s, u"PROD"_s, {u"p2"_s, u"Two"_s, {}}, definitions(2));
        f.model.setPipelines(u"dev"_s, u"DEV"_s, ordersProject(), definitions(4));
        QCOMPARE(f.model.rowCount(), 9);
        QCOMPARE(f.model.count(u"acc"_s, u"p2"_s), 2);
        QCOMPARE(f.model.keys(u"acc"_s).size(), 5);
        f.model.removeProject(u"acc"_s, u"p1"_s);
        QCOMPARE(f.model.rowCount(), 6);
        f.model.removeAccount(u"dev"_s);
        QCOMPARE(f.model.rowCount(), 2);
        QVERIFY(f.model.rowOf({u"acc"_s, u"p2"_s, u"id1"_s}) >= 0);
    }

    void entriesWithoutIdOrTwiceAreSkipped()
    {
        PipelineModelFixture f;
        f.model.setPipelines(u"acc"_s, u"PROD"_s, ordersProject(),
                             {definition({}, u"none"_s), definition(u"x"_s, u"one"_s),
                              definition(u"x"_s, u"again"_s)});
        QCOMPARE(f.model.rowCount(), 1);
    }

    void runnersInUse()
    {
        PipelineModelFixture f;
        f.model.setPipelines(u"acc"_s, u"PROD"_s, ordersProject(),
                             {definition(u"x"_s, u"beta"_s, u"r"_s),
                              definition(u"y"_s, u"Alpha"_s, u"r"_s),
                              definition(u"z"_s, u"none"_s, {})});
        QCOMPARE(f.model.namesUsingRunner(u"acc"_s, u"r"_s), QStringList({u"Alpha"_s, u"beta"_s}));
        QCOMPARE(f.model.namesUsingRunner(u"acc"_s, u"r"_s, u"x"_s), QStringList{u"Alpha"_s});
        QVERIFY(f.model.namesUsingRunner(u"other"_s, u"r"_s).isEmpty());
        QVERIFY(f.model.namesUsingRunner(u"acc"_s, {}).isEmpty());
    }

    void tellsWhoCameAndWent()
    {
        PipelineModelFixture f;
        QSignalSpy added(&f.model, &PipelineModel::pipelinesAdded);
        QSignalSpy removed(&f.model, &PipelineModel::pipelinesRemoved);
        QSignalSpy edited(&f.model, &PipelineModel::pipelinesEdited);
        f.fill(5);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].value<QList<PipelineKey>>().size(), 5);
        f.model.putPipeline(u"acc"_s, u"PROD"_s, ordersProject(), definition(u"id1"_s, u"other"_s));
        QCOMPARE(edited.size(), 1);
        f.model.putPipeline(u"acc"_s, u"PROD"_s, ordersProject(), definition(u"new"_s, u"new"_s));
        QCOMPARE(added.size(), 2);
        f.model.removePipeline(key(u"new"_s));
        QCOMPARE(removed.size(), 1);
        f.model.setStatus(key(u"new"_s), u"STREAMING"_s); // late answers do no harm
        f.model.setCheckFailed(key(u"new"_s), u"gone"_s);
        f.model.setRequested(key(u"new"_s), PipelineCommand::Stop);
        QCOMPARE(f.model.rowCount(), 5);
    }
};

SLUICE_TEST(TestPipelineModel, Core)
#include "tst_pipelinemodel.moc"
