// SPDX-License-Identifier: Apache-2.0
#include "models/document/diff.h"
#include "models/json/jsontext.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

DefinitionPath tablesPath()
{
    return {u"streamingSource"_s, u"tables"_s};
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalDefinitions();
    void kinds_data();
    void kinds();
    void ignoresCaseOfChoices();
    void numbersByValue_data();
    void numbersByValue();
    void namesWithDots();
    void referencesAreOnePlace();
    void tablesAreASet();
    void renamedTables_data();
    void renamedTables();
    void repeatedTables();
    void tablesThatAreNone();
    void objectsAgainstNone();
    void orderOfTheForm();
    void risks();
    void unknownTypes();
};

void TestDiff::equalDefinitions()
{
    QVERIFY(semanticDiff(guideDefinition(), guideDefinition()).isEmpty());
    QVERIFY(semanticDiff({}, {}).isEmpty());
}

void TestDiff::kinds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("was");
    QTest::addColumn<QString>("will");

    const int changed = int(Change::Kind::Changed);
    QTest::newRow("text") << "name" << QJsonValue(u"other"_s) << changed << u"Basics › Name"_s
                          << "my-streaming-pipeline"
                          << "other";
    QTest::newRow("empty text") << "name" << QJsonValue(u""_s) << changed << u"Basics › Name"_s
                                << "my-streaming-pipeline"
                                << "\"\"";
    QTest::newRow("null") << "name" << QJsonValue() << changed << u"Basics › Name"_s
                          << "my-streaming-pipeline"
                          << "null";
    QTest::newRow("gone") << "streamingTarget/stagePrefix" << absent << int(Change::Kind::Removed)
                          << u"Target settings › Stage prefix"_s << "MY_STREAMING_PIPELINE"
                          << "";
    QTest::newRow("number") << "streamingSource/connection/port" << QJsonValue(1434) << changed
                            << u"Source connection › Port"_s << "1433"
                            << "1434";
    QTest::newRow("number as text")
        << "streamingSource/connection/jdbcProperties/lockTimeout" << QJsonValue(u"60"_s) << changed
        << u"Source connection › JDBC properties › lockTimeout"_s << "60"
        << "\"60\"";
    QTest::newRow("unknown key") << "x-new/deep" << QJsonValue(true) << int(Change::Kind::Added)
                                 << "x-new.deep"
                                 << ""
                                 << "true";
}

void TestDiff::kinds()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    const QList<Change> changes =
        semanticDiff(guideDefinition(), with(guideDefinition(), path.toLatin1(), value));
    QCOMPARE(changes.size(), 1);
    const Change &change = changes.constFirst();
    QTEST(int(change.kind), "kind");
    QTEST(change.place(), "place");
    QTEST(valueText(change, change.was), "was");
    QTEST(valueText(change, change.will), "will");
    QCOMPARE(change.pathText(), QString(path).replace(u'/', u'.'));
}

void TestDiff::ignoresCaseOfChoices()
{
    QJsonObject mine =
        with(guideDefinition(), "streamingTarget/transformationType", u"change_log"_s);
    mine = with(mine, "streamingSource/type", u"SQLServer"_s);
    mine = with(mine, "streamingSource/connection/password/secretType", u"azure_key_vault"_s);
    QVERIFY(semanticDiff(guideDefinition(), mine).isEmpty());
    // Names keep their case.
    QCOMPARE(semanticDiff(guideDefinition(),
                          with(guideDefinition(), "streamingTarget/database", u"streaming_db"_s))
                 .size(),
             1);
}

void TestDiff::numbersByValue_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("will");
    QTest::addColumn<QString>("wasText"); // of the change; empty: there is none
    QTest::addColumn<QString>("willText");
    const auto row = [](const char *name, const char *was, const char *will,
                        const QString &wasText = {}, const QString &willText = {}) {
        QTest::newRow(name) << QByteArray(was) << QByteArray(will) << wasText << willText;
    };
    row("spelling", "1.0", "1");
    row("power", "1e3", "1000");
    row("sign of nothing", "-0", "0");
    row("in a list", "[1.0,{\"a\":2}]", "[1,{\"a\":2.00}]");
    row("last digit", "23958446825181076828", "23958446825181076829", u"23958446825181076828"_s,
        u"23958446825181076829"_s);
    row("beyond a double", "1e400", "1e401", u"1e400"_s, u"1e401"_s);
    row("number to text", "1.0", "\"1.0\"", u"1.0"_s, u"\"1.0\""_s);
    row("number to list", "1.0", "[1.0]", u"1.0"_s, u"[1.0]"_s);
    row("number to object", "1.0", "{\"a\":1.0}", u"1.0"_s, u"{\"a\":1.0}"_s);
}

