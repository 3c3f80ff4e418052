// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonValue valueAt(const QJsonObject &definition, const QString &text)
{
    return DefinitionPath::fromText(text).valueIn(definition);
}

QJsonValue gone()
{
    return QJsonValue::Undefined;
}

} // namespace

// Where something stands in a definition: read, compared, and what is set there.
class TestDefinitionPath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText();
    void keepsExactKeys();
    void findsValues();
    void setsAndPrunes_data();
    void setsAndPrunes();
    void setsAlone_data();
    void setsAlone();
    void settles_data();
    void settles();
    void knowsWhatIsBelow();
    void namesTheDifference_data();
    void namesTheDifference();

private:
    static void addRowsOfBoth();
};

void TestDefinitionPath::readsText()
{
    const DefinitionPath path{u"a"_s, u"b"_s, u"3"_s, u"c"_s};
    QCOMPARE(DefinitionPath::fromText(u"a.b[3].c"_s), path);
    QCOMPARE(DefinitionPath::fromText(u"a.b.3.c"_s), path);
    QCOMPARE(path.text(), u"a.b.3.c"_s);
    QCOMPARE(path.lastKey(), u"c"_s);
    QVERIFY(DefinitionPath::fromText(QString()).isEmpty());
    QCOMPARE(DefinitionPath().text(), QString());
    QCOMPARE(DefinitionPath().lastKey(), QString());
}

void TestDefinitionPath::keepsExactKeys()
{
    DefinitionPath path{u"properties"_s};
    path.enter(u"max.batch.size"_s);
    QCOMPARE(path, DefinitionPath{u"properties"_s}.child(u"max.batch.size"_s));
    QCOMPARE(path.size(), 2);
    QVERIFY(path != DefinitionPath::fromText(path.text()));
    QJsonObject definition = json(R"({"properties":{"max.batch.size":1}})");
    QCOMPARE(path.valueIn(definition), QJsonValue(1));
    path.setIn(definition, 2);
    QCOMPARE(definition, json(R"({"properties":{"max.batch.size":2}})"));
    path.leave();
    QCOMPARE(path, DefinitionPath{u"properties"_s});
}

void TestDefinitionPath::findsValues()
{
    const QJsonObject root = json(R"({"a":{"b":[{"c":1},{"c":null}],"0":"zero"}})");
    QCOMPARE(valueAt(root, u"a.b[0].c"_s), QJsonValue(1));
    QCOMPARE(valueAt(root, u"a.b.1.c"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(valueAt(root, u"a.0"_s), QJsonValue(u"zero"_s));
    QVERIFY(valueAt(root, u"a.b[2]"_s).isUndefined());
    QVERIFY(valueAt(root, u"a.b.x"_s).isUndefined());
    QVERIFY(valueAt(root, u"a.b[0].c.d"_s).isUndefined());
    QVERIFY(valueAt(root, u"x.y"_s).isUndefined());
    QCOMPARE(DefinitionPath().valueIn(root), QJsonValue(root));
}

// What all ways to set a value have in common.
void TestDefinitionPath::addRowsOfBoth()
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonObject>("after");
    QTest::newRow("makes objects")
        << json("{}") << u"a.b.c"_s << QJsonValue(1) << json(R"({"a":{"b":{"c":1}}})");
    QTest::newRow("keeps the rest")
        << json(R"({"a":{"x":null,"b":[]},"y":{}})") << u"a.b"_s << QJsonValue(u"t"_s)
        << json(R"({"a":{"x":null,"b":"t"},"y":{}})");
    QTest::newRow("in an array") << json(R"({"a":[{"b":1},{"b":2}]})") << u"a[1].b"_s
                                 << QJsonValue(3) << json(R"({"a":[{"b":1},{"b":3}]})");
    QTest::newRow("at the end of an array")
        << json(R"({"a":[1]})") << u"a[1]"_s << QJsonValue(2) << json(R"({"a":[1,2]})");
    QTest::newRow("beyond an array")
        << json(R"({"a":[1]})") << u"a[7]"_s << QJsonValue(2) << json(R"({"a":[1]})");
    QTest::newRow("out of an array")
        << json(R"({"a":[1,2,3]})") << u"a[1]"_s << gone() << json(R"({"a":[1,3]})");
    QTest::newRow("over a plain value")
        << json(R"({"a":1})") << u"a.b"_s << QJsonValue(2) << json(R"({"a":{"b":2}})");
    QTest::newRow("null stays null")
        << json("{}") << u"a"_s << QJsonValue(QJsonValue::Null) << json(R"({"a":null})");
    QTest::newRow("keeps parents with other keys")
        << json(R"({"a":{"b":{"c":1},"x":1}})") << u"a.b.x"_s << gone()
        << json(R"({"a":{"b":{"c":1},"x":1}})");
    QTest::newRow("keeps what was empty before")
        << json(R"({"a":{"b":{}}})") << u"a.b.c"_s << gone() << json(R"({"a":{"b":{}}})");
    QTest::newRow("makes nothing for a removal")
        << json(R"({"x":1})") << u"a.b.c"_s << gone() << json(R"({"x":1})");
    QTest::newRow("removes nothing below a plain value")
        << json(R"({"a":1})") << u"a.b"_s << gone() << json(R"({"a":1})");
    QTest::newRow("the whole") << json(R"({"a":1})") << QString() << QJsonValue(json(R"({"b":2})"))
                               << json(R"({"b":2})");
}

void TestDefinitionPath::setsAndPrunes_data()
{
    addRowsOfBoth();
    QTest::newRow("removes emptied parents")
        << json(R"({"a":{"b":{"c":1}},"d":1})") << u"a.b.c"_s << gone() << json(R"({"d":1})");
    QTest::newRow("removes emptied parents up to one with other keys")
        << json(R"({"a":{"b":{"c":1},"x":1}})") << u"a.b.c"_s << gone() << json(R"({"a":{"x":1}})");
}

void TestDefinitionPath::setsAndPrunes()
{
    QFETCH(QJsonObject, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QJsonObject, after);
    DefinitionPath::fromText(path).setAndPruneIn(before, value);
    QCOMPARE(before, after);
}

void TestDefinitionPath::setsAlone_data()
{
    addRowsOfBoth();
    QTest::newRow("keeps emptied parents") << json(R"({"a":{"b":{"c":1}},"d":1})") << u"a.b.c"_s
                                           << gone() << json(R"({"a":{"b":{}},"d":1})");
}

void TestDefinitionPath::setsAlone()
{
    QFETCH(QJsonObject, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QJsonObject, after);
    DefinitionPath::fromText(path).setIn(before, value);
    QCOMPARE(before, after);
}

void TestDefinitionPath::settles_data()
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QJsonObject>("like");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonObject>("after");
    const QJsonObject full = json(R"({"a":{"b":{"c":1}}})");
    QTest::newRow("all that is not in the other") << full << json("{}") << gone() << json("{}");
    QTest::newRow("up to what the other has")
        << full << json(R"({"a":{"x":1}})") << gone() << json(R"({"a":{}})");
    QTest::newRow("nothing that the other has")
        << full << json(R"({"a":{"b":{"c":[]}}})") << gone() << json(R"({"a":{"b":{}}})");
    QTest::newRow("an empty list, too")
        << full << json("{}") << QJsonValue(QJsonArray()) << json("{}");
    QTest::newRow("an empty list that the other has")
        << full << json(R"({"a":{"b":{"c":[]}}})") << QJsonValue(QJsonArray())
        << json(R"({"a":{"b":{"c":[]}}})");
    QTest::newRow("a value stays")
        << full << json("{}") << QJsonValue(2) << json(R"({"a":{"b":{"c":2}}})");
    QTest::newRow("a null is a value")
        << full << json("{}") << QJsonValue(QJsonValue::Null) << json(R"({"a":{"b":{"c":null}}})");
}

