// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tabletext.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QHash>
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
    void takesAndTells_data();
    void takesAndTells();
    void tellsAll_data();
    void tellsAll();
    void readsLongTextsSoon_data();
    void readsLongTextsSoon();
};

namespace {

QStringList writtenLines(const QList<TableText::Name> &names)
{
    QStringList lines;
    for (const TableText::Name &name : names)
        lines.append(name.schema + u'|' + name.table);
    return lines;
}

// "3 Comment: # more", in the order of the text.
QStringList told(const TableText::Found &found)
{
    static const QHash<TableText::Reason, QString> names{
        {TableText::Reason::NotUnderstood, u"NotUnderstood"_s},
        {TableText::Reason::NoSchema, u"NoSchema"_s},
        {TableText::Reason::WithDatabase, u"WithDatabase"_s},
        {TableText::Reason::Pattern, u"Pattern"_s},
        {TableText::Reason::HasBlank, u"HasBlank"_s},
        {TableText::Reason::Ambiguous, u"Ambiguous"_s},
        {TableText::Reason::Columns, u"Columns"_s},
        {TableText::Reason::Function, u"Function"_s},
        {TableText::Reason::DatabaseLink, u"DatabaseLink"_s},
        {TableText::Reason::Catalogue, u"Catalogue"_s},
        {TableText::Reason::Removed, u"Removed"_s},
        {TableText::Reason::Renamed, u"Renamed"_s},
        {TableText::Reason::NoTable, u"NoTable"_s},
        {TableText::Reason::FileName, u"FileName"_s},
        {TableText::Reason::OpenQuote, u"OpenQuote"_s},
        {TableText::Reason::OpenString, u"OpenString"_s},
        {TableText::Reason::OpenComment, u"OpenComment"_s},
        {TableText::Reason::OpenBracket, u"OpenBracket"_s},
        {TableText::Reason::QuotedCode, u"QuotedCode"_s},
        {TableText::Reason::Comment, u"Comment"_s},
        {TableText::Reason::Heading, u"Heading"_s},
        {TableText::Reason::Statement, u"Statement"_s}};
    QStringList lines;
    for (const TableText::LeftOut &piece : found.leftOut)
        lines.append(QString::number(piece.line) + u' ' + names.value(piece.reason) + u": "_s +
                     piece.text);
    return lines;
}

// What is to be dealt with.
QStringList open(const TableText::Found &found)
{
    QStringList texts;
    for (const TableText::LeftOut &piece : found.leftOut) {
        if (!TableText::isByDesign(piece.reason))
            texts.append(piece.text);
    }
    return texts;
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
    row("dots in CSV", u"schema,table\n\"a.b\",\"c.d\""_s, {u"a.b|c.d"_s});
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
    const TableText::Found found = TableText::read(text);
    QTEST(writtenLines(found.names), "names");
    QCOMPARE(open(found), QStringList());
}

void TestTableText::keepsUnreadableLines()
{
    const QStringList lines{u"orders"_s,       u"dbo."_s,    u".orders"_s,    u"dbo,"_s,
                            u"\"dbo.orders"_s, u"a,b,c"_s,   u"\"\",\"x\""_s, u"[dbo.x"_s,
                            u"my table"_s,     u"\"a\"b.c"_s};
    for (const QString &line : lines) {
        const TableText::Found found = TableText::read(u"dbo.good\n"_s + line);
        QCOMPARE(found.names.size(), 1);
        const QString piece = line.endsWith(u',') ? line.chopped(1) : line; // of a list
        QCOMPARE(open(found), QStringList{piece});
    }
}

void TestTableText::keepsNamesWithADatabase()
{
    const QStringList lines{u"shop.dbo.orders"_s, u"[shop].[dbo].[Order Details]"_s};
    const TableText::Found found = TableText::read(u"dbo.good\n"_s + lines.join(u'\n'));
    QCOMPARE(writtenLines(found.names), QStringList{u"dbo|good"_s});
    QCOMPARE(told(found), (QStringList{u"2 WithDatabase: shop.dbo.orders"_s,
                                       u"3 WithDatabase: [shop].[dbo].[Order Details]"_s}));
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
    const TableText::Found found = TableText::read(text);
    QCOMPARE(writtenLines(found.names), (QStringList{u"dbo|orders"_s, u"dbo|items"_s}));
    QCOMPARE(open(found), QStringList());
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
    const TableText::Found found = TableText::read(text);
    QTEST(writtenLines(found.names), "names");
    QCOMPARE(open(found), QStringList());
}

void TestTableText::sqlWithoutASchemaIsNotGuessed()
{
    const TableText::Found found =
        TableText::read(u"CREATE TABLE orders (a int); SELECT * FROM shop.dbo.items, dbo.rows(1),\n"
                        "information_schema.tables; SELECT 1 FROM dbo.good"_s);
    QCOMPARE(writtenLines(found.names), QStringList{u"dbo|good"_s});
    QCOMPARE(told(found),
             (QStringList{u"1 NoSchema: orders"_s, u"1 WithDatabase: shop.dbo.items"_s,
                          u"1 Function: dbo.rows"_s, u"2 Catalogue: information_schema.tables"_s}));
}

void TestTableText::aColumnTooManyIsNotGuessed()
{
    const TableText::Found found =
        TableText::read(u"schema,table\ndbo,orders\ndbo,a,b\n\"dbo\",\"a,b\""_s);
    QCOMPARE(writtenLines(found.names), (QStringList{u"dbo|orders"_s, u"dbo|a,b"_s}));
    QCOMPARE(told(found), QStringList{u"3 Columns: dbo,a,b"_s});
}

void TestTableText::takesAndTells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("left");
    const auto row = [](const char *what, const QString &text, const QStringList &names,
                        const QStringList &left) { QTest::newRow(what) << text << names << left; };
    // A table that gets another name.
    row("renamed", u"RENAME TABLE a.b TO a.c"_s, {u"a|c"_s}, {u"1 Renamed: a.b"_s});
    row("two renamed", u"RENAME TABLE a.b TO a.c, a.d TO x.e;"_s, {u"a|c"_s, u"x|e"_s},
        {u"1 Renamed: a.b"_s, u"1 Renamed: a.d"_s});
    row("swapped", u"RENAME TABLE a.b TO a.old, a.new TO a.b"_s, {u"a|old"_s, u"a|b"_s},
        {u"1 Renamed: a.new"_s});
    row("made, then renamed", u"CREATE TABLE a.b (id int);\nRENAME TABLE a.b TO a.c;"_s, {u"a|c"_s},
        {u"2 Renamed: a.b"_s});
    row("altered", u"ALTER TABLE a.b RENAME TO c;\nALTER TABLE a.d ADD COLUMN e int;"_s,
        {u"a|c"_s, u"a|d"_s}, {u"1 Renamed: a.b"_s});
    row("altered, with a schema", u"ALTER TABLE a.b RENAME TO x.c"_s, {u"x|c"_s},
        {u"1 Renamed: a.b"_s});
    row("a column renamed", u"ALTER TABLE a.b RENAME COLUMN c TO d"_s, {u"a|b"_s}, {});
    row("renamed by AS", u"ALTER TABLE a.b RENAME AS c"_s, {u"a|c"_s}, {u"1 Renamed: a.b"_s});
    row("another schema", u"ALTER TABLE a.b SET SCHEMA x"_s, {u"x|b"_s}, {u"1 Renamed: a.b"_s});
    // A schema with the list of its tables, as its key.
    row("map", uR"({"sales":["a","b"]})"_s, {u"sales|a"_s, u"sales|b"_s}, {});
    row("map of two, on lines",
        u"{\n  \"s\": [\n    \"a\",\n    \"b c\"\n  ],\n  \"t\": [\"a\"]\n}"_s,
        {u"s|a"_s, u"s|b c"_s, u"t|a"_s}, {});
    row("map of a script", u"tables = {\n  's': ['a', 't.b',],\n};"_s, {u"s|a"_s, u"t|b"_s}, {});
    row("map in YAML", u"größe:\n  - a\n  - \"b c\"\nt: [a, b]\n"_s,
        {u"größe|a"_s, u"größe|b c"_s, u"t|a"_s, u"t|b"_s}, {});
    row("map of whole names", uR"({"tables":["s.a","s.b"]})"_s, {u"s|a"_s, u"s|b"_s}, {});
    row("key that is no schema", uR"({"tables":["a"],"include":["b","s.c"],"s":["d"]})"_s,
        {u"s|c"_s, u"s|d"_s}, {u"1 NoSchema: a"_s, u"1 NoSchema: b"_s});
    row("map with what is left out", uR"({"include":["s.a"],"exclude":["s.b","c"]})"_s, {u"s|a"_s},
        {u"1 Removed: s.b"_s, u"1 Removed: c"_s});
    row("map of patterns", uR"({"s":["*","a_%","x.y.z",""]})"_s, {},
        {u"1 Pattern: *"_s, u"1 Pattern: a_%"_s, u"1 WithDatabase: x.y.z"_s,
         u"1 NotUnderstood: "_s});
    row("escapes in a map", uR"({"s":["\u00e9t\u00e9"]})"_s, {u"s|\u00e9t\u00e9"_s}, {});
    for (const QString &text :
         {uR"({"s":["a"],"count":2})"_s, uR"({"s":{"a":["id"]}})"_s, uR"({"s":"a"})"_s,
          uR"({"s":["a",5,null]})"_s, uR"({"s":[]})"_s, uR"({"s":["a"])"_s, uR"({"db.s":["a"]})"_s})
        row(qPrintable(text), text, {}, {u"1 NotUnderstood: "_s + text});