void TestDiff::numbersByValue()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, will);
    QFETCH(QString, wasText);
    QFETCH(QString, willText);
    const auto definition = [](const QByteArray &value) {
        return with(guideDefinition(), "advancedProperties/limit",
                    readJson('[' + value + ']').array().at(0));
    };
    const QList<Change> changes = semanticDiff(definition(was), definition(will));
    QCOMPARE(changes.isEmpty(), wasText.isEmpty());
    if (changes.isEmpty())
        return;
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().pathText(), u"advancedProperties.limit"_s);
    QCOMPARE(valueText(changes.constFirst(), changes.constFirst().was), wasText);
    QCOMPARE(valueText(changes.constFirst(), changes.constFirst().will), willText);
}

void TestDiff::namesWithDots()
{
    const QList<Change> changes = semanticDiff(
        guideDefinition(), with(guideDefinition(), "advancedProperties/max.batch.size", u"1"_s));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().path,
             (DefinitionPath{u"advancedProperties"_s, u"max.batch.size"_s}));
    QCOMPARE(changes.constFirst().place(), u"Advanced › Advanced properties › max.batch.size"_s);
    QCOMPARE(valueText(changes.constFirst(), changes.constFirst().was), u"\"40000\""_s);
}

void TestDiff::referencesAreOnePlace()
{
    const QList<Change> changes = semanticDiff(
        guideDefinition(),
        with(guideDefinition(), "streamingSource/connection/password/secretName", u"other"_s));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().pathText(), u"streamingSource.connection.password"_s);
    QCOMPARE(valueText(changes.constFirst(), changes.constFirst().will),
             u"AZURE_KEY_VAULT › streaming-key-vault › other"_s);
}

void TestDiff::tablesAreASet()
{
    const QJsonArray tables = tablesPath().valueIn(guideDefinition()).toArray();
    QJsonArray turned{tables.at(1), tables.at(0)};
    QJsonObject mine = guideDefinition();
    tablesPath().setIn(mine, turned);
    QVERIFY(semanticDiff(guideDefinition(), mine).isEmpty());

    turned.removeAt(0);
    turned.append(QJsonObject{{"schema"_L1, "s"_L1}, {"table"_L1, "my.table"_L1}});
    tablesPath().setIn(mine, turned);
    const QList<Change> changes = semanticDiff(guideDefinition(), mine);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.at(0).kind, Change::Kind::Removed);
    QCOMPARE(changes.at(0).tableName(), u"my_schema.my_second_table"_s);
    QCOMPARE(changes.at(1).kind, Change::Kind::Added);
    QCOMPARE(changes.at(1).pathText(), u"streamingSource.tables[s.my.table]"_s);
    QCOMPARE(changes.at(1).place(), u"Tables"_s);

    // An attribute of a table that Sluice does not know.
    QJsonArray marked = tables;
    marked.replace(0, QJsonObject{{"schema"_L1, "my_schema"_L1},
                                  {"table"_L1, "my_first_table"_L1},
                                  {"x-key"_L1, 1}});
    tablesPath().setIn(mine, marked);
    QCOMPARE(semanticDiff(guideDefinition(), mine).size(), 1);
    QCOMPARE(semanticDiff(guideDefinition(), mine).constFirst().kind, Change::Kind::Changed);
}

void TestDiff::renamedTables_data()
{
    QTest::addColumn<QStringList>("base");
    QTest::addColumn<QStringList>("mine");
    QTest::addColumn<QStringList>("wanted"); // "-": removed, "+": added, "~": half of a rename
    QTest::newRow("in the middle")
        << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"a"_s, u"x"_s, u"c"_s}
        << QStringList{u"~s.b"_s, u"~s.x"_s};
    QTest::newRow("two beside each other")
        << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"x"_s, u"y"_s, u"c"_s}
        << QStringList{u"~s.a"_s, u"~s.x"_s, u"~s.b"_s, u"~s.y"_s};
    QTest::newRow("one of a sorted list")
        << QStringList{u"c"_s, u"a"_s, u"b"_s} << QStringList{u"a"_s, u"x"_s, u"c"_s}
        << QStringList{u"~s.b"_s, u"~s.x"_s};
    QTest::newRow("another place") << QStringList{u"a"_s, u"b"_s} << QStringList{u"b"_s, u"x"_s}
                                   << QStringList{u"-s.a"_s, u"+s.x"_s};
    QTest::newRow("which of two?")
        << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s, u"x"_s, u"y"_s}
        << QStringList{u"-s.b"_s, u"+s.x"_s, u"+s.y"_s};
}

void TestDiff::renamedTables()
{
    QFETCH(const QStringList, base);
    QFETCH(const QStringList, mine);
    QFETCH(const QStringList, wanted);
    const QJsonObject from = withTables(guideDefinition(), base);
    const QJsonObject to = withTables(guideDefinition(), mine);
    const QList<Change> changes = semanticDiff(from, to);
    QStringList told;
    for (const Change &change : changes) {
        const QChar sign = change.isRename() ? u'~' : change.will.isUndefined() ? u'-' : u'+';
        told.append(sign + change.tableName());
    }
    QCOMPARE(told, wanted);
    const QJsonArray tables = tablesPath().valueIn(from).toArray();
    const QJsonArray made = changedTables(tables, changes, Direction::Make);
    QVERIFY(semanticDiff(to, with(guideDefinition(), "streamingSource/tables", made)).isEmpty());
    QCOMPARE(changedTables(made, changes, Direction::TakeBack).size(), tables.size());
}