void TestDefinitionPath::settles()
{
    QFETCH(QJsonObject, before);
    QFETCH(QJsonObject, like);
    QFETCH(QJsonValue, value);
    QFETCH(QJsonObject, after);
    DefinitionPath{u"a"_s, u"b"_s, u"c"_s}.settleIn(before, value, like);
    QCOMPARE(before, after);
}

void TestDefinitionPath::knowsWhatIsBelow()
{
    const auto isBelow = [](const QString &one, const QString &other) {
        return DefinitionPath::fromText(one).isAtOrBelow(DefinitionPath::fromText(other));
    };
    QVERIFY(isBelow(u"a.b"_s, u"a.b"_s));
    QVERIFY(isBelow(u"a.b[0].c"_s, u"a.b.0"_s));
    QVERIFY(isBelow(u"a"_s, QString()));
    QVERIFY(!isBelow(u"a.bc"_s, u"a.b"_s));
    QVERIFY(!isBelow(u"a"_s, u"a.b"_s));
    const DefinitionPath one{u"a"_s, u"b"_s};
    QVERIFY(one.overlaps({u"a"_s}));
    QVERIFY(one.overlaps({u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(!one.overlaps({u"a"_s, u"c"_s}));
}

void TestDefinitionPath::namesTheDifference_data()
{
    QTest::addColumn<QJsonObject>("left");
    QTest::addColumn<QJsonObject>("right");
    QTest::addColumn<DefinitionPath>("path");
    const QJsonObject one = json(R"({"a":{"b.c":1,"d":[1]},"e":{}})");
    QTest::newRow("none") << one << one << DefinitionPath();
    QTest::newRow("a value") << one << json(R"({"a":{"b.c":2,"d":[1]},"e":{}})")
                             << DefinitionPath{u"a"_s, u"b.c"_s};
    QTest::newRow("a list as a whole")
        << one << json(R"({"a":{"b.c":1,"d":[2]},"e":{}})") << DefinitionPath{u"a"_s, u"d"_s};
    QTest::newRow("two values") << one << json(R"({"a":{"b.c":2,"d":[2]},"e":{}})")
                                << DefinitionPath{u"a"_s};
    QTest::newRow("a new key") << one << json(R"({"a":{"b.c":1,"d":[1]},"e":{"f":1}})")
                               << DefinitionPath{u"e"_s, u"f"_s};
    QTest::newRow("at the top") << one << json("{}") << DefinitionPath();
}

void TestDefinitionPath::namesTheDifference()
{
    QFETCH(const QJsonObject, left);
    QFETCH(const QJsonObject, right);
    QFETCH(const DefinitionPath, path);
    QCOMPARE(DefinitionPath::ofDifference(left, right), path);
    QCOMPARE(DefinitionPath::ofDifference(right, left), path);
}

SLUICE_TEST(TestDefinitionPath, None)
#include "tst_definitionpath.moc"
