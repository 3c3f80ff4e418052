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
    void keepsNamesWithADatabase();
    void readsAnswersOfClients_data();
    void readsAnswersOfClients();
    void readsSql_data();
    void readsSql();
    void sqlWithoutASchemaIsNotGuessed();
    void aColumnTooManyIsNotGuessed();
};

namespace {

QStringList written(const QList<TableText::Name> &names)
{
    QStringList lines;
    for (const TableText::Name &name : names)
        lines.append(name.schema + u'|' + name.table);
    return lines;
}

} // namespace

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
    row("a sheet's empty columns", u"\tdbo\torders\t\t\n\tdbo\titems\t\t"_s, two);
    row("numbered rows of a sheet", u"\tschema\ttable\n0\tdbo\torders\n1\tdbo\titems"_s, two);
    row("numbered rows of CSV", u",schema,table\n0,dbo,orders\n1,dbo,items"_s, two);
    row("a sheet's word on separators", u"sep=;\nschema;table\ndbo;orders\ndbo;items"_s, two);
    row("an owner beside the schema", u"name,owner,schema\norders,sa,dbo\nitems,sa,dbo"_s, two);
    row("Oracle's owner", u"OWNER,TABLE_NAME\ndbo,orders\ndbo,items"_s, two);
    row("a schema called as a verb", u"create.orders\nselect.items"_s,
        {u"create|orders"_s, u"select|items"_s});
    row("other letters", u"größe.テーブル"_s, {u"größe|テーブル"_s});
}

void TestTableText::reads()
{
    QFETCH(QString, text);
    const TableText::Names found = TableText::read(text);
    QTEST(written(found.names), "names");
    QCOMPARE(found.unreadable, QStringList());
}

void TestTableText::keepsUnreadableLines()
{
    const QStringList lines{u"orders"_s,       u"dbo."_s,    u".orders"_s,    u"dbo,"_s,
                            u"\"dbo.orders"_s, u"a,b,c"_s,   u"\"\",\"x\""_s, u"[dbo.x"_s,
                            u"my table"_s,     u"\"a\"b.c"_s};
    for (const QString &line : lines) {
        const TableText::Names found = TableText::read(u"dbo.good\n"_s + line);
        QCOMPARE(found.names.size(), 1);
        QCOMPARE(found.unreadable, QStringList{line});
    }
}

void TestTableText::keepsNamesWithADatabase()
{
    const QStringList lines{u"shop.dbo.orders"_s, u"[shop].[dbo].[Order Details]"_s};
    const TableText::Names found = TableText::read(u"dbo.good\n"_s + lines.join(u'\n'));
    QCOMPARE(written(found.names), QStringList{u"dbo|good"_s});
    QCOMPARE(found.withDatabase, lines);
    QCOMPARE(found.unreadable, QStringList());
}

void TestTableText::readsAnswersOfClients_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("psql") << u" table_schema | table_name \n--------------+------------\n"
                             " dbo          | orders\n dbo          | items\n(2 rows)\n\n"_s;
    QTest::newRow("psql, with a title and the command")
        << u"shop=> \\dt\n          List of relations\n"
           " Schema |  Name  | Type  | Owner \n--------+--------+-------+-------\n"
           " dbo    | orders | table | me\n dbo    | items  | table | me\n(2 rows)"_s;
    QTest::newRow("mysql") << u"+--------------+------------+\n| TABLE_SCHEMA | TABLE_NAME |\n"
                              "+--------------+------------+\n| dbo          | orders     |\n"
                              "| dbo          | items      |\n+--------------+------------+\n"
                              "2 rows in set (0.00 sec)\n"_s;
    QTest::newRow("sqlcmd") << u"TABLE_SCHEMA   TABLE_NAME\n-------------- -----------\n"
                               "dbo            orders\ndbo            items\n\n"
                               "(2 rows affected)"_s;
    QTest::newRow("SQL*Plus") << u"OWNER      TABLE_NAME\n---------- ----------\n"
                                 "dbo        orders\ndbo        items\n\n2 rows selected."_s;
    QTest::newRow("Markdown") << u"| schema | table |\n|:-------|-------|\n| dbo | orders |\n"
                                 "| dbo | items |"_s;
    QTest::newRow("all columns of a CSV") << u"\"TABLE_CATALOG\",\"TABLE_SCHEMA\",\"TABLE_NAME\","
                                             "\"TABLE_TYPE\"\n\"shop\",\"dbo\",\"orders\","
                                             "\"BASE TABLE\"\n\"shop\",\"dbo\",\"items\","
                                             "\"BASE TABLE\"\n"_s;
    QTest::newRow("with its query") << u"SELECT table_schema, table_name\n"
                                       "  FROM information_schema.tables;\n"
                                       "table_schema\ttable_name\ndbo\torders\ndbo\titems"_s;
}

