// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsontext.h"

#include "models/json/jsonnumber.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCanonical();
    void keepsNumbers_data();
    void keepsNumbers();
    void numbersOfOneValue_data();
    void numbersOfOneValue();
    void wholeNumbers_data();
    void wholeNumbers();
    void boxesAreNoTexts();
    void keepsTextsLikeBoxes_data();
    void keepsTextsLikeBoxes();
    void refusesRepeatedNames_data();
    void refusesRepeatedNames();
    void takesSameNamesOfSeveralObjects();
    void readsAsTheServerWrites();
    void escapesWhatTerminalsActOn_data();
    void escapesWhatTerminalsActOn();
    void anyTextComesBack();
    void writesLists();
    void isStable();
    void readsObjectsAndLists();
    void tellsWhereItBreaks_data();
    void tellsWhereItBreaks();
};

void TestJsonText::isCanonical()
{
    const QByteArray text = R"({"b":[1,{"d":null,"c":true}],"a":"Straße ☃ \"q\" \n    x","e":{},)"
                            R"("f":[]})";
    const ParsedJson parsed = parseJsonObject(text);
    QVERIFY(parsed.object);
    QCOMPARE(jsonText(*parsed.object), QByteArray("{\n"
                                                  "  \"a\": \"Straße ☃ \\\"q\\\" \\n    x\",\n"
                                                  "  \"b\": [\n"
                                                  "    1,\n"
                                                  "    {\n"
                                                  "      \"c\": true,\n"
                                                  "      \"d\": null\n"
                                                  "    }\n"
                                                  "  ],\n"
                                                  "  \"e\": {},\n"
                                                  "  \"f\": []\n"
                                                  "}\n"));
}

void TestJsonText::keepsNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"60",
                               "0",
                               "-1",
                               "0.5",
                               "1433",
                               "9007199254740993",
                               "9223372036854775807",
                               "-9223372036854775808",
                               "9223372036854775808",
                               "18446744073709551615",
                               "18446744073709551616",
                               "23958446825181076828",
                               "100000000000000000000",
                               "12345678901234567.89",
                               "0.12345678901234567890",
                               "1.0",
                               "0.0",
                               "-0",
                               "-0.0",
                               "0.1000",
                               "1.10",
                               "1e3",
                               "1E5",
                               "1e0",
                               "1e+3",
                               "6.02E+23",
                               "1e-7",
                               "-2.50e1",
                               "1e400",
                               "-1E-400",
                               "1e99999999999999999999",
                               "5e-324",
                               "1.7976931348623159e308",
                               "0.30000000000000004"})
        QTest::newRow(number) << QByteArray(number);
    QTest::newRow("200 digits") << QByteArray("1234567890").repeated(20);
    QTest::newRow("200 digits after the point") << "0." + QByteArray("0123456789").repeated(20);
}

void TestJsonText::keepsNumbers()
{
    QFETCH(QByteArray, number);
    const QByteArray text =
        "{\"a\": [" + number + ", {\"n\": " + number + "}], \"n\":" + number + '}';
    const ParsedJson parsed = parseJsonObject(text);
    QVERIFY2(parsed.object, qPrintable(parsed.fault.message));
    QCOMPARE(compactJson(*parsed.object),
             "{\"a\":[" + number + ",{\"n\":" + number + "}],\"n\":" + number + '}');
    QCOMPARE(jsonText(*parsed.object), "{\n  \"a\": [\n    " + number + ",\n    {\n      \"n\": " +
                                           number + "\n    }\n  ],\n  \"n\": " + number + "\n}\n");
    QCOMPARE(readJson(text).object(), *parsed.object);
    const QJsonValue value = parsed.object->value("n"_L1);
    QVERIFY(JsonNumber::is(value));
    QCOMPARE(JsonNumber::text(value), QString::fromLatin1(number));
    QCOMPARE(valueAsText(value), QString::fromLatin1(number));
    QCOMPARE(JsonNumber::value(number), value);
}

