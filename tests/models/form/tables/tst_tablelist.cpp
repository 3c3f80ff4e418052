// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablelist.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The tables of one definition as the overview lists them.
class TestTableList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resetsOnlyForOthers();
};

void TestTableList::resetsOnlyForOthers()
{
    TableList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<TableName> tables{{u"s"_s, u"one"_s}, {u"s"_s, u"two"_s}};
    list.setTables(tables);
    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(list.index(1, TableList::SchemaColumn).data().toString(), u"s"_s);
    QCOMPARE(list.index(1, TableList::TableColumn).data().toString(), u"two"_s);
    QSignalSpy reset(&list, &TableList::modelReset);
    list.setTables(tables);
    QVERIFY(reset.isEmpty());
    list.setTables({});
    QCOMPARE(list.rowCount(), 0);
}

SLUICE_TEST(TestTableList, Core)
#include "tst_tablelist.moc"
