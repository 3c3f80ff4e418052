// SPDX-License-Identifier: Apache-2.0
#include "models/definition/runnersize.h"
#include "models/form/tables/tablesearch.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What is found in the tables below, and what would come of it; and how large a runner they want.
class TestTableSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void replaces_data();
    void replaces();
    void saysWhatIsWrongWithAPattern();
    void saysTheRunnersSize_data();
    void saysTheRunnersSize();

private:
    static void fill(TablesModel *tables)
    {
        tables->addText(u"dbo.Orders\ndbo.order_items\n\"ord\".\"a.b\""_s);
    }
};

void TestTableSearch::finds_data()
{
    QTest::addColumn<TableQuery>("query");
    QTest::addColumn<QStringList>("cells"); // "row/column"
    using Column = TablesModel::Column;
    const auto row = [](const char *name, const TableQuery &query, const QStringList &cells) {
        QTest::newRow(name) << query << cells;
    };
    row("nothing", {u""_s, {}}, {});
    row("both columns", {u"ord"_s, {}}, {u"0/1"_s, u"1/1"_s, u"2/0"_s});
    row("schemas", {u"ord"_s, Column::SchemaColumn}, {u"2/0"_s});
    row("tables", {u"ord"_s, Column::TableColumn}, {u"0/1"_s, u"1/1"_s});
    row("with case", {u"Ord"_s, {}, true}, {u"0/1"_s});
    row("a dot is a dot", {u"."_s, {}}, {u"2/1"_s});
    row("pattern", {u"^o.*s$"_s, {}, false, true}, {u"0/1"_s, u"1/1"_s});
    row("pattern with case", {u"^o.*s$"_s, {}, true, true}, {u"1/1"_s});
    row("faulty pattern", {u"(o"_s, {}, false, true}, {});
    row("not there", {u"nowhere"_s, {}}, {});
}

void TestTableSearch::finds()
{
    QFETCH(const TableQuery, query);
    TablesModel tables;
    fill(&tables);
    QCOMPARE(tables.rowCount(), 3);
    QStringList cells;
    const QModelIndexList found = TableSearch(query).matches(tables);
    for (const QModelIndex &cell : found)
        cells.append(u"%1/%2"_s.arg(cell.row()).arg(cell.column()));
    QTEST(cells, "cells");
}

void TestTableSearch::replaces_data()
{
    QTest::addColumn<TableQuery>("query");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("name"); // of "order_items" then
    const auto row = [](const char *name, const TableQuery &query, const QString &by,
                        const QString &after) { QTest::newRow(name) << query << by << after; };
    row("every occurrence", {u"E"_s, {}}, u"3"_s, u"ord3r_it3ms"_s);
    row("text stays text", {u"_"_s, {}}, u"\\0"_s, u"order\\0items"_s);
    row("group", {u"(\\w+)_(\\w+)"_s, {}, false, true}, u"\\2_\\1"_s, u"items_order"_s);
    row("start", {u"^"_s, {}, false, true}, u"stg_"_s, u"stg_order_items"_s);
    row("by nothing", {u"_items"_s, {}}, QString(), u"order"_s);
}

void TestTableSearch::replaces()
{
    QFETCH(const TableQuery, query);
    QFETCH(const QString, by);
    TablesModel tables;
    fill(&tables);
    const QModelIndex cell = tables.index(1, TablesModel::TableColumn);
    const TablesModel::CellText text = TableSearch(query).replaced(cell, by);
    QCOMPARE(text.row, 1);
    QCOMPARE(text.column, int(TablesModel::TableColumn));
    QTEST(text.text, "name");
    QCOMPARE(cell.data().toString(), u"order_items"_s);
}

void TestTableSearch::saysWhatIsWrongWithAPattern()
{
    QVERIFY(!TableSearch({u"(o"_s, {}, false, true}).fault().isEmpty());
    QCOMPARE(TableSearch({u"(o"_s, {}, false, false}).fault(), QString());
    QCOMPARE(TableSearch({u"(o)"_s, {}, false, true}).fault(), QString());
}

void TestTableSearch::saysTheRunnersSize_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<QString>("size"); // empty: too many
    QTest::newRow("1") << 1 << u"1 table. Fits a runner of size small (up to 100"_s;
    QTest::newRow("100") << 100 << u"100 tables. Fits a runner of size small (up to 100"_s;
    QTest::newRow("143") << 143 << u"143 tables. Fits a runner of size medium (up to 200"_s;
    QTest::newRow("400") << 400 << u"400 tables. Fits a runner of size large (up to 400"_s;
    QTest::newRow("401") << 401 << QString();
}

void TestTableSearch::saysTheRunnersSize()
{
    QFETCH(const int, tables);
    QFETCH(const QString, size);
    const QString text = RunnerSize::text(tables);
    QVERIFY2(text.startsWith(size), qPrintable(text));
    QCOMPARE(text.isEmpty(), size.isEmpty());
    const QString warning = RunnerSize::warning(tables);
    QCOMPARE(warning.isEmpty(), !size.isEmpty());
    QVERIFY(warning.isEmpty() || warning.startsWith(u"401 tables"_s));
}

SLUICE_TEST(TestTableSearch, Core)
#include "tst_tablesearch.moc"