    // How many rows there are.
    row("rows in brackets", u"s.a (12 rows)\ns.b (1 row)\n* s.c (~1,234 rows, 3 MB)"_s,
        {u"s|a"_s, u"s|b"_s, u"s|c"_s},
        {u"1 Comment: (12 rows)"_s, u"2 Comment: (1 row)"_s, u"3 Comment: (~1,234 rows, 3 MB)"_s});
    row("rows in a list", u"s.a (12 rows), s.b (3 records); "_s, {u"s|a"_s, u"s|b"_s},
        {u"1 Comment: (12 rows)"_s, u"1 Comment: (3 records)"_s});
    row("rows behind a dash", u"s.a - 12 rows\ns.b: 12k rows\n\"s\".\"c\" \u2014 \u2248 2 rows"_s,
        {u"s|a"_s, u"s|b"_s, u"s|c"_s},
        {u"1 Comment: - 12 rows"_s, u"2 Comment: : 12k rows"_s,
         u"3 Comment: \u2014 \u2248 2 rows"_s});
    row("rows without a schema", u"a (12 rows)\nx.s.a (12 rows)"_s, {},
        {u"1 Comment: (12 rows)"_s, u"1 NoSchema: a"_s, u"2 Comment: (12 rows)"_s,
         u"2 WithDatabase: x.s.a"_s});
    row("rows in a name", u"s.\"a (12 rows)\"\n[s].[b (1 row), c]"_s,
        {u"s|a (12 rows)"_s, u"s|b (1 row), c"_s}, {});
    row("a table, a view", u"s.a (table)\ns.b (view)\ns.c (id int)\ns.d (deprecated)\ns.e (12)"_s,
        {u"s|a"_s},
        {u"1 Comment: (table)"_s, u"2 NotUnderstood: s.b (view)"_s,
         u"3 NotUnderstood: s.c (id int)"_s, u"4 NotUnderstood: s.d (deprecated)"_s,
         u"5 NotUnderstood: s.e (12)"_s});

