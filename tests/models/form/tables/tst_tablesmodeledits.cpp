// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tablesmodelfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Edits of many tables at once: removed, sorted, replaced, taken over.
class TestTablesModelEdits : public TablesModelTest
{
    Q_OBJECT

private Q_SLOTS:
    void removesScatteredRowsAsOneEdit();
    void sortsByEitherColumn();
    void sortingMovesSelectionAndErrors();
    void removesRepeats();
    void keepsRepeatsThatHoldMore();
    void replacesAllOrNothing_data();
    void replacesAllOrNothing();
    void replacingMayRepairRepeats();
    void takesTablesWhole();
    void takesOnlyWhatDiffers_data();
    void takesOnlyWhatDiffers();
};

void TestTablesModelEdits::removesScatteredRowsAsOneEdit()
{
    setNames({u"s.a"_s, u"s.b"_s, u"s.c"_s, u"s.d"_s, u"s.e"_s});
    m_model->setErrors({{{3, u"table"_s}, u"is odd"_s}});
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex kept = m_model->index(3, TablesModel::TableColumn);
    m_model->removeRowsAt({4, 0, 1, 0});
    QCOMPARE(kept.data().toString(), u"d"_s);
    QCOMPARE(names(), (QStringList{u"s.c"_s, u"s.d"_s}));
    QCOMPARE(edits.count(), 1);
    QCOMPARE(removals.count(), 1); // one signal: views need long for each
    QVERIFY(error(1, TablesModel::TableColumn).contains(u"is odd"_s));
    m_model->removeRowsAt({});
    QCOMPARE(edits.count(), 1);
}

void TestTablesModelEdits::sortsByEitherColumn()
{
    setNames({u"b.x"_s, u"a.Y"_s, u"a.z"_s, u"B.a"_s, u"a.a"_s});
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    m_model->sort(TablesModel::SchemaColumn);
    QCOMPARE(names(), (QStringList{u"a.a"_s, u"a.Y"_s, u"a.z"_s, u"B.a"_s, u"b.x"_s}));
    m_model->sort(TablesModel::TableColumn);
    QCOMPARE(names(), (QStringList{u"a.a"_s, u"B.a"_s, u"b.x"_s, u"a.Y"_s, u"a.z"_s}));
    QCOMPARE(edits.count(), 2);
    m_model->sort(TablesModel::TableColumn);
    QCOMPARE(edits.count(), 2);
    m_model->sort(TablesModel::TableColumn, Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{u"a.z"_s, u"a.Y"_s, u"b.x"_s, u"B.a"_s, u"a.a"_s}));
    QCOMPARE(m_model->tables().first().toObject().value(u"table"_s), QJsonValue(u"z"_s));
}

void TestTablesModelEdits::sortingMovesSelectionAndErrors()
{
    setNames({u"s.c"_s, u"s.a"_s, u"s.b"_s});
    const QPersistentModelIndex chosen = m_model->index(0, TablesModel::TableColumn);
    m_model->setErrors({{{0, u"table"_s}, u"is odd"_s}});
    m_model->sort(TablesModel::TableColumn);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(chosen.data().toString(), u"c"_s);
    QVERIFY(error(2, TablesModel::TableColumn).contains(u"is odd"_s));
    QCOMPARE(error(0, TablesModel::TableColumn), QString());
}

void TestTablesModelEdits::removesRepeats()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"},{"schema":"a","table":"c"},
                                {"schema":"a","table":"b"},null,null,"rubbish",
                                {"schema":"a","table":"b"}])"));
    QCOMPARE(m_model->repeats(), 2);
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    const TablesModel::Thinned thinned = m_model->removeRepeats();
    QCOMPARE(thinned.removed, 2);
    QCOMPARE(thinned.left, 0);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(m_model->repeats(), 0);
    QCOMPARE(error(0, TablesModel::TableColumn), QString());
    QCOMPARE(m_model->tables(), json(R"([{"schema":"a","table":"b"},{"schema":"a","table":"c"},
                                         null,null,"rubbish"])"));
    m_model->removeRepeats();
    QCOMPARE(edits.count(), 1);
}

void TestTablesModelEdits::keepsRepeatsThatHoldMore()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"},
                                {"schema":"a","table":"b","columns":["x"]},
                                {"schema":"a","table":"b","columns":["x"]},
                                {"schema":"a","table":"b","columns":["y"]}])"));
    const TablesModel::Thinned thinned = m_model->removeRepeats();
    QCOMPARE(thinned.removed, 2);
    QCOMPARE(thinned.left, 1);
    QCOMPARE(m_model->tables(), json(R"([{"schema":"a","table":"b","columns":["x"]},
                                         {"schema":"a","table":"b","columns":["y"]}])"));
}

