// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinetables.h"
#include "models/form/tables/tablesourcesmodel.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Pipelines whose tables another one may take over.
class TestPipelineTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatHasNone();
    void countsWhatIsNew();
};

namespace {

QJsonObject pipelineWithTables(const QString &id, const QString &name, const QStringList &tables)
{
    QJsonObject definition = withTables(guideDefinition(), tables);
    definition.insert(u"streamingPipelineId"_s, id);
    definition.insert(u"name"_s, name);
    return definition;
}

} // namespace

void TestPipelineTables::leavesOutWhatHasNone()
{
    ScriptedApi api;
    api.addProject(u"p1"_s, u"Shop"_s);
    api.pipelines[u"p1"_s] = QJsonArray{pipelineWithTables(u"a"_s, u"orders"_s, {u"x"_s}),
                                        pipelineWithTables(u"b"_s, u"empty"_s, {}),
                                        pipelineWithTables(u"c"_s, u"items"_s, {u"y"_s, u"z"_s})};
    Fleet fleet;
    fleet.addAccount(api.makeAccount());
    QTRY_COMPARE(fleet.pipelines()->rowCount(), 3);
    const auto namesOf = [](const QList<TableSource> &sources) {
        QStringList names;
        for (const TableSource &source : sources)
            names.append(source.name);
        names.sort();
        return names;
    };
    QCOMPARE(namesOf(pipelineTables(*fleet.pipelines(), {})),
             (QStringList{u"items"_s, u"orders"_s}));
    QCOMPARE(namesOf(pipelineTables(*fleet.pipelines(), u"another"_s)), QStringList());
    const QList<TableSource> others = pipelineTables(*fleet.pipelines(), u"acc"_s, u"a"_s);
    QCOMPARE(namesOf(others), QStringList{u"items"_s});
    QCOMPARE(others.first().place, u"Shop"_s);
    QCOMPARE(others.first().type, u"sqlserver"_s);
    QCOMPARE(others.first().from, u"sqlserver.my-org.com my_database"_s);
    QCOMPARE(others.first().tables.size(), 2);
}

void TestPipelineTables::countsWhatIsNew()
{
    const QJsonObject definition = withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s, u"a"_s});
    const QJsonArray tables =
        definition.value(u"streamingSource"_s).toObject().value(u"tables"_s).toArray();
    const QJsonArray own{QJsonObject{{u"schema"_s, u"s"_s}, {u"table"_s, u"b"_s}}};
    TableSourcesModel model(
        {{u"Orders"_s, u"Shop"_s, u"sqlserver"_s, u"db shop"_s, tables},
         {u"empty"_s, u"Shop"_s, u"future"_s, QString(), QJsonArray{QJsonValue(), u"x"_s}}},
        own);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(first.data(TableSourcesModel::TableCountRole).toInt(), 3);
    QCOMPARE(first.data(TableSourcesModel::NewCountRole).toInt(), 2);
    QCOMPARE(first.data(TableSourcesModel::TableNamesRole).toStringList(),
             (QStringList{u"s.a"_s, u"s.c"_s, u"s.b"_s}));
    QCOMPARE(first.data(TableSourcesModel::TablesRole).toJsonArray(), tables);
    QCOMPARE(first.siblingAtColumn(TableSourcesModel::FromColumn).data().toString(),
             u"SQL Server db shop"_s);
    QCOMPARE(first.siblingAtColumn(TableSourcesModel::NewColumn)
                 .data(TableSourcesModel::SortRole)
                 .toInt(),
             2);
    QCOMPARE(first.data(TableSourcesModel::SortRole).toString(), u"orders"_s);
    QVERIFY(first.data(TableSourcesModel::SearchRole).toString().contains(u"s.c"_s));
    const QModelIndex second = model.index(1, 0);
    QCOMPARE(second.data(TableSourcesModel::TableCountRole).toInt(), 0);
    QCOMPARE(second.siblingAtColumn(TableSourcesModel::FromColumn).data().toString(), u"future"_s);
}

SLUICE_TEST(TestPipelineTables, Core)
#include "tst_pipelinetables.moc"