void TestTableText::readsAnswersOfClients()
{
    QFETCH(const QString, text);
    const TableText::Names found = TableText::read(text);
    QCOMPARE(written(found.names), (QStringList{u"dbo|orders"_s, u"dbo|items"_s}));
    QCOMPARE(found.unreadable, QStringList());
}

void TestTableText::readsSql_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QString &text, const QStringList &names) {
        QTest::newRow(name) << text << names;
    };
    const QStringList two{u"dbo|orders"_s, u"dbo|items"_s};
    row("create",
        u"CREATE TABLE [dbo].[orders](\n  [id] int NOT NULL,\n  [x] varchar(10)\n)\n"
        "GO\ncreate table if not exists dbo.items (id int, a int);"_s,
        two);
    row("quoted", u"CREATE TABLE \"My S\".\"T.1\" (\"a\" int);"_s, {u"My S|T.1"_s});
    row("backticks", u"CREATE TABLE `dbo`.`or``ders` (`a` int) ENGINE=InnoDB;"_s,
        {u"dbo|or`ders"_s});
    row("a dump",
        u"USE [shop]\nGO\n/****** Object: Table [dbo].[gone] ******/\nSET ANSI_NULLS ON\nGO\n"
        "DROP TABLE IF EXISTS dbo.gone;\n-- CREATE TABLE dbo.none\n"
        "CREATE TABLE [dbo].[orders] (a varchar(9) DEFAULT 'FROM dbo.text');\n"
        "ALTER TABLE [dbo].[orders] ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES dbo.other (a);\n"
        "CREATE TABLE dbo.items (a int);"_s,
        two);
    row("query",
        u"SELECT o.id, EXTRACT(YEAR FROM o.placed) FROM dbo.orders o\n"
        "JOIN dbo.items AS i ON i.a IS DISTINCT FROM o.a WHERE o.x IN (1, 2)"_s,
        two);
    row("old join", u"select * from dbo.orders o, dbo.items i where o.a = i.a order by o.b, i.c"_s,
        two);
    row("query in a query",
        u"SELECT * FROM (SELECT a FROM dbo.orders) x, (dbo.items JOIN dbo.lots ON 1 = 1)"_s,
        {u"dbo|orders"_s, u"dbo|items"_s, u"dbo|lots"_s});
    row("with",
        u"WITH recent AS (SELECT * FROM dbo.orders)\n"
        "SELECT * FROM recent JOIN dbo.items ON true"_s,
        two);
    row("writing",
        u"INSERT INTO dbo.orders (a) SELECT a FROM dbo.items;\n"
        "UPDATE dbo.lots SET a = 1; DELETE FROM dbo.marks;"_s,
        {u"dbo|orders"_s, u"dbo|items"_s, u"dbo|lots"_s, u"dbo|marks"_s});
}

void TestTableText::readsSql()
{
    QFETCH(const QString, text);
    const TableText::Names found = TableText::read(text);
    QTEST(written(found.names), "names");
    QCOMPARE(found.unreadable, QStringList());
    QCOMPARE(found.withDatabase, QStringList());
}

void TestTableText::sqlWithoutASchemaIsNotGuessed()
{
    const TableText::Names found =
        TableText::read(u"CREATE TABLE orders (a int); SELECT * FROM shop.dbo.items, dbo.rows(1),\n"
                        "information_schema.tables; SELECT 1 FROM dbo.good"_s);
    QCOMPARE(written(found.names), QStringList{u"dbo|good"_s});
    QCOMPARE(found.withDatabase, QStringList{u"shop.dbo.items"_s});
    QCOMPARE(found.unreadable,
             (QStringList{u"orders"_s, u"dbo.rows"_s, u"information_schema.tables"_s}));
}

void TestTableText::aColumnTooManyIsNotGuessed()
{
    const TableText::Names found =
        TableText::read(u"schema,table\ndbo,orders\ndbo,a,b\n\"dbo\",\"a,b\""_s);
    QCOMPARE(written(found.names), (QStringList{u"dbo|orders"_s, u"dbo|a,b"_s}));
    QCOMPARE(found.unreadable, QStringList{u"dbo,a,b"_s});
}

QTEST_APPLESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