    // A schema with a list of its tables.
    row("schema and list", uR"({"schema":"s","tables":["a","b"]})"_s, {u"s|a"_s, u"s|b"_s}, {});
    row("list and schema", uR"({"tables":["a","x.b"],"schema":"s"})"_s, {u"s|a"_s, u"x|b"_s}, {});
    row("schema and objects",
        uR"({"schema":"s","tables":[{"name":"a"},{"table":"b","schema":"x"}]})"_s,
        {u"x|b"_s, u"s|a"_s}, {});
    row("two schemas", uR"([{"schema":"s","tables":["a"]},{"schema":"t","tables":["a","b"]}])"_s,
        {u"s|a"_s, u"t|a"_s, u"t|b"_s}, {});
    row("owner's name beside", uR"({"name":"sales","schema":"s","tables":["a"]})"_s, {u"s|a"_s},
        {});
    row("list in YAML", u"schema: s\ntables: [a, b, x.c]"_s, {u"s|a"_s, u"s|b"_s, u"x|c"_s}, {});
    row("views in JSON",
        uR"([{"table_schema":"s","table_name":"a","table_type":"BASE TABLE"},)"
        uR"({"table_schema":"s","table_name":"v","table_type":"VIEW"}])"_s,
        {u"s|a"_s}, {u"1 NoTable: s.v"_s});
    row("block of YAML", u"schema: s\ntables:\n  - a\n  - x.b\n  - \"c d\"\n"_s,
        {u"s|a"_s, u"x|b"_s, u"s|c d"_s}, {});
    row("objects in a block", u"schema: s\ntables:\n  - name: a\n  - name: b\n    schema: x\n"_s,
        {u"s|a"_s, u"x|b"_s}, {});
    row("columns are no tables",
        u"sources:\n  - name: raw\n    database: db\n    schema: s\n    tables:\n      - name: a\n"
        "        columns:\n          - name: id\n          - name: total\n      - name: b\n"
        "        tests:\n        - unique\n  - name: hr\n    schema: h\n    tables:\n"
        "      - name: c\n"_s,
        {u"s|a"_s, u"s|b"_s, u"h|c"_s}, {});
    row("columns in JSON",
        uR"({"schema":"s","tables":[{"name":"a","columns":[{"name":"id"},"x.y"]}]})"_s, {u"s|a"_s},
        {});
    row("database beside a schema", uR"([{"database":"d","schema":"s","table":"a"}])"_s, {u"s|a"_s},
        {});
    row("owner alone", uR"([{"owner":"d","table":"a"},{"owner":"e","table":"b"}])"_s,
        {u"d|a"_s, u"e|b"_s}, {});
    row("names without a schema", u"name: s\ntables:\n  - schema: t\n    table: a\n  - b\n"_s,
        {u"t|a"_s}, {u"5 NoSchema: b"_s});
    // Markdown.
    row("emphasis", u"_a.b_\n**c.d**\n__e.f__\n- **g.h**"_s,
        {u"a|b"_s, u"c|d"_s, u"e|f"_s, u"g|h"_s}, {});
    row("underscores of names", u"_a.b\na.b_\n_a._b"_s, {u"_a|b"_s, u"a|b_"_s, u"_a|_b"_s}, {});
    row("a pattern", u"*a.b*"_s, {}, {u"1 Pattern: *a.b*"_s});
    // Files and versions.
    row("files", u"config.yaml\norders.csv\nreport.XLSX\na.b"_s, {u"a|b"_s},
        {u"1 FileName: config.yaml"_s, u"2 FileName: orders.csv"_s, u"3 FileName: report.XLSX"_s});
    row("versions", u"v1.2\nv1.2.3\n2.0-rc1\na.v2"_s, {u"a|v2"_s},
        {u"1 FileName: v1.2"_s, u"2 FileName: v1.2.3"_s, u"3 FileName: 2.0-rc1"_s});
    row("a table called so", u"\"orders.csv\"\norders.\"csv\"\napp.log"_s,
        {u"orders|csv"_s, u"orders|csv"_s, u"app|log"_s}, {});
    row("below a header", u"schema,table\norders,csv\nv1,2"_s, {u"orders|csv"_s, u"v1|2"_s}, {});
    // psql's \d.
    row("relations",
        u"          List of relations\n"
        " Schema |     Name      |       Type        | Owner\n"
        "--------+---------------+-------------------+-------\n"
        " sales  | orders        | table             | app\n"
        " sales  | orders_id_seq | sequence          | app\n"
        " sales  | big           | partitioned table | app\n"
        " sales  | recent        | view              | app\n"
        " sales  | sums          | materialized view | app\n"
        "(5 rows)\n"_s,
        {u"sales|orders"_s, u"sales|big"_s},
        {u"1 Heading: List of relations"_s, u"5 NoTable: sales | orders_id_seq | sequence | app"_s,
         u"7 NoTable: sales | recent | view | app"_s,
         u"8 NoTable: sales | sums | materialized view | app"_s});
    row("relkind", u"nspname,relname,relkind\ns,a,r\ns,b,v\ns,c,S\ns,d,p"_s, {u"s|a"_s, u"s|d"_s},
        {u"3 NoTable: s,b,v"_s, u"4 NoTable: s,c,S"_s});
    row("SQL Server",
        u"schema_name\tname\ttype_desc\ns\ta\tUSER_TABLE\ns\tb\tVIEW"
        "\ns\tc\tSQL_STORED_PROCEDURE"_s,
        {u"s|a"_s}, {u"3 NoTable: s b VIEW"_s, u"4 NoTable: s c SQL_STORED_PROCEDURE"_s});
    row("MySQL's tables",
        u"mysql> show full tables from sales;\n+-----------------+------------+\n"
        "| Tables_in_sales | Table_type |\n+-----------------+------------+\n"
        "| orders          | BASE TABLE |\n| recent          | VIEW       |\n"
        "+-----------------+------------+\n2 rows in set (0.00 sec)\n"_s,
        {u"sales|orders"_s},
        {u"1 Heading: mysql> show full tables from sales"_s, u"6 NoTable: | recent | VIEW |"_s});
    row("MySQL's tables alone",
        u"+----------------------+\n| Tables_in_sales (o%) |\n+----------------------+\n"
        "| orders               |\n| order items          |\n+----------------------+\n"_s,
        {u"sales|orders"_s, u"sales|order items"_s}, {});
    row("MySQL's tables as a file", u"Tables_in_sales\norders\nitems\n"_s,
        {u"sales|orders"_s, u"sales|items"_s}, {});
    row("a table of Markdown", u"| Schema | Table |\n|---|---|\n| **hr** | _people |\n"_s,
        {u"hr|_people"_s}, {});
    row("a column of tables", u"schema,tables\nhr,people\n"_s, {u"hr|people"_s}, {});
    row("another type", u"schema,table,type\ns,a,full\ns,b,cdc"_s, {u"s|a"_s, u"s|b"_s}, {});
}