void TestJsonText::numbersOfOneValue_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *one, const char *other, bool isSame) {
        QTest::addRow("%s and %s", one, other) << QByteArray(one) << QByteArray(other) << isSame;
    };
    row("1", "1.0", true);
    row("1", "1e0", true);
    row("100", "1e2", true);
    row("0", "-0.0", true);
    row("0.5", "0.50", true);
    row("1e400", "10e399", true);
    row("23958446825181076828", "23958446825181076828.0", true);
    row("[1, {\"a\": 1.0}]", "[1.0, {\"a\": 1}]", true);
    row("1e99999999999999999999", "1e99999999999999999999", true);
    row("0e99999999999", "0", true);
    row("-0.00e-99999999999999999999", "0.0", true);
    row("1e99999999999", "10e99999999998", true);
    row("10e2147483647", "1e2147483648", true);
    row("0.01e-2147483648", "1e-2147483650", true);
    row("1e99999999999", "1e99999999998", false);
    row("1e9223372036854775807", "1e-9223372036854775807", false);
    row("1", "1.0000000000000000000001", false);
    row("23958446825181076828", "23958446825181076829", false);
    row("1e400", "1e401", false);
    row("1e99999999999999999999", "1e99999999999999999998", false);
    row("1", "-1", false);
    row("1.0", "\"1.0\"", false);
    row("1.0", "null", false);
    row("[1.0]", "[1.0, 1]", false);
    row("{\"a\": 1.0}", "{\"b\": 1.0}", false);
}

void TestJsonText::numbersOfOneValue()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, isSame);
    const QJsonValue left = readJson('[' + one + ']').array().at(0);
    const QJsonValue right = readJson('[' + other + ']').array().at(0);
    QCOMPARE(JsonNumber::isSameMeaning(left, right), isSame);
    QCOMPARE(JsonNumber::isSameMeaning(right, left), isSame);
}

void TestJsonText::wholeNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("whole"); // -7: it is none
    QTest::newRow("plain") << QByteArray("5432") << qint64(5432);
    QTest::newRow("point") << QByteArray("5432.0") << qint64(5432);
    QTest::newRow("power") << QByteArray("54.32e2") << qint64(5432);
    QTest::newRow("negative") << QByteArray("-1E1") << qint64(-10);
    QTest::newRow("zero") << QByteArray("-0.0") << qint64(0);
    QTest::newRow("largest") << QByteArray("9223372036854775807.0") << qint64(9223372036854775807);
    QTest::newRow("too large") << QByteArray("9223372036854775808") << qint64(-7);
    QTest::newRow("fraction") << QByteArray("0.50") << qint64(-7);
    QTest::newRow("huge") << QByteArray("1e400") << qint64(-7);
    QTest::newRow("tiny") << QByteArray("1e-400") << qint64(-7);
}

void TestJsonText::wholeNumbers()
{
    QFETCH(QByteArray, number);
    QFETCH(qint64, whole);
    const QJsonValue value = JsonNumber::value(number);
    QCOMPARE(JsonNumber::toInteger(value, -7), whole);
    QCOMPARE(JsonNumber::isWhole(value), whole != -7);
}

void TestJsonText::boxesAreNoTexts()
{
    const QJsonValue box = JsonNumber::value("1.0");
    QVERIFY(JsonNumber::isBox(box));
    QVERIFY(!box.isString());
    QCOMPARE(box.toString(), QString());
    QVERIFY(!JsonNumber::is(QJsonArray{u"1.0"_s, u"1.0"_s}));
    QVERIFY(!JsonNumber::is(u"1.0"_s));
    QVERIFY(JsonNumber::value("1.").isUndefined());
    QVERIFY(JsonNumber::value("").isUndefined());
}

void TestJsonText::keepsTextsLikeBoxes_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray mark = JsonNumber::markUtf8.toByteArray();
    QTest::newRow("mark") << "[\"" + mark + "\"]";
    QTest::newRow("box") << "[\"" + mark + R"(","1.0"])";
    QTest::newRow("marks") << "[\"" + mark.repeated(3) + R"(","1.0"])";
    QTest::newRow("name") << "[{\"" + mark + "\":1.0}]";
    QTest::newRow("mark and more") << "[\"" + mark + R"(1","2"])";
    QTest::newRow("list of box and number") << "[[\"" + mark + R"(","1.0"],1.0])";
}

