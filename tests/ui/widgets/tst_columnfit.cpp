// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/widgets/columnfit.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestColumnFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesFairly_data();
    void sharesFairly();
    void fillsTheTable();
    void letsTheUsersWidthsBe();
};

void TestColumnFit::sharesFairly_data()
{
    QTest::addColumn<QList<int>>("wanted");
    QTest::addColumn<int>("room");
    QTest::addColumn<QList<int>>("widths");
    const auto row = [](const char *name, const QList<int> &wanted, int room,
                        const QList<int> &widths) {
        QTest::newRow(name) << wanted << room << widths;
    };
    row("enough", {10, 20, 30}, 100, {10, 20, 30});
    row("just enough", {10, 20, 30}, 60, {10, 20, 30});
    row("the widest gives", {10, 500, 30}, 100, {10, 60, 30});
    row("two give the same", {400, 500, 30}, 100, {35, 35, 30});
    row("all give", {400, 500, 300}, 99, {33, 33, 33});
    row("no room", {40, 50}, 0, {0, 0});
    row("no columns", {}, 100, {});
}

void TestColumnFit::sharesFairly()
{
    QFETCH(const QList<int>, wanted);
    QFETCH(const int, room);
    QTEST(fairWidths(wanted, room), "widths");
}

void TestColumnFit::fillsTheTable()
{
    QStandardItemModel model(1, 3);
    model.setItem(0, 0, new QStandardItem(u"a rather long text in the first column"_s));
    model.setItem(0, 1, new QStandardItem(u"x"_s));
    QTableView table;
    table.setModel(&model);
    ColumnFit fit(&table, 2);
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto total = [&table] {
        return table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2);
    };
    QCOMPARE(total(), table.viewport()->width());
    const QAbstractItemView *view = &table;
    QVERIFY(table.columnWidth(0) >= view->sizeHintForColumn(0));
    table.resize(400, 200);
    QTRY_COMPARE(total(), table.viewport()->width());
    table.setColumnHidden(2, true);
    model.item(0, 1)->setText(u"now this one is the long one of the two columns"_s);
    fit.fit();
    QVERIFY(table.columnWidth(0) + table.columnWidth(1) <= table.viewport()->width());
}

void TestColumnFit::letsTheUsersWidthsBe()
{
    QStandardItemModel model(1, 2);
    QTableView table;
    table.setModel(&model);
    ColumnFit fit(&table, 1);
    table.resize(600, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QWidget *header = table.horizontalHeader()->viewport();
    const QPoint edge(table.columnWidth(0) - 1, header->height() / 2);
    QTest::mousePress(header, Qt::LeftButton, {}, edge);
    QTest::mouseMove(header, edge + QPoint(50, 0));
    QTest::mouseRelease(header, Qt::LeftButton, {}, edge + QPoint(50, 0));
    const int width = table.columnWidth(0);
    fit.fit();
    QCOMPARE(table.columnWidth(0), width);
}

SLUICE_TEST(TestColumnFit, Widgets)
#include "tst_columnfit.moc"