void TestTableText::takesAndTells()
{
    QFETCH(QString, text);
    const TableText::Found found = TableText::read(text);
    QTEST(writtenLines(found.names), "names");
    QTEST(told(found), "left");
}

void TestTableText::tellsAll_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("report");
    const auto row = [](const char *name, const QString &text, const QStringList &names,
                        const QStringList &report = {}) {
        QTest::newRow(name) << text << names << report;
    };
    const QStringList two{u"public|orders"_s, u"public|items"_s};
    const QStringList three = two + QStringList{u"sales|lines"_s};

    // Lists behind one word of SQL.
    row("publication",
        u"CREATE PUBLICATION p FOR TABLE \"public\".\"orders\", \"public\".\"items\", "
        "\"sales\".\"lines\";"_s,
        three);
    row("publication, over lines, with columns and rows",
        u"CREATE PUBLICATION p FOR TABLE ONLY public.orders (id, total),\n"
        "  public.items WHERE (price > 0 AND id IN (1, 2)),\n  TABLE sales.lines *\n"
        "  WITH (publish = 'insert, update');"_s,
        three);
    row("publication altered",
        u"ALTER PUBLICATION p ADD TABLE public.orders, public.items;\n"
        "ALTER PUBLICATION p SET TABLE sales.lines;\nALTER PUBLICATION p DROP TABLE sales.gone"_s,
        three, {u"3 Removed: sales.gone"_s});
    row("publication of a schema",
        u"CREATE PUBLICATION p FOR TABLE public.orders, TABLES IN SCHEMA sales;"_s,
        {u"public|orders"_s}, {u"1 Pattern: TABLES IN SCHEMA sales"_s});
    row("publication of all", u"CREATE PUBLICATION p FOR ALL TABLES;"_s, {},
        {u"1 Pattern: ALL TABLES"_s});
    row("truncate", u"TRUNCATE TABLE ONLY public.orders, public.items RESTART IDENTITY;"_s, two);
    row("truncate without TABLE", u"truncate public.orders, public.items cascade"_s, two);
    row("grant", u"GRANT SELECT ON public.orders, public.items TO cdc_user;"_s, two);
    row("grant of columns, on tables, without semicolons",
        u"GRANT SELECT (id, a), UPDATE (b) ON TABLE public.orders, public.items TO PUBLIC\n"
        "GRANT SELECT ON OBJECT::sales.lines TO cdc"_s,
        three);
    row("rights on other things",
        u"GRANT USAGE ON SCHEMA public TO x; GRANT SELECT ON ALL TABLES IN SCHEMA sales TO x;\n"
        "GRANT SELECT ON public.orders TO x WITH GRANT OPTION; REVOKE ALL ON public.items FROM y"_s,
        two, {u"1 Pattern: ALL TABLES IN SCHEMA sales"_s});
    row("rights in MySQL",
        u"GRANT SELECT, REPLICATION CLIENT ON *.* TO 'cdc'@'%' IDENTIFIED BY 'x';\n"
        "GRANT SELECT ON `shop`.* TO cdc; GRANT SELECT ON `shop`.`orders` TO cdc"_s,
        {u"shop|orders"_s}, {u"1 Pattern: *"_s, u"2 Pattern: `shop`.*"_s});
    row("dropped", u"DROP TABLE a.b, a.c;"_s, {}, {u"1 Removed: a.b"_s, u"1 Removed: a.c"_s});
    row("a dump",
        u"USE [shop]\nGO\n/****** Object: Table [dbo].[gone] ******/\nSET ANSI_NULLS ON\nGO\n"
        "DROP TABLE IF EXISTS dbo.gone;\n-- CREATE TABLE dbo.none\n"
        "CREATE TABLE [dbo].[orders] (a varchar(9) DEFAULT 'FROM dbo.text');\n"
        "ALTER TABLE [dbo].[orders] ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES dbo.other (a);\n"
        "CREATE TABLE dbo.items (a int);"_s,
        {u"dbo|orders"_s, u"dbo|items"_s}, {u"6 Removed: dbo.gone"_s});
    row("dropped and made",
        u"DROP TABLE IF EXISTS public.orders;\n"
        "CREATE TABLE public.orders (a int);"_s,
        {u"public|orders"_s});
    row("locked", u"LOCK TABLE public.orders, ONLY public.items IN ACCESS SHARE MODE;"_s, two);
    row("locked in MySQL",
        u"LOCK TABLES `public`.`orders` READ, `public`.`items` WRITE;\n"
        "UNLOCK TABLES;"_s,
        two);
    row("analyzed", u"ANALYZE VERBOSE public.orders (id, a), public.items;"_s, two);
    row("vacuumed", u"VACUUM (FULL, ANALYZE) public.orders, public.items;"_s, two);
    row("commented, altered",
        u"COMMENT ON TABLE public.orders IS 'sales.none';\n"
        "ALTER TABLE IF EXISTS ONLY public.items REPLICA IDENTITY FULL;\n"
        "ALTER TABLE sales.lines ADD SUPPLEMENTAL LOG DATA (ALL) COLUMNS;"_s,
        three);
    row("names among statements",
        u"SELECT * FROM public.orders;\npublic.items\nsales.lines,\nv1.2\n"
        "CREATE TABLE public.orders (a int);"_s,
        three, {u"4 FileName: v1.2"_s});
    row("names before a statement",
        u"CREATE TABLE public.orders (a int);\npublic.items\n"
        "SELECT * FROM sales.lines;"_s,
        three);
    row("names with a database among statements",
        u"SELECT * FROM public.orders;\nshop.public.items;\npublic.items;\n"_s, two,
        {u"2 WithDatabase: shop.public.items"_s});
    row("of another purpose",
        u"CREATE TABLE public.orders (a int);\nCREATE INDEX i ON public.orders (a);\n"
        "ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;"_s,
        {u"public|orders"_s},
        {u"3 Statement: ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;"_s});
    row("deleted by another",
        u"DELETE FROM public.orders USING public.items WHERE true;\n"
        "DELETE FROM sales.lines l USING (SELECT 1) x;"_s,
        three);
    row("a template's tables",
        u"SELECT * FROM {{ source('a', 'b') }} JOIN public.orders ON true;\n"
        "SELECT * FROM :schema.items, public.items;"_s,
        two, {u"1 NotUnderstood: {{ source("_s, u"2 NotUnderstood: :schema.items"_s});
    row("merged",
        u"MERGE INTO public.orders o USING public.items i ON (o.a = i.a)\n"
        "WHEN MATCHED THEN\nUPDATE SET a = i.a"_s,
        two);
    row("in the naming of IBM i", u"INSERT INTO MYLIB/ORDERS SELECT * FROM #MXLIB/ITEMS"_s,
        {u"MYLIB|ORDERS"_s, u"#MXLIB|ITEMS"_s});

    // Strings, quotes and brackets.
    row("escaped quotes of MySQL",
        u"CREATE TABLE `public`.`orders` (a int COMMENT 'the customer\\'s order');\n"
        "CREATE TABLE `public`.`items` (a int) COMMENT='items\\' list';"_s,
        two);
    row("escaped quotes without a sign of MySQL",
        u"CREATE TABLE public.orders (a int COMMENT 'the customer\\'s order');\n"
        "CREATE TABLE public.items (a int COMMENT 'it\\'s');"_s,
        two);
    row("backslashes that hide nothing",
        u"INSERT INTO [public].[orders] VALUES ('C:\\', N'D:\\');\n"
        "INSERT INTO [public].[items] VALUES ('E:\\');"_s,
        two);
    row("strings of PostgreSQL",
        u"COMMENT ON TABLE public.orders IS E'it\\'s; DROP';\n"
        "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN RETURN 'a''; $$'; END $body$;\n"
        "CREATE TABLE public.items (a text DEFAULT $$it's$$, b int[] DEFAULT '{}'::int[]);"_s,
        two);
    row("code in a string of dollars",
        u"DO $$ BEGIN\nCREATE TABLE sales.lines (a int);\nEND $$;\nTRUNCATE public.orders;"_s,
        {u"public|orders"_s},
        {u"1 QuotedCode: $$ BEGIN CREATE TABLE sales.lines (a int); END $$"_s});
    row("strings of Oracle",
        u"COMMENT ON TABLE public.orders IS q'[it's [all] here]';\n"
        "COMMENT ON TABLE public.items IS q'!it's!';"_s,
        two);
    row("a string without an end",
        u"TRUNCATE public.orders;\nINSERT INTO public.items VALUES ('it);\nTRUNCATE a.b;"_s, two,
        {u"2 OpenBracket: ("_s, u"2 OpenString: 'it);"_s});
    row("a bracket without an end",
        u"CREATE TABLE public.orders (a int,\n b int;\nCREATE TABLE public.items (a int);"_s, two,
        {u"1 OpenBracket: (a int, b int;"_s});
    row("a quote without an end",
        u"CREATE TABLE \"public\".\"orders (a int);\nCREATE TABLE \"public\".\"items\" (a int);"_s,
        {u"public|items"_s}, {u"1 NoSchema: \"public\"."_s, u"1 OpenQuote: \"orders (a int);"_s});
    row("a comment without an end", u"TRUNCATE public.orders;\n/* TRUNCATE public.items;"_s,
        {u"public|orders"_s}, {u"2 OpenComment: /* TRUNCATE public.items;"_s});
    row("comments in comments",
        u"/* a /* b */ CREATE TABLE a.b (c int); */\n"
        "CREATE TABLE public.orders (a int);"_s,
        {u"public|orders"_s});
    row("rows of a dump",
        u"COPY public.orders (id, a) FROM stdin;\n1\tit's; DROP\n2\tsales.none\n\\.\n\n"
        "COPY public.items (id) FROM stdin;\n\\.\n"_s,
        two);

    // Change data capture of SQL Server.
    row("capture",
        u"EXEC sys.sp_cdc_enable_table @source_schema = N'dbo', @source_name = N'customer',\n"
        "  @role_name = NULL, @supports_net_changes = 1"_s,
        {u"dbo|customer"_s});
    row("capture, in other orders and spellings",
        u"USE shop\nGO\nEXECUTE [sys].[sp_cdc_enable_table]\n  @role_name = N'cdc',\n"
        "  @source_name = 'Order Details',\n  @source_schema = [dbo]\nGO\n"
        "exec SYS.SP_CDC_ENABLE_TABLE 'dbo', 'it''s', NULL\nGO\n"
        "EXEC shop.sys.sp_cdc_enable_table @source_schema=dbo,@source_name=items;"_s,
        {u"dbo|Order Details"_s, u"dbo|it's"_s, u"dbo|items"_s});
    row("capture switched off",
        u"EXEC sys.sp_cdc_disable_table @source_schema = N'dbo', @source_name = N'a', "
        "@capture_instance = N'all'"_s,
        {}, {u"1 Removed: dbo.a"_s});
    row("capture of variables",
        u"DECLARE @s sysname\nEXEC sys.sp_cdc_enable_table @source_schema = @s, "
        "@source_name = @t, @role_name = NULL"_s,
        {},
        {u"2 NotUnderstood: sp_cdc_enable_table @source_schema = @s, @source_name = @t, @role_name = NULL"_s});
    row("renamed by a procedure",
        u"CREATE TABLE dbo.orders (id int)\nGO\nEXEC sp_rename 'dbo.orders', 'invoices'\nGO\n"
        "EXEC sys.sp_rename @objname = N'dbo.items.id', @newname = N'no', @objtype = N'COLUMN';\n"
        "ALTER TABLE dbo.items ADD a int"_s,
        {u"dbo|orders"_s, u"dbo|items"_s},
        {u"3 NotUnderstood: sp_rename 'dbo.orders', 'invoices'"_s,
         u"5 Statement: sp_rename @objname = N'dbo.items.id', @newname = N'no', @objtype = "
         "N'COLUMN'"_s});
    row("link in a query", u"SELECT * FROM sales.orders@remote; SELECT * FROM sales.items"_s,
        {u"sales|items"_s}, {u"1 DatabaseLink: sales.orders@remote"_s});
    row("capture without EXEC", u"sys.sp_cdc_enable_table N'dbo', N'customer'"_s,
        {u"dbo|customer"_s});

    // Rows that psql prints as lines.
    row("records",
        u"-[ RECORD 1 ]+-------\ntable_schema | public\ntable_name   | orders\n"
        "-[ RECORD 2 ]+-------\ntable_schema | public\ntable_name   | items\n"_s,
        two);
    row("records, as old tables, with other columns",
        u"* Record 1\nschemaname | public\ntablename | orders\nrows | 12\n"
        "* Record 2\nschemaname | public\ntablename | items\nrows | 0"_s,
        two);
    row("cut off", u"public.orders\npublic.ite\u2026\n\u2026.lines\npublic.items\n"_s, two,
        {u"2 NotUnderstood: public.ite\u2026"_s, u"3 NotUnderstood: \u2026.lines"_s});
    row("cut off in a sheet", u"schema\ttable\npublic\torders\npublic\tite\u2026"_s,
        {u"public|orders"_s}, {u"3 NotUnderstood: public ite\u2026"_s});

    // Objects.
    const QStringList lib{u"MYLIB|CUSTOMERS"_s, u"MYLIB|ORDERS"_s};
    row("Terraform, on one line",
        u"tables = [\n  { schema = \"MYLIB\", table = \"CUSTOMERS\" },\n"
        "  { schema = \"MYLIB\", table = \"ORDERS\" },\n]"_s,
        lib);
    row("sources of a tool, whose schema stands above the tables",
        u"sources:\n  - name: raw\n    schema: MYLIB\n    tables:\n      - name: CUSTOMERS\n"
        "      - name: ORDERS\n"_s,
        lib);
    row("Terraform, a key a line",
        u"resource \"x\" \"y\" {\n  name = \"p\"\n  tables = [\n    {\n"
        "      schema = \"MYLIB\" # ours\n      table  = \"CUSTOMERS\"\n    },\n    {\n"
        "      table  = \"ORDERS\"\n      schema = \"MYLIB\"\n    }\n  ]\n}"_s,
        lib, {u"5 Comment: # ours"_s});
    row("Terraform, with references",
        u"{ schema = var.lib, table = \"A\" },\n{ schema = \"MYLIB\", table = \"${local.t}\" },\n"
        "{ schema = \"MYLIB\", table = \"CUSTOMERS\" }"_s,
        {u"MYLIB|CUSTOMERS"_s},
        {u"1 NotUnderstood: schema = var.lib"_s, u"2 NotUnderstood: table = ${local.t}"_s});
    row("Terraform, cut off",
        u"{ schema = \"MYLIB\", table = \"CUSTOMERS\" },\n{ schema = \"MYLIB\","_s,
        {u"MYLIB|CUSTOMERS"_s},
        {u"2 OpenBracket: { schema = \"MYLIB\","_s, u"2 NotUnderstood: MYLIB"_s});
    row("JSON",
        u"[{\"schema\":\"MYLIB\",\"table\":\"CUSTOMERS\"},"
        "{\"table\":\"ORDERS\",\"schema\":\"MYLIB\",\"x\":{\"a\":1}}]"_s,
        lib);
    row("JSON of a query",
        u"{\"TABLE_SCHEMA\":\"MYLIB\",\"TABLE_NAME\":\"CUSTOMERS\"}\n"
        "{\"TABLE_SCHEMA\":\"MYLIB\",\"TABLE_NAME\":\"ORDERS\"}"_s,
        lib);
    row("YAML",
        u"tables:\n  - schema: MYLIB\n    table: CUSTOMERS\n"
        "  - schema: MYLIB\n    table: ORDERS\n"_s,
        lib);
    row("objects without a schema",
        u"[{\"table\": \"A\"}, {\"schema\": \"MYLIB\", \"table\": \"CUSTOMERS\"}]"_s,
        {u"MYLIB|CUSTOMERS"_s}, {u"1 NoSchema: A"_s});
    row("escapes of JSON", u"[{\"schema\": \"a\\\"b\", \"table\": \"\\u00e9t\\/e\"}]"_s,
        {u"a\"b|ét/e"_s});
    row("list of JSON", u"[\"public.orders\", \"public.items\"]"_s, two);
    row("list of JSON, a text a line, with a name",
        u"TABLES = [\n  \"public.orders\",\n  \"public.items\",\n  'sales.lines'\n];"_s, three);
    row("list of two schemas in JSON", u"[\"a.b\", \"c.d\"]"_s, {u"a|b"_s, u"c|d"_s});

    // # is a letter on IBM i.
    row("letters of IBM i", u"#MXLIB.ORDERS\n@LIB.$TAB\n#MXLIB,ITEMS#1"_s,
        {u"#MXLIB|ORDERS"_s, u"@LIB|$TAB"_s, u"#MXLIB|ITEMS#1"_s});
    row("links of Oracle",
        u"SALES.ORDERS@REMOTE\nSALES.ORDERS@REMOTE.WORLD\nsales.orders@remote\n"
        "john.doe@mail.example\nSALES.\"ORD@1\"\nLIB@.@ORDERS"_s,
        {u"SALES|ORD@1"_s, u"LIB@|@ORDERS"_s},
        {u"1 DatabaseLink: SALES.ORDERS@REMOTE"_s, u"2 DatabaseLink: SALES.ORDERS@REMOTE.WORLD"_s,
         u"3 DatabaseLink: sales.orders@remote"_s, u"4 NotUnderstood: john.doe@mail.example"_s});
    row("comments", u"# all of them\n#MXLIB.ORDERS # the first\n## more\n#\n-- end"_s,
        {u"#MXLIB|ORDERS"_s},
        {u"1 Comment: # all of them"_s, u"2 Comment: # the first"_s, u"3 Comment: ## more"_s,
         u"4 Comment: #"_s, u"5 Comment: -- end"_s});
    row("words behind #", u"#nothing here\npublic.orders"_s, {u"public|orders"_s},
        {u"1 NotUnderstood: #nothing here"_s});

    // Columns of the usual tools.
    row("capture instances",
        u"source_schema source_table capture_instance\npublic orders o\n"
        "public items i"_s,
        two);
    row("JDBC", u"TABLE_CAT,TABLE_SCHEM,TABLE_NAME\nshop,public,orders\nshop,public,items"_s, two);
    row("JDBC of MySQL", u"TABLE_CAT\tTABLE_SCHEM\tTABLE_NAME\nshop\tNULL\torders\nshop\t\titems"_s,
        {u"shop|orders"_s, u"shop|items"_s});
    row("ODBC", u"TABLE_QUALIFIER TABLE_OWNER TABLE_NAME\nshop public orders\nshop public items"_s,
        two);
    row("Oracle, of more columns",
        u"OWNER,TABLE_NAME,TABLESPACE_NAME\npublic,orders,USERS\npublic,items,"_s, two);
    row("PostgreSQL's own", u"nspname|relname|relkind\npublic|orders|r\npublic|items|r"_s, two);
    row("IBM i",
        u"TABLE_NAME;TABLE_SCHEMA;SYSTEM_TABLE_NAME;SYSTEM_TABLE_SCHEMA\n"
        "orders;public;ORD00001;PUB\nitems;public;ITM00001;PUB"_s,
        two);
    row("Db2",
        u"TABSCHEMA                TABNAME\n------------------------ ---------\n"
        "public                   orders\npublic                   items\n\n"
        "  2 record(s) selected.\n"_s,
        two);
    row("the header once more", u"schema,table\npublic,orders\nschema,table\npublic,items"_s, two);
    row("semicolons and quotes",
        u"\"schema\";\"table\"\n\"public\";\"orders\"\n\"public\";\"items\"\n"
        "\"sales\";\"a;b, c\""_s,
        two + QStringList{u"sales|a;b, c"_s});
    row("a box",
        u"┌────────┬────────┐\n│ schema │ table  │\n├────────┼────────┤\n"
        "│ public │ orders │\n│ public │ items  │\n└────────┴────────┘"_s,
        two);
    row("no schema in a row", u"schema,table\nNULL,a\npublic,orders"_s, {u"public|orders"_s},
        {u"2 NoSchema: NULL,a"_s});
    row("a query that names its columns",
        u"SELECT\n  table_schema, table_name\nFROM information_schema.tables\nWHERE 1 = 1;\n"
        "table_schema,table_name\npublic,orders\npublic,items"_s,
        two,
        {u"1 Heading: SELECT table_schema, table_name FROM information_schema.tables WHERE 1 = 1;"_s});
    row("an insert that names such columns",
        u"INSERT INTO public.orders (\n  schema, name\n) VALUES ('a', 'b');\nDELETE FROM public.items"_s,
        two);

    // Lists of other tools, and as people write them.
    row("Debezium", u"table.include.list=public.orders,public.items"_s, two);
    row("Debezium, of more properties",
        u"connector.class=io.debezium.connector\n"
        "table.include.list=public\\.orders,\\\n  public\\.items\ntable.exclude.list=a.b"_s,
        two,
        {u"1 Heading: connector.class=io.debezium.connector"_s,
         u"4 Removed: table.exclude.list=a.b"_s});
    row("Debezium, in JSON",
        u"{\n  \"name\": \"x\",\n  \"table.include.list\": \"public.orders, public.items\"\n}"_s,
        two, {u"1 Heading: {"_s, u"2 Heading: \"name\": \"x\""_s, u"4 Heading: }"_s});
    row("patterns", u"public.orders,inventory.*,public\\.(a|b)"_s, {u"public|orders"_s},
        {u"1 Pattern: inventory.*"_s, u"1 Pattern: public\\.(a|b)"_s});
    row("bullets", u"- public.orders\n* public.items\n• sales.lines\n1. a.b\n2) a.c\n- [x] a.d"_s,
        three + QStringList{u"a|b"_s, u"a|c"_s, u"a|d"_s});
    row("code in Markdown", u"- `public.orders`\n- `public`.`items`"_s, two);
    row("quotes of a text program", u"“public”.“orders”\n“public.items”"_s, two);
    row("a list between blanks", u"public.orders public.items sales.lines"_s, three);
    row("a list with something else", u"public.orders, items, public.items"_s, two,
        {u"1 NoSchema: items"_s});
    row("one table or two", u"\"a.b\",\"c.d\"\n\"public.orders\",\"public.items\""_s, two,
        {u"1 Ambiguous: \"a.b\",\"c.d\""_s});
    row("names of SAP", u"SAPSR3./BIC/AZSALES00"_s, {u"SAPSR3|/BIC/AZSALES00"_s});

    // No names.
    row("prose",
        u"Hello there, these are the tables:\npublic.orders is the first one\n"
        "See https://wiki.example/page and ask me@mail.example\n3.14\n1,5\npublic.items"_s,
        {u"public|items"_s},
        {u"1 NotUnderstood: Hello there, these are the tables:"_s,
         u"2 HasBlank: public.orders is the first one"_s,
         u"3 NotUnderstood: See https://wiki.example/page and ask me@mail.example"_s,
         u"4 NotUnderstood: 3.14"_s, u"5 NotUnderstood: 1,5"_s});
    row("code", u"foo(bar.baz)\nx = a.b\nif (a.b) {\n}\nme@mail.example"_s, {},
        {u"1 NotUnderstood: foo(bar.baz)"_s, u"2 NotUnderstood: x = a.b"_s,
         u"3 NotUnderstood: if (a.b) {"_s, u"4 NotUnderstood: }"_s,
         u"5 NotUnderstood: me@mail.example"_s});

    // Mixed.
    row("a list above SQL", u"public.orders\nand\nTRUNCATE TABLE public.items;"_s, two,
        {u"2 NoSchema: and"_s});
    row("a list below a word of SQL", u"USE shop\npublic.orders\npublic.items"_s, two,
        {u"1 NotUnderstood: USE shop"_s});
    row("with numbers of rows", u"orders\t12\nitems,7\npublic.orders\t12"_s, {u"public|orders"_s},
        {u"1 NotUnderstood: orders 12"_s, u"2 NotUnderstood: items,7"_s, u"3 NoSchema: 12"_s});
    row("behind a prompt",
        u"shop=> GRANT SELECT ON public.orders TO x;\n"
        "shop=> TRUNCATE TABLE public.items;"_s,
        two);

    // What nobody sees.
    row("invisible",
        u"public.orders\u200b\n\u200epublic\u00ad.\u2060items\ufeff\n"
        "\u00a0sales.lines\u00a0\n\u200b\n"_s,
        three);
    row("invisible, in SQL and quotes",
        u"TRUNCATE \"public\u200b\".\"orders\", public.items\u2063;\nTRUNCATE \"a\".\"\u200b\""_s,
        two, {u"2 NoSchema: a."_s});
}

