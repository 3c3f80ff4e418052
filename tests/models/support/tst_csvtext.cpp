// SPDX-License-Identifier: Apache-2.0
#include "models/support/csvtext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Cells that other programs read as they are meant.
class TestCsvText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvCells_data();
    void csvCells();
    void csvRows();
};

void TestCsvText::csvCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const QString &cell, const QString &written) {
        QTest::newRow(name) << cell << written.toUtf8();
    };
    row("plain", u"kv-prod"_s, u"kv-prod"_s);
    row("empty", {}, {});
    row("comma", u"a,b"_s, u"\"a,b\""_s);
    row("quote", u"say \"hi\""_s, u"\"say \"\"hi\"\"\""_s);
    row("line end", u"a\nb"_s, u"\"a\nb\""_s);
    row("carriage return", u"a\rb"_s, u"\"a\rb\""_s);
    row("not ASCII", u"Umsätze 東京"_s, u"Umsätze 東京"_s);
    row("formula", u"=1+1"_s, u"'=1+1"_s);
    row("plus", u"+49"_s, u"'+49"_s);
    row("minus", u"-x"_s, u"'-x"_s);
    row("at", u"@SUM(A1)"_s, u"'@SUM(A1)"_s);
    row("tab", u"\t=1"_s, u"\"'\t=1\""_s);
    row("semicolon", u"a;b"_s, u"\"a;b\""_s);
    row("tab within", u"a\tb"_s, u"\"a\tb\""_s);
    row("full width equals", u"\uFF1D1+1"_s, u"'\uFF1D1+1"_s);
    row("full width plus", u"\uFF0B1"_s, u"'\uFF0B1"_s);
    row("full width minus", u"\uFF0D1"_s, u"'\uFF0D1"_s);
    row("full width at", u"\uFF20SUM(A1)"_s, u"'\uFF20SUM(A1)"_s);
    row("minus sign", u"\u22121"_s, u"'\u22121"_s);
    row("formula behind blanks", u"  =1+1"_s, u"'  =1+1"_s);
    row("formula behind a no-break space", u"\u00A0@x"_s, u"'\u00A0@x"_s);
    row("formula and semicolon", u"=1;2"_s, u"\"'=1;2\""_s);
    row("return first", u"\r=1"_s, u"\"'\r=1\""_s);
    row("formula with quotes", u"=HYPERLINK(\"http://x\",\"y\")"_s,
        u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s);
    row("within", u"a=b"_s, u"a=b"_s);
}

void TestCsvText::csvCells()
{
    QFETCH(const QString, cell);
    QFETCH(const QByteArray, written);
    QCOMPARE(csvText({{u"x"_s, cell}}), "x," + written + "\r\n");
}

void TestCsvText::csvRows()
{
    QCOMPARE(csvText({{u"A"_s, u"B"_s}, {u"1"_s, {}}}), QByteArray("A,B\r\n1,\r\n"));
}

SLUICE_TEST(TestCsvText, Core)

#include "tst_csvtext.moc"
