// SPDX-License-Identifier: Apache-2.0
#include "models/form/tablesmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonArray json(const char *text)
{
    return QJsonDocument::fromJson(text).array();
}

} // namespace

class TestTablesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatItDoesNotKnow();
    void addsOnce();
    void addsText();
    void addsManyAtOnce();
    void editsOneKey();
    void marksRepeats();
    void marksEmptyNames();
    void removes();
    void serverErrorsStayWithTheirRow();
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

private:
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row, 0).data().toString() + u'.' +
                         m_model->index(row, 1).data().toString());
        return names;
    }

    void setNames(const QStringList &names)
    {
        m_model->setTables({});
        m_model->addText(names.join(u'\n'));
    }

    QString error(int row, int column) const
    {
        return m_model->index(row, column).data(TablesModel::ErrorRole).toString();
    }

    std::unique_ptr<TablesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTablesModel::init()
{
    m_model = std::make_unique<TablesModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTablesModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestTablesModel::keepsWhatItDoesNotKnow()
{
    const QJsonArray tables =
        json(R"([{"schema":"a","table":"b","columns":["x"]},{"table":5},"rubbish",null])");
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    m_model->setTables(tables);
    QCOMPARE(m_model->tables(), tables);
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(m_model->setData(m_model->index(0, TablesModel::TableColumn), u"c"_s));
    QCOMPARE(m_model->tables().first().toObject(),
             json(R"([{"schema":"a","table":"c","columns":["x"]}])").first().toObject());
    QCOMPARE(m_model->tables().at(2), QJsonValue(u"rubbish"_s));
    QCOMPARE(edits.count(), 1);
}

void TestTablesModel::addsOnce()
{
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    QVERIFY(m_model->addTable(u" dbo "_s, u"orders"_s));
    QVERIFY(!m_model->addTable(u"dbo"_s, u"orders"_s));
    QVERIFY(m_model->addTable(u"dbo"_s, u"Orders"_s));
    QVERIFY(!m_model->addTable(QString(), u"x"_s));
    QVERIFY(!m_model->addTable(u"x"_s, u"  "_s));
    QCOMPARE(edits.count(), 2);
    QCOMPARE(m_model->tables(),
             json(R"([{"schema":"dbo","table":"orders"},{"schema":"dbo","table":"Orders"}])"));
}

void TestTablesModel::addsText()
{
    QVERIFY(m_model->addTable(u"dbo"_s, u"orders"_s));
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    const auto added = m_model->addText(u"dbo.orders\ndbo.items\nitems\ndbo.items"_s);
    QCOMPARE(added.added, 1);
    QCOMPARE(added.duplicates, 2);
    QCOMPARE(added.unreadable, QStringList{u"items"_s});
    QCOMPARE(edits.count(), 1);
    const auto nothing = m_model->addText(u"dbo.items"_s);
    QCOMPARE(nothing.added, 0);
    QCOMPARE(nothing.duplicates, 1);
    QCOMPARE(edits.count(), 1);
}

void TestTablesModel::addsManyAtOnce()
{
    QString text;
    for (int table = 0; table < 5000; ++table)
        text += u"dbo.table_%1\r\n"_s.arg(table);
    QSignalSpy insertions(m_model.get(), &QAbstractItemModel::rowsInserted);
    const auto added = m_model->addText(text + text);
    QCOMPARE(added.added, 5000);
    QCOMPARE(added.duplicates, 5000);
    QCOMPARE(insertions.count(), 1);
    QCOMPARE(m_model->rowCount(), 5000);
}

void TestTablesModel::editsOneKey()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"}])"));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    const QModelIndex schema = m_model->index(0, TablesModel::SchemaColumn);
    QVERIFY(m_model->setData(schema, u"a"_s));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(edits.count(), 0);
    QVERIFY(m_model->setData(schema, u" c "_s));
    QCOMPARE(m_model->tables(), json(R"([{"schema":"c","table":"b"}])"));
    QCOMPARE(changes.first().at(0).toModelIndex(), schema);
    QCOMPARE(edits.count(), 1);
    QVERIFY(!m_model->setData(schema, u"d"_s, Qt::DisplayRole));
}

void TestTablesModel::marksRepeats()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"},{"schema":"a","table":"c"}])"));
    const QModelIndex second = m_model->index(1, TablesModel::TableColumn);
    QCOMPARE(error(0, 0), QString());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_model->setData(second, u"b"_s));
    const QString repeated = u"This table is in the list more than once."_s;
    QCOMPARE(error(0, 0), repeated);
    QCOMPARE(error(1, 1), repeated);
    const auto tellsFirst = [&changes] {
        return std::any_of(changes.begin(), changes.end(), [](const QList<QVariant> &change) {
            return change.first().toModelIndex().row() == 0;
        });
    };
    QVERIFY(tellsFirst());
    changes.clear();
    QVERIFY(m_model->setData(second, u"d"_s));
    QCOMPARE(error(0, 0), QString());
    QVERIFY(tellsFirst());
    changes.clear();
    QVERIFY(m_model->setData(second, u"e"_s));
    QVERIFY(!tellsFirst());
}