void TestTableText::tellsAll()
{
    QFETCH(const QString, text);
    const TableText::Found found = TableText::read(text);
    QTEST(writtenLines(found.names), "names");
    QTEST(told(found), "report");
}

void TestTableText::readsLongTextsSoon_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *what, const QString &begin, const QString &end) {
        static constexpr qsizetype times = 60'000;
        QTest::newRow(what) << begin.repeated(times) + u"a.b"_s + end.repeated(times);
    };
    row("brackets", u"["_s, u"]"_s);
    row("quotes", u"\""_s, u"\""_s);
    row("parentheses", u"("_s, u")"_s);
    row("objects", u"{\"a\":"_s, u"}"_s);
    row("names of many parts", u"a."_s, {});
    row("columns", u"a b  "_s, {});
    row("keys", u"table.include.list="_s, {});
    row("joins", u"from a.b join "_s, {});
    row("queries", u"with a as ("_s, u")"_s);
    row("maps", u"{\"a\":[\"b\"],"_s, u"}"_s);
    row("counts", u"a (1 row), "_s, {});
}

// The window waits while a pasted text is read. These are long, on one line, and hold no tables.
void TestTableText::readsLongTextsSoon()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    TableText::read(text);
    // A second; minutes where the work grows with the square of the length.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

SLUICE_TEST(TestTableText, None)
#include "tst_tabletext.moc"
