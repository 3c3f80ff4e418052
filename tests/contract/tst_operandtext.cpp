// SPDX-License-Identifier: Apache-2.0
// What --output name prints can be used as an operand.
#include "app/commandline/output/operandtext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestOperandText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
};

void TestOperandText::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isUnique");
    QTest::addColumn<QString>("expected");
    const QString id = u"the-id"_s;
    QTest::newRow("a name") << u"orders"_s << id << true << u"orders"_s;
    QTest::newRow("a name with blanks") << u"Umsätze, EU"_s << id << true << u"Umsätze, EU"_s;
    QTest::newRow("of several") << u"orders"_s << id << false << id;
    QTest::newRow("none") << QString() << id << true << id;
    QTest::newRow("like an option") << u"--yes"_s << id << true << id;
    QTest::newRow("like an id") << u"50ead6b2-6f1b-4d2b-9a54-1f4f1fcb5f3a"_s << id << true << id;
    QTest::newRow("line end") << u"a\nb"_s << id << true << id;
    QTest::newRow("hidden character") << u"a\u202eb"_s << id << true << id;
    QTest::newRow("no id") << u"orders"_s << QString() << false << u"orders"_s;
    QTest::newRow("line end, no id") << u"a\nb"_s << QString() << true << u"a b"_s;
}

void TestOperandText::names()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QFETCH(bool, isUnique);
    QTEST(operandFor(name, id, isUnique), "expected");
}

SLUICE_TEST(TestOperandText, None)
#include "tst_operandtext.moc"
