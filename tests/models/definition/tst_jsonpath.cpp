// SPDX-License-Identifier: Apache-2.0
#include "models/definition/jsonpath.h"
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

} // namespace

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits();
    void reads();
    void writes_data();
    void writes();
    void knowsWhatIsBelow();
};

void TestJsonPath::splits()
{
    const QStringList keys{u"a"_s, u"b"_s, u"3"_s, u"c"_s};
    QCOMPARE(JsonPath::split(u"a.b[3].c"_s), keys);
    QCOMPARE(JsonPath::split(u"a.b.3.c"_s), keys);
    QVERIFY(JsonPath::split(QString()).isEmpty());
}

void TestJsonPath::reads()
{
    const QJsonObject root = json(R"({"a":{"b":[{"c":1},{"c":null}],"0":"zero"}})");
    QCOMPARE(JsonPath::value(root, u"a.b[0].c"_s), QJsonValue(1));
    QCOMPARE(JsonPath::value(root, u"a.b.1.c"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(JsonPath::value(root, u"a.0"_s), QJsonValue(u"zero"_s));
    QVERIFY(JsonPath::value(root, u"a.b[2]"_s).isUndefined());
    QVERIFY(JsonPath::value(root, u"a.b.x"_s).isUndefined());
    QVERIFY(JsonPath::value(root, u"a.b[0].c.d"_s).isUndefined());
    QVERIFY(JsonPath::value(root, u"x.y"_s).isUndefined());
}

void TestJsonPath::writes_data()
{
    const QJsonValue gone(QJsonValue::Undefined);
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
        << json(R"({"a":[1,2,3]})") << u"a[1]"_s << gone << json(R"({"a":[1,3]})");
    QTest::newRow("over a plain value")
        << json(R"({"a":1})") << u"a.b"_s << QJsonValue(2) << json(R"({"a":{"b":2}})");
    QTest::newRow("null stays null")
        << json("{}") << u"a"_s << QJsonValue(QJsonValue::Null) << json(R"({"a":null})");
    QTest::newRow("removes emptied parents")
        << json(R"({"a":{"b":{"c":1}},"d":1})") << u"a.b.c"_s << gone << json(R"({"d":1})");
    QTest::newRow("keeps parents with other keys")
        << json(R"({"a":{"b":{"c":1},"x":1}})") << u"a.b.c"_s << gone << json(R"({"a":{"x":1}})");
    QTest::newRow("keeps what was empty before")
        << json(R"({"a":{"b":{}}})") << u"a.b.c"_s << gone << json(R"({"a":{"b":{}}})");
    QTest::newRow("makes nothing for a removal")
        << json(R"({"x":1})") << u"a.b.c"_s << gone << json(R"({"x":1})");
    QTest::newRow("removes nothing below a plain value")
        << json(R"({"a":1})") << u"a.b"_s << gone << json(R"({"a":1})");
}

void TestJsonPath::writes()
{
    QFETCH(QJsonObject, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QJsonObject, after);
    JsonPath::setValue(before, path, value);
    QCOMPARE(before, after);
}

void TestJsonPath::knowsWhatIsBelow()
{
    QVERIFY(JsonPath::isAtOrBelow(u"a.b"_s, u"a.b"_s));
    QVERIFY(JsonPath::isAtOrBelow(u"a.b[0].c"_s, u"a.b.0"_s));
    QVERIFY(!JsonPath::isAtOrBelow(u"a.bc"_s, u"a.b"_s));
    QVERIFY(!JsonPath::isAtOrBelow(u"a"_s, u"a.b"_s));
}

SLUICE_TEST(TestJsonPath, None)
#include "tst_jsonpath.moc"
