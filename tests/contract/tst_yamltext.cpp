// SPDX-License-Identifier: Apache-2.0
// YAML reads back as what was written, whatever the texts are.
#include "app/commandline/output/yamltext.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"
#include "tests/contract/yamlreading.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestYamlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout();
    void texts_data();
    void texts();
    void numbers_data();
    void numbers();
    void numberWithoutADouble();
    void values_data();
    void values();
};

void TestYamlText::layout()
{
    const QJsonArray tables{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"orders"_s}},
                            QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"no"_s}}};
    const QJsonObject object{{u"name"_s, u"orders"_s},     {u"tables"_s, tables},
                             {u"none"_s, QJsonArray()},    {u"empty"_s, QJsonObject()},
                             {u"nothing"_s, QJsonValue()}, {u"on"_s, true}};
    QCOMPARE(yamlText(object), QByteArray("empty: {}\n"
                                          "name: orders\n"
                                          "none: []\n"
                                          "nothing: null\n"
                                          "\"on\": true\n"
                                          "tables:\n"
                                          "  - schema: dbo\n"
                                          "    table: orders\n"
                                          "  - schema: dbo\n"
                                          "    table: \"no\"\n"));
}

void TestYamlText::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasQuotes");
    const auto row = [](const QString &text, bool hasQuotes = true) {
        QTest::addRow("%d: %s", int(text.size()), qPrintable(text.left(40))) << text << hasQuotes;
    };
    for (const QString &plain :
         {u"orders"_s, u"my-pipeline_2.v3"_s, u"a/b"_s, u"STREAMING"_s, u"_x"_s, u"e5"_s})
        row(plain, false);
    // What YAML 1.1 or 1.2 takes for anything but a text.
    for (const QString &word :
         {u""_s,       u" "_s,       u"~"_s,      u"null"_s,   u"Null"_s,       u"NULL"_s,
          u"true"_s,   u"False"_s,   u"yes"_s,    u"No"_s,     u"on"_s,         u"OFF"_s,
          u"y"_s,      u"N"_s,       u"1"_s,      u"-1"_s,     u"1e5"_s,        u"0x1F"_s,
          u"0o17"_s,   u"017"_s,     u"1_000"_s,  u"12:30"_s,  u"1.5"_s,        u".5"_s,
          u".inf"_s,   u"-.INF"_s,   u".NaN"_s,   u"+1"_s,     u"2026-01-31"_s, u"3e10"_s,
          u"<<"_s,     u"="_s,       u"---"_s,    u"..."_s,    u"- a"_s,        u"? a"_s,
          u"a: b"_s,   u"a #b"_s,    u"#a"_s,     u"&a"_s,     u"*a"_s,         u"!a"_s,
          u"|"_s,      u">"_s,       u"'a'"_s,    u"\"a\""_s,  u"%a"_s,         u"@a"_s,
          u"`a`"_s,    u"[a]"_s,     u"{a: b}"_s, u"a,b"_s,    u"a\nb"_s,       u"\n"_s,
          u"a\n\nb"_s, u"\ta"_s,     u"a "_s,     u" a"_s,     u"a\\b"_s,       u"\\n"_s,
          u"a\r\nb"_s, u"\u0085"_s,  u"\u2028"_s, u"\u202e"_s, u"\ufeff"_s,     u"\x1B[31m"_s,
          u"\u00a0"_s, u"Umsätze"_s, u"日本"_s,   u"😀"_s,      u"\U000E0041"_s, u"a:"_s,
          u":a"_s,     u"\x7F"_s,    u"\u0000"_s, u"null\n"_s})
        row(word);
    row(QString(5000, u'x'), false);
    row(QString(5000, u' '));
}

// As a value, as a key, and in a list.
void TestYamlText::texts()
{
    QFETCH(QString, text);
    QFETCH(bool, hasQuotes);
    const QJsonObject object{{text, text}, {u"list"_s, QJsonArray{text, QJsonArray{text}}}};
    const QByteArray yaml = yamlText(object);
    QCOMPARE(readYaml(yaml), QJsonValue(object));
    QCOMPARE(yamlText(text).startsWith('"'), hasQuotes);
    QCOMPARE(readYaml(yamlText(text)), QJsonValue(text));
}

void TestYamlText::numbers_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QByteArray>("written");
    for (const char *digits : {"0", "-0", "1.0", "12345678901234567890",
                               "0.1000000000000000055511151231257827", "-1.50e-7"})
        QTest::newRow(digits) << QByteArray(digits) << QByteArray(digits);
    // YAML 1.1 takes a number with an exponent for a text when it has no point, or its exponent no
    // sign.
    QTest::newRow("1e5") << QByteArray("1e5") << QByteArray("1.e+5");
    QTest::newRow("-1E+5") << QByteArray("-1E+5") << QByteArray("-1.E+5");
    QTest::newRow("1e-5") << QByteArray("1e-5") << QByteArray("1.e-5");
    QTest::newRow("2.50e10") << QByteArray("2.50e10") << QByteArray("2.50e+10");
}

void TestYamlText::numbers()
{
    QFETCH(QByteArray, digits);
    QFETCH(QByteArray, written);
    const QJsonObject object =
        readJson("{\"value\":" + digits + ",\"list\":[" + digits + "]}").object();
    const QByteArray yaml = yamlText(object);
    QCOMPARE(yaml, "list:\n  - " + written + "\nvalue: " + written + '\n');
    // As YAML 1.1 tells numbers.
    static const QRegularExpression number(
        u"\\A[-+]?(0|[1-9][0-9]*|[0-9]+\\.[0-9]*([eE][-+][0-9]+)?)\\z"_s);
    QVERIFY(number.match(QString::fromUtf8(written)).hasMatch());
    if (written == digits)
        QCOMPARE(readYaml(yaml), QJsonValue(object));
    else
        QCOMPARE(JsonNumber::text(readYaml(yaml)[u"value"]).toDouble(), digits.toDouble());
}

// No double holds it, but its digits stay.
void TestYamlText::numberWithoutADouble()
{
    const QJsonObject object = readJson(R"({"value":1E400})").object();
    QCOMPARE(yamlText(object), QByteArray("value: 1.E+400\n"));
}

void TestYamlText::values_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"{}", "[]", "[[]]", "[[[1],[2,[3]]],[]]",
                             R"([{"a":[{"b":[{"c":{}}]}]}])", R"({"a":{"b":{"c":[1,{"d":null}]}}})",
                             R"([{},{"a":{}},[{}],[[{"a":1,"b":2}]]])", R"({"":{"":[""]}})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestYamlText::values()
{
    QFETCH(QByteArray, json);
    const QJsonDocument document = readJson(json);
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    QCOMPARE(readYaml(yamlText(value)), value);
}

SLUICE_TEST(TestYamlText, None)
#include "tst_yamltext.moc"
