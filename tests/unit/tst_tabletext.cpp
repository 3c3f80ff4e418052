// SPDX-License-Identifier: Apache-2.0
#include "models/form/tabletext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Pasted text in, "schema|table" lines out.
class TestTableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsUnreadableLines();
};

void TestTableText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QString &text, const QStringList &names) {
        QTest::newRow(name) << text << names;
    };
    const QStringList two{u"dbo|orders"_s, u"dbo|items"_s};
    row("nothing", QString(), {});
    row("dotted", u"dbo.orders\ndbo.items"_s, two);
    row("Windows line ends", u"dbo.orders\r\ndbo.items\r\n"_s, two);
    row("old Mac line ends", u"dbo.orders\rdbo.items"_s, two);
    row("byte order mark", u"\ufeffdbo.orders\ndbo.items"_s, two);
    row("blank lines and blanks", u"\n  dbo.orders \n\t\n dbo . items\n\n"_s, two);
    row("comments", u"-- sales\ndbo.orders\n# more\n// and more\ndbo.items"_s, two);
    row("commas at the end", u"dbo.orders,\ndbo.items;"_s, two);
    row("CSV", u"dbo,orders\ndbo, items"_s, two);
    row("CSV with header", u"schema,table\ndbo,orders\ndbo,items"_s, two);
    row("header in other words", u"TABLE_SCHEMA;TABLE_NAME\ndbo;orders\ndbo;items"_s, two);
    row("header the other way round", u"table,schema\norders,dbo\nitems,dbo"_s, two);
    row("header with more columns",
        u"database,schema,table,rows\nshop,dbo,orders,5\nshop,dbo,items,7"_s, two);
    row("header of MySQL", u"Database,Table\ndbo,orders\ndbo,items"_s, two);
    row("dotted header", u"schema.table\ndbo.orders\ndbo.items"_s, two);
    row("header only once", u"dbo.orders\nschema.table"_s, {u"dbo|orders"_s, u"schema|table"_s});
    row("tabs", u"dbo\torders\ndbo\titems"_s, two);
    row("bars", u"| Schema | Name |\n| dbo | orders |\n| dbo | items |"_s, two);
    row("list in one line", u"dbo.orders, dbo.items"_s, two);
    row("list of a script", u"\"dbo.orders\",\n\"dbo.items\","_s, two);
    row("quoted CSV", u"\"my schema\",\"a \"\"b\"\", c\""_s, {u"my schema|a \"b\", c"_s});
    row("dots in CSV", u"\"a.b\",\"c.d\""_s, {u"a.b|c.d"_s});
    row("quoted identifiers", u"\"my.schema\".\"t.1\""_s, {u"my.schema|t.1"_s});
    row("brackets", u"[dbo].[Order.Details]"_s, {u"dbo|Order.Details"_s});
    row("bracket inside", u"[dbo].[a]]b]"_s, {u"dbo|a]b"_s});
    row("backticks", u"`shop`.`order``s`"_s, {u"shop|order`s"_s});
    row("one of two quoted", u"dbo.\"Order.Details\""_s, {u"dbo|Order.Details"_s});
    row("apostrophe inside", u"dbo.o'neil"_s, {u"dbo|o'neil"_s});
    row("case is kept", u"Dbo.ORDERS\ndbo.orders"_s, {u"Dbo|ORDERS"_s, u"dbo|orders"_s});
    row("repeated names", u"dbo.orders\ndbo.orders"_s, {u"dbo|orders"_s, u"dbo|orders"_s});
    row("other letters", u"größe.テーブル"_s, {u"größe|テーブル"_s});
}

void TestTableText::reads()
{
    QFETCH(QString, text);
    QStringList names;
    const TableText::Names found = TableText::read(text);
    for (const TableText::Name &name : found.names)
        names.append(name.schema + u'|' + name.table);
    QTEST(names, "names");
    QCOMPARE(found.unreadable, QStringList());
}

void TestTableText::keepsUnreadableLines()
{
    const QStringList lines{u"orders"_s, u"shop.dbo.orders"_s, u"dbo."_s,    u".orders"_s,
                            u"dbo,"_s,   u"\"dbo.orders"_s,    u"a,b,c"_s,   u"\"\",\"x\""_s,
                            u"[dbo.x"_s, u"my table"_s,        u"\"a\"b.c"_s};
    for (const QString &line : lines) {
        const TableText::Names found = TableText::read(u"dbo.good\n"_s + line);
        QCOMPARE(found.names.size(), 1);
        QCOMPARE(found.unreadable, QStringList{line});
    }
}

QTEST_APPLESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