void TestJsonText::keepsTextsLikeBoxes()
{
    QFETCH(QByteArray, text);
    const QJsonArray list = readJson(text).array();
    QCOMPARE(compactJson(list), text);
    QVERIFY(!JsonNumber::is(list));
    QByteArray escaped = text;
    escaped.replace(JsonNumber::markUtf8.toByteArray(), "\\uFDd0");
    QCOMPARE(readJson(escaped).array(), list);
    QCOMPARE(readJson(jsonText(list)).array(), list);
}

void TestJsonText::refusesRepeatedNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("place");
    QTest::newRow("name") << QByteArray("{\"a\": {\"b\": 1,\n\"c\": 2, \"b\": 1}}") << 2 << 9
                          << u"a.b"_s;
    QTest::newRow("escaped name") << QByteArray(R"({"a": 1, "\u0061": 1})") << 1 << 10
                                  << u"\"a\""_s;
    QTest::newRow("in a list") << QByteArray(R"({"t": [{"s": 1}, {"s": 1, "x": 2, "s": 1}]})") << 1
                               << 35 << u"t[1].s"_s;
    QTest::newRow("in a page") << QByteArray("{\"results\": [\n{\"n\": 1.0, \"n\": 1}]}") << 2 << 12
                               << u"results[0].n"_s;
    QTest::newRow("behind a large number")
        << QByteArray(R"({"n": 23958446825181076828, "n": 1})") << 1 << 29 << u"\"n\""_s;
}

void TestJsonText::refusesRepeatedNames()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, place);
    const ParsedJson parsed = parseJsonObject(text);
    QVERIFY(!parsed.object);
    QVERIFY2(parsed.fault.message.contains(place), qPrintable(parsed.fault.message));
    QCOMPARE(parsed.fault.line, line);
    QCOMPARE(parsed.fault.column, column);
}

void TestJsonText::takesSameNamesOfSeveralObjects()
{
    for (const char *text : {R"({"a": {"a": [{"a": 1}, {"a": 1}]}})",
                             R"({"a": "\"a\": 1, 99999999999999999999", "b": "}{"})"}) {
        const ParsedJson parsed = parseJsonObject(text);
        QVERIFY2(parsed.object, qPrintable(parsed.fault.message));
        QCOMPARE(*parsed.object, QJsonDocument::fromJson(text).object());
    }
}

void TestJsonText::readsAsTheServerWrites()
{
    QVERIFY(readJson("").isNull());
    QVERIFY(readJson("<html>").isNull());
    QVERIFY(readJson("{\"a\": 1.").isNull());
    QVERIFY(readJson("{\"a\": 1.}").isNull());
    QVERIFY(readJson("{\"a\": 01}").isNull());
    QCOMPARE(readJson("{\"a\": \"1.0\"}").object(), (QJsonObject{{u"a"_s, u"1.0"_s}}));
}

void TestJsonText::escapesWhatTerminalsActOn_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QByteArray>("escape");
    QTest::newRow("escape") << u"\u001b"_s << QByteArray("\\u001b");
    QTest::newRow("bell") << u"\u0007"_s << QByteArray("\\u0007");
    QTest::newRow("delete") << u"\u007f"_s << QByteArray("\\u007f");
    QTest::newRow("C1 introducer") << u"\u009b"_s << QByteArray("\\u009b");
    QTest::newRow("next line") << u"\u0085"_s << QByteArray("\\u0085");
    QTest::newRow("right to left override") << u"\u202e"_s << QByteArray("\\u202e");
    QTest::newRow("isolate") << u"\u2066"_s << QByteArray("\\u2066");
    QTest::newRow("right to left mark") << u"\u200f"_s << QByteArray("\\u200f");
    QTest::newRow("Arabic letter mark") << u"\u061c"_s << QByteArray("\\u061c");
    QTest::newRow("line separator") << u"\u2028"_s << QByteArray("\\u2028");
    QTest::newRow("byte order mark") << u"\ufeff"_s << QByteArray("\\ufeff");
    QTest::newRow("half a pair") << QString(QChar(0xd800)) << QByteArray("\\ud800");
    QTest::newRow("line end") << u"\n"_s << QByteArray("\\n");
    QTest::newRow("umlaut") << u"ä"_s << QByteArray("ä");
    QTest::newRow("hiragana") << u"お"_s << QByteArray("お");
    QTest::newRow("emoji of several") << u"👩‍💻"_s << QByteArray("👩‍💻");
}