void TestTablesModelEdits::replacesAllOrNothing_data()
{
    using Texts = QList<TablesModel::CellText>;
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<int>("cells");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("repeated");
    QTest::addColumn<QStringList>("emptied");
    constexpr int schema = TablesModel::SchemaColumn;
    constexpr int table = TablesModel::TableColumn;
    const QStringList before{u"s.a"_s, u"s.b"_s, u"t.a"_s};
    QTest::newRow("all") << Texts{{0, schema, u"x"_s}, {1, schema, u" x "_s}} << 2
                         << QStringList{u"x.a"_s, u"x.b"_s, u"t.a"_s} << QStringList()
                         << QStringList();
    QTest::newRow("swapped") << Texts{{0, table, u"b"_s}, {1, table, u"a"_s}} << 2
                             << QStringList{u"s.b"_s, u"s.a"_s, u"t.a"_s} << QStringList()
                             << QStringList();
    QTest::newRow("both names of a row")
        << Texts{{0, schema, u"x"_s}, {0, table, u"y"_s}} << 2
        << QStringList{u"x.y"_s, u"s.b"_s, u"t.a"_s} << QStringList() << QStringList();
    QTest::newRow("same") << Texts{{0, schema, u"s"_s}} << 0 << before << QStringList()
                          << QStringList();
    QTest::newRow("onto another") << Texts{{1, table, u"z"_s}, {2, schema, u"s"_s}} << 0 << before
                                  << QStringList{u"s.a"_s} << QStringList();
    QTest::newRow("onto each other") << Texts{{0, table, u"z"_s}, {1, table, u"z"_s}} << 0 << before
                                     << QStringList{u"s.z"_s} << QStringList();
    QTest::newRow("emptied") << Texts{{1, table, u"z"_s}, {2, schema, u" "_s}} << 0 << before
                             << QStringList() << QStringList{u"t.a"_s};
}

void TestTablesModelEdits::replacesAllOrNothing()
{
    QFETCH(const QList<TablesModel::CellText>, texts);
    QFETCH(const int, cells);
    setNames({u"s.a"_s, u"s.b"_s, u"t.a"_s});
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const TablesModel::Replaced replaced = m_model->replace(texts);
    QCOMPARE(replaced.cells, cells);
    QTEST(names(), "after");
    QTEST(replaced.repeated, "repeated");
    QTEST(replaced.emptied, "emptied");
    QCOMPARE(edits.count(), cells > 0 ? 1 : 0);
    QCOMPARE(changes.count(), cells > 0 ? 1 : 0);
}

void TestTablesModelEdits::replacingMayRepairRepeats()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"},{"schema":"a","table":"b"},
                                {"schema":"a","table":"b"}])"));
    QVERIFY(!error(2, 0).isEmpty());
    // One less: the two that are left were there before.
    QCOMPARE(m_model->replace({{0, TablesModel::TableColumn, u"c"_s}}).cells, 1);
    QCOMPARE(m_model->replace({{1, TablesModel::TableColumn, u"d"_s}}).cells, 1);
    QCOMPARE(error(2, 0), QString());
    QCOMPARE(m_model->repeats(), 0);
}

void TestTablesModelEdits::takesTablesWhole()
{
    setNames({u"s.a"_s});
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    const TablesModel::Added added = m_model->addTables(
        json(R"([{"schema":"s","table":"b","columns":["x"]},{"schema":"s","table":"a"},
                 {"schema":"s","table":"b"},{"table":"c"},null])"));
    QCOMPARE(added.added, 1);
    const QList<TableText::LeftOut> leftOut{
        {0, u"s.a"_s, TableText::Reason::Repeated},
        {0, u"s.b"_s, TableText::Reason::Repeated},
        {0, uR"({"table":"c"})"_s, TableText::Reason::NotUnderstood},
        {0, u"null"_s, TableText::Reason::NotUnderstood}};
    QCOMPARE(added.leftOut, leftOut);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(m_model->tables(), json(R"([{"schema":"s","table":"a"},
                                         {"schema":"s","table":"b","columns":["x"]}])"));
}

void TestTablesModelEdits::takesOnlyWhatDiffers_data()
{
    QTest::addColumn<QString>("next");
    QTest::addColumn<int>("kept"); // where the last row is then; -1: it is not known any more
    QTest::newRow("one changed") << u"s.a s.x s.c s.d"_s << 3;
    QTest::newRow("one gone") << u"s.a s.c s.d"_s << 2;
    QTest::newRow("two come") << u"s.a s.b s.x s.y s.c s.d"_s << 5;
    QTest::newRow("changed and come") << u"s.x s.y s.c s.d"_s << 3;
    QTest::newRow("repeated") << u"s.a s.a s.c s.d"_s << 3;
    QTest::newRow("nothing left") << QString() << -1;
}

void TestTablesModelEdits::takesOnlyWhatDiffers()
{
    QFETCH(const QString, next);
    setNames({u"s.a"_s, u"s.b"_s, u"s.c"_s, u"s.d"_s});
    const QPersistentModelIndex last = m_model->index(3, 0);
    QJsonArray tables;
    const QStringList wanted = next.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : wanted)
        tables.append(QJsonObject{{u"schema"_s, name.section(u'.', 0, 0)},
                                  {u"table"_s, name.section(u'.', 1)}});
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setTables(tables);
    QCOMPARE(names(), wanted);
    QCOMPARE(m_model->tables(), tables);
    QCOMPARE(resets.count(), 0);
    QTEST(last.row(), "kept");
    QCOMPARE(error(0, 1).isEmpty(), !next.startsWith(u"s.a s.a"_s));
    m_model->setTables(tables);
    QCOMPARE(names(), wanted);
}

SLUICE_TEST(TestTablesModelEdits, None)
#include "tst_tablesmodeledits.moc"