void TestDiff::repeatedTables()
{
    QJsonArray tables = tablesPath().valueIn(guideDefinition()).toArray();
    tables.append(tables.at(0));
    QJsonObject mine = guideDefinition();
    tablesPath().setIn(mine, tables);
    const QList<Change> changes = semanticDiff(guideDefinition(), mine);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().kind, Change::Kind::Added);
    QCOMPARE(changes.constFirst().tableName(), u"my_schema.my_first_table"_s);
}

void TestDiff::tablesThatAreNone()
{
    QJsonObject changed = guideDefinition();
    tablesPath().setIn(changed, u"all"_s);
    QCOMPARE(semanticDiff(guideDefinition(), changed).size(), 1);
    tablesPath().setIn(changed, QJsonArray{1, QJsonValue(), u"x"_s});
    QCOMPARE(semanticDiff(guideDefinition(), changed).size(), 5);
    tablesPath().setIn(changed, absent);
    QCOMPARE(semanticDiff(guideDefinition(), changed).size(), 2);
    QJsonObject empty = changed;
    tablesPath().setIn(empty, QJsonArray());
    QCOMPARE(semanticDiff(changed, empty).size(), 1); // missing and empty differ
}

void TestDiff::objectsAgainstNone()
{
    const QJsonObject bare = with(guideDefinition(), "advancedProperties", absent);
    const QList<Change> changes = semanticDiff(bare, guideDefinition());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().kind, Change::Kind::Added);
    QCOMPARE(changes.constFirst().path.lastKey(), u"max.batch.size"_s);
    const QJsonObject empty = with(guideDefinition(), "advancedProperties", QJsonObject());
    QCOMPARE(semanticDiff(bare, empty).size(), 1);
    QCOMPARE(semanticDiff(empty, guideDefinition()).size(), 1);
    const QJsonObject null = with(guideDefinition(), "advancedProperties", QJsonValue());
    QCOMPARE(semanticDiff(null, guideDefinition()).size(), 1);
    QCOMPARE(semanticDiff(null, guideDefinition()).constFirst().kind, Change::Kind::Changed);
}

void TestDiff::orderOfTheForm()
{
    QJsonObject mine = with(guideDefinition(), "x-new", 1);
    mine = with(mine, "streamingTarget/role", u"R"_s);
    mine = with(mine, "streamingSource/connection/username", u"u"_s);
    mine = with(mine, "streamingSource/connection/host", u"h"_s);
    mine = with(mine, "name", u"n"_s);
    QStringList places;
    const QList<Change> changes = semanticDiff(guideDefinition(), mine);
    for (const Change &change : changes)
        places.append(change.path.lastKey());
    QCOMPARE(places, (QStringList{u"name"_s, u"host"_s, u"username"_s, u"role"_s, u"x-new"_s}));
}

void TestDiff::risks()
{
    const auto riskOf = [](const QJsonObject &mine) {
        return semanticDiff(guideDefinition(), mine).constFirst().risk();
    };
    QCOMPARE(riskOf(with(guideDefinition(), "streamingTarget/transformationType", u"COPY_TABLE"_s)),
             u"May need a new snapshot"_s);
    QVERIFY(!riskOf(with(guideDefinition(), "agentId", u"other"_s)).isEmpty());
    QVERIFY(!riskOf(with(guideDefinition(), "streamingTarget/stagePrefix", u"P"_s)).isEmpty());
    QVERIFY(
        !riskOf(with(guideDefinition(), "streamingTarget/tablePrefixType", u"NONE"_s)).isEmpty());
    QVERIFY(!riskOf(with(guideDefinition(), "streamingTarget/tableSchema", u"S"_s)).isEmpty());
    QVERIFY(riskOf(with(guideDefinition(), "name", u"n"_s)).isEmpty());
    QJsonObject mine = guideDefinition();
    QJsonArray tables = tablesPath().valueIn(mine).toArray();
    tables.append(QJsonObject{{"schema"_L1, "s"_L1}, {"table"_L1, "t"_L1}});
    tablesPath().setIn(mine, tables);
    QVERIFY(riskOf(mine).isEmpty());
    tables.removeFirst();
    tables.removeLast();
    tablesPath().setIn(mine, tables);
    QVERIFY(!riskOf(mine).isEmpty());
}

void TestDiff::unknownTypes()
{
    const QJsonObject base = with(guideDefinition(), "streamingSource/type", u"mongodb"_s);
    const QJsonObject mine = with(base, "streamingSource/connection/host", u"h"_s);
    const QList<Change> changes = semanticDiff(base, mine);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().place(), u"streamingSource.connection.host"_s);
    QCOMPARE(valueText(changes.constFirst(), changes.constFirst().will), u"\"h\""_s);
}

SLUICE_TEST(TestDiff, Core)
#include "tst_diff.moc"