void TestJsonText::escapesWhatTerminalsActOn()
{
    QFETCH(QString, character);
    QFETCH(QByteArray, escape);
    const QJsonObject object{{character, u"a"_s + character + u"b"_s}};
    const QByteArray text = jsonText(object);
    QCOMPARE(text, "{\n  \"" + escape + "\": \"a" + escape + "b\"\n}\n");
    QCOMPARE(*parseJsonObject(text).object, object);
    QCOMPARE(readJson(compactJson(object)).object(), object);
}

// Texts made at random: what is read is written, read and written alike, numbers letter for letter.
void TestJsonText::anyTextComesBack()
{
    QRandomGenerator random(20);
    const auto below = [&random](int end) { return int(random.bounded(end)); };
    const auto digits = [&below](int most) {
        QByteArray text;
        for (int left = 1 + below(most); left > 0; --left)
            text += char('0' + below(10));
        return text;
    };
    const auto number = [&] {
        QByteArray text = below(2) ? "-" : "";
        text += below(3) ? char('1' + below(9)) + digits(below(4) ? 20 : 200) : QByteArray("0");
        if (below(2))
            text += '.' + digits(25);
        if (below(3) == 0)
            text += (below(2) ? "e" : "E") + QByteArray(below(2) ? "-" : "+") + digits(4);
        return text;
    };
    for (int round = 0; round < 2'000; ++round) {
        QByteArray text = "[";
        for (int left = below(6); left >= 0; --left)
            text += "{\"n\":" + number() + ",\"t\":[" + number() + ",\"" + digits(9) + "\"]}" +
                    (left > 0 ? "," : "]");
        const ParsedDocument parsed = parseJson(text);
        QVERIFY2(parsed.document, text.constData());
        const QJsonArray list = parsed.document->array();
        QCOMPARE(compactJson(list), text);
        QCOMPARE(parseJson(jsonText(list)).document->array(), list);
    }
}

void TestJsonText::writesLists()
{
    QCOMPARE(jsonText(QJsonArray{QJsonObject{{u"a"_s, 1}}}),
             QByteArray("[\n  {\n    \"a\": 1\n  }\n]\n"));
}

void TestJsonText::isStable()
{
    const QByteArray once = jsonText(*parseJsonObject(R"({"z":[[1],[2]],"ä":"\u0007"})").object);
    QCOMPARE(jsonText(*parseJsonObject(once).object), once);
}

void TestJsonText::readsObjectsAndLists()
{
    QVERIFY(parseJson("\xEF\xBB\xBF{\"a\": 1}").document->isObject());
    QVERIFY(parseJson(" [1] ").document->isArray());
    const ParsedJson list = parseJsonObject("\n [1]");
    QVERIFY(!list.object);
    QCOMPARE(list.fault.line, 2);
    QCOMPARE(list.fault.column, 2);
    QCOMPARE(list.fault.message, u"an object in braces is expected"_s);
}

void TestJsonText::tellsWhereItBreaks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("empty") << QByteArray(" \n") << 1 << 1;
    QTest::newRow("plain value") << QByteArray("\n  5") << 2 << 3;
    QTest::newRow("colon") << QByteArray("{\n  \"ä\" 5\n}") << 2 << 7;
    QTest::newRow("list") << QByteArray("[\n1 2]") << 2 << 3;
    QTest::newRow("comma") << QByteArray("{\"a\": 1\n \"b\": 2}") << 2 << 2;
    QTest::newRow("one comma more") << QByteArray("{\"a\":1,}") << 1 << 8;
    QTest::newRow("no value") << QByteArray("{\"a\":tru}") << 1 << 6;
    QTest::newRow("behind the end") << QByteArray("[1]\nx") << 2 << 1;
}

void TestJsonText::tellsWhereItBreaks()
{
    QFETCH(QByteArray, text);
    const ParsedDocument parsed = parseJson(text);
    QVERIFY(!parsed.document);
    QTEST(parsed.fault.line, "line");
    QTEST(parsed.fault.column, "column");
    QVERIFY(!parsed.fault.message.isEmpty());
}

SLUICE_TEST(TestJsonText, Core)
#include "tst_jsontext.moc"