void TestTablesModel::marksEmptyNames()
{
    m_model->setTables(json(R"([{"schema":"a"},{"table":"b"}])"));
    QCOMPARE(error(0, TablesModel::SchemaColumn), QString());
    QCOMPARE(error(0, TablesModel::TableColumn), u"Enter a table."_s);
    QCOMPARE(error(1, TablesModel::SchemaColumn), u"Enter a schema."_s);
}

void TestTablesModel::removes()
{
    m_model->setTables(json(R"([{"schema":"a","table":"b"},{"schema":"a","table":"b"},
                                {"schema":"a","table":"c"}])"));
    QVERIFY(!error(0, 0).isEmpty());
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    QVERIFY(!m_model->removeRows(2, 2));
    QVERIFY(!m_model->removeRows(-1, 1));
    QCOMPARE(edits.count(), 0);
    QVERIFY(m_model->removeRows(1, 2));
    QCOMPARE(edits.count(), 1);
    QCOMPARE(error(0, 0), QString());
    QCOMPARE(m_model->tables(), json(R"([{"schema":"a","table":"b"}])"));
    QVERIFY(m_model->addTable(u"a"_s, u"c"_s));
}

void TestTablesModel::serverErrorsStayWithTheirRow()
{
    m_model->setTables(json(R"([{"schema":"a","table":"a"},{"schema":"a","table":"b"},
                                {"schema":"a","table":"c"}])"));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QHash<QPair<int, QString>, QString> errors{{{2, u"schema"_s}, u"is unknown"_s},
                                                     {{1, QString()}, u"is odd"_s},
                                                     {{9, u"table"_s}, u"is not here"_s}};
    m_model->setErrors(errors);
    QCOMPARE(changes.count(), 2);
    QCOMPARE(error(2, TablesModel::SchemaColumn), u"The server says: \"is unknown\"."_s);
    QCOMPARE(error(2, TablesModel::TableColumn), QString());
    QCOMPARE(error(1, TablesModel::TableColumn), u"The server says: \"is odd\"."_s);
    m_model->setErrors(errors);
    QCOMPARE(changes.count(), 2);
    QVERIFY(m_model->removeRows(0, 1));
    QCOMPARE(error(1, TablesModel::SchemaColumn), u"The server says: \"is unknown\"."_s);
    QVERIFY(m_model->setData(m_model->index(1, TablesModel::SchemaColumn), u"z"_s));
    QCOMPARE(error(1, TablesModel::SchemaColumn), QString());
    m_model->setErrors({});
    QCOMPARE(error(0, TablesModel::TableColumn), QString());
}

void TestTablesModel::removesScatteredRowsAsOneEdit()
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
    QCOMPARE(removals.count(), 1); // views take long for each
    QVERIFY(error(1, TablesModel::TableColumn).contains(u"is odd"_s));
    m_model->removeRowsAt({});
    QCOMPARE(edits.count(), 1);
}

void TestTablesModel::sortsByEitherColumn()
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

void TestTablesModel::sortingMovesSelectionAndErrors()
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

void TestTablesModel::removesRepeats()
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

void TestTablesModel::keepsRepeatsThatHoldMore()
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

void TestTablesModel::replacesAllOrNothing_data()
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

void TestTablesModel::replacesAllOrNothing()
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

void TestTablesModel::replacingMayRepairRepeats()
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

void TestTablesModel::takesTablesWhole()
{
    setNames({u"s.a"_s});
    QSignalSpy edits(m_model.get(), &TablesModel::edited);
    const TablesModel::Added added = m_model->addTables(
        json(R"([{"schema":"s","table":"b","columns":["x"]},{"schema":"s","table":"a"},
                 {"schema":"s","table":"b"},{"table":"c"},null])"));
    QCOMPARE(added.added, 1);
    QCOMPARE(added.duplicates, 2);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(m_model->tables(), json(R"([{"schema":"s","table":"a"},
                                         {"schema":"s","table":"b","columns":["x"]}])"));
}

void TestTablesModel::takesOnlyWhatDiffers_data()
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

void TestTablesModel::takesOnlyWhatDiffers()
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

QTEST_APPLESS_MAIN(TestTablesModel)
#include "tst_tablesmodel.moc"
