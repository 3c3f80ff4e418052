// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tablesmodelfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Tables one by one: what is added, edited, marked.
class TestTablesModel : public TablesModelTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItDoesNotKnow();
    void addsOnce();
    void addsText();
    void addsManyAtOnce();
    void editsOneKey();
    void marksRepeats();
    void marksEmptyNames();
    void removes();
    void serverErrorsStayWithTheirRow();
};

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
    QVERIFY(!m_model->addTable(u"dbo\u200b"_s, u"\ufefforders"_s)); // invisible characters
    QVERIFY(!m_model->addTable(u"x"_s, u"\u200b"_s));
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
    const QList<TableText::LeftOut> leftOut{{1, u"dbo.orders"_s, TableText::Reason::Repeated},
                                            {3, u"items"_s, TableText::Reason::NoSchema},
                                            {4, u"dbo.items"_s, TableText::Reason::Repeated}};
    QCOMPARE(added.leftOut, leftOut);
    QCOMPARE(edits.count(), 1);
    const auto nothing = m_model->addText(u"dbo.items"_s);
    QCOMPARE(nothing.added, 0);
    QCOMPARE(nothing.leftOut.size(), 1);
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
    QCOMPARE(added.leftOut.size(), 5000);
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
    QVERIFY(m_model->setData(schema, u" c\u200b "_s));
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

SLUICE_TEST(TestTablesModel, None)
#include "tst_tablesmodel.moc"
