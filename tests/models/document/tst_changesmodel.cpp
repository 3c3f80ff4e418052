// SPDX-License-Identifier: Apache-2.0
#include "models/document/changesmodel.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestChangesModel : public QObject
{
    Q_OBJECT

private:
    static QString text(const ChangesModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:

    void showsChanges()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        QJsonObject mine =
            with(guideDefinition(), "streamingTarget/transformationType", u"COPY_TABLE"_s);
        mine = with(mine, "streamingSource/connection/jdbcProperties/lockTimeout", u"60"_s);
        model.setChanges(semanticDiff(guideDefinition(), mine));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ChangesModel::KindColumn), u"Changed"_s);
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), u"60"_s);
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), u"\"60\""_s);
        QCOMPARE(text(model, 0, ChangesModel::NoteColumn), u"Another type of value"_s);
        QCOMPARE(text(model, 1, ChangesModel::PlaceColumn), u"Target settings › Transformation"_s);
        QCOMPARE(text(model, 1, ChangesModel::NoteColumn), u"May need a new snapshot"_s);
        QCOMPARE(model.riskCount(), 1);
        QCOMPARE(model.conflictCount(), 0);
    }

    void joinsTables()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        const QJsonObject base = withTables(guideDefinition(), {u"a"_s, u"b"_s});
        const QJsonObject mine =
            withTables(guideDefinition(), {u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s});
        model.setChanges(semanticDiff(base, mine));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ChangesModel::KindColumn), u"Removed"_s);
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), u"s.a"_s);
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), QString());
        QCOMPARE(model.index(0, 0).data(ChangesModel::RiskRole).toString(),
                 u"May need a new snapshot"_s);
        QCOMPARE(text(model, 1, ChangesModel::WillColumn), u"s.c, s.d, s.e and 2 more"_s);
        QCOMPARE(model.index(1, 0).data(ChangesModel::TablesRole).toStringList().size(), 5);
        QCOMPARE(model.index(1, 0).data(ChangesModel::ChangesRole).value<QList<Change>>().size(),
                 5);
    }

    void aRenamedTableIsOneRow()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        const QJsonObject base = withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s});
        const QJsonObject mine = withTables(guideDefinition(), {u"a"_s, u"x"_s, u"c"_s, u"d"_s});
        model.setChanges(semanticDiff(base, mine));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ChangesModel::KindColumn), u"Renamed"_s);
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), u"s.b"_s);
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), u"s.x"_s);
        QCOMPARE(text(model, 0, ChangesModel::NoteColumn), u"May need a new snapshot"_s);
        QCOMPARE(text(model, 1, ChangesModel::KindColumn), u"Added"_s);
        QCOMPARE(text(model, 1, ChangesModel::WillColumn), u"s.d"_s);
        model.setMerge(Merge(base, base, mine));
        QCOMPARE(text(model, 0, ChangesModel::KindColumn), u"Renamed"_s);
        QCOMPARE(model.rowCount(), 2);
    }

    void manyRenamedTablesShareARow()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        QStringList was;
        QStringList will;
        for (int table = 0; table < 20; ++table) {
            was.append(u"t%1"_s.arg(table));
            will.append(u"u%1"_s.arg(table));
        }
        model.setChanges(
            semanticDiff(withTables(guideDefinition(), was), withTables(guideDefinition(), will)));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), u"s.t0, s.t1, s.t2 and 17 more"_s);
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), u"s.u0, s.u1, s.u2 and 17 more"_s);
    }

    void namesItsSides()
    {
        ChangesModel model;
        const auto header = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(header(ChangesModel::WasColumn), u"Was"_s);
        model.setSides(u"orders"_s, u"orders-eu"_s);
        QCOMPARE(header(ChangesModel::WasColumn), u"orders"_s);
        QCOMPARE(header(ChangesModel::WillColumn), u"orders-eu"_s);
    }

    // Nothing becomes of either, so nothing is added or at risk.
    void comparesWithoutRisk()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        QJsonObject other = with(guideDefinition(), "streamingTarget/stageName", u"OTHER"_s);
        other = withTables(other, {u"a"_s});
        model.setChanges(semanticDiff(guideDefinition(), other));
        QVERIFY(model.riskCount() > 0);
        model.setSides(u"orders"_s, u"orders-eu"_s);
        QCOMPARE(model.riskCount(), 0);
        QStringList kinds;
        for (int row = 0; row < model.rowCount(); ++row)
            kinds.append(text(model, row, ChangesModel::KindColumn));
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"Different"_s, u"First only"_s, u"Second only"_s}));
    }

    void namesRunners()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        const QString before = guideDefinition().value(u"agentId"_s).toString();
        model.setChanges(
            semanticDiff(guideDefinition(), with(guideDefinition(), "agentId", u"r2"_s)));
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), before);
        model.setRunnerNames({{before, u"prod"_s}, {u"r2"_s, u"spare"_s}});
        QCOMPARE(text(model, 0, ChangesModel::WasColumn), u"prod"_s);
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), u"spare"_s);
        QCOMPARE(model.index(0, ChangesModel::WillColumn).data(Qt::ToolTipRole).toString(),
                 u"spare (r2)"_s);
        model.setRunnerNames({{before, u"same"_s}, {u"r2"_s, u"same"_s}});
        QCOMPARE(text(model, 0, ChangesModel::WillColumn), u"r2"_s);
    }

    void asksForConflicts()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        QJsonObject mine = with(guideDefinition(), "name", u"mine"_s);
        mine = with(mine, "streamingTarget/role", u"R"_s);
        QJsonObject theirs = with(guideDefinition(), "name", u"theirs"_s);
        theirs = with(theirs, "streamingTarget/transformationType", u"COPY_TABLE"_s);
        Merge merge(guideDefinition(), theirs, mine);
        model.setMerge(merge);
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex conflict = model.index(0, 0);
        QCOMPARE(conflict.data().toString(), u"Conflict"_s);
        QCOMPARE(conflict.data(ChangesModel::BaseRole).toString(), u"my-streaming-pipeline"_s);
        QCOMPARE(conflict.data(ChangesModel::TheirsRole).toString(), u"theirs"_s);
        QCOMPARE(conflict.data(ChangesModel::MineRole).toString(), u"mine"_s);
        QCOMPARE(model.openCount(), 1);
        QCOMPARE(text(model, 2, ChangesModel::KindColumn), u"From server"_s);
        QCOMPARE(model.riskCount(), 0); // what the server has already brings nothing new

        QSignalSpy chosen(&model, &ChangesModel::chosen);
        QVERIFY(!model.setData(model.index(1, 0), int(MergeItem::Choice::Mine),
                               ChangesModel::ChoiceRole));
        QVERIFY(model.setData(conflict, int(MergeItem::Choice::Mine), ChangesModel::ChoiceRole));
        QCOMPARE(chosen.size(), 1);
        merge.choose(chosen[0][0].toInt(), chosen[0][1].value<MergeItem::Choice>());
        QCOMPARE(merge.openCount(), 0);
        QCOMPARE(model.openCount(), 0);
        QCOMPARE(model.conflictCount(), 1);
    }
};

SLUICE_TEST(TestChangesModel, Core)
#include "tst_changesmodel.moc"
