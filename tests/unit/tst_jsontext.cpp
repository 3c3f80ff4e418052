// SPDX-License-Identifier: Apache-2.0
#include "models/pipeline/jsontext.h"

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
    void refusesWhatItWouldLose_data();
    void refusesWhatItWouldLose();
    void keepsTheSameInOtherWords_data();
    void keepsTheSameInOtherWords();
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
    for (const char *number : {"60", "0", "-1", "0.5", "9007199254740993", "9223372036854775807",
                               "-9223372036854775808", "1433"})
        QTest::newRow(number) << QByteArray(number);
}

void TestJsonText::keepsNumbers()
{
    QFETCH(QByteArray, number);
    const ParsedJson parsed = parseJsonObject("{\"n\": " + number + '}');
    QVERIFY(parsed.object);
    QCOMPARE(jsonText(*parsed.object), "{\n  \"n\": " + number + "\n}\n");
}

void TestJsonText::refusesWhatItWouldLose_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("word");
    QTest::newRow("whole") << QByteArray("{\n \"n\": 9223372036854775808}") << 2 << 7
                           << u"9223372036854775808"_s;
    QTest::newRow("fraction") << QByteArray(R"({"n": [1, 0.12345678901234567890]})") << 1 << 11
                              << u"digits"_s;
    QTest::newRow("power") << QByteArray(R"({"n": 123456789012345678901e3})") << 1 << 7
                           << u"digits"_s;
    QTest::newRow("name") << QByteArray("{\"a\": {\"b\": 1,\n\"c\": 2, \"b\": 1}}") << 2 << 9
                          << u"\"b\""_s;
    QTest::newRow("escaped name") << QByteArray(R"({"a": 1, "\u0061": 1})") << 1 << 10
                                  << u"\"a\""_s;
}

void TestJsonText::refusesWhatItWouldLose()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, word);
    const ParsedJson parsed = parseJsonObject(text);
    QVERIFY(!parsed.object);
    QVERIFY2(parsed.fault.message.contains(word), qPrintable(parsed.fault.message));
    QCOMPARE(parsed.fault.line, line);
    QCOMPARE(parsed.fault.column, column);
}

void TestJsonText::keepsTheSameInOtherWords_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *number :
         {"1.0", "1.10", "-0", "0.0", "1e3", "6.02E+23", "0.1", "1e-7", "-2.50e1"})
        QTest::newRow(number) << "{\"n\": " + QByteArray(number) + '}';
    QTest::newRow("names of several objects")
        << QByteArray(R"({"a": {"a": [{"a": 1}, {"a": 1}]}})");
    QTest::newRow("texts") << QByteArray(R"({"a": "\"a\": 1, 99999999999999999999", "b": "}{"})");
}

void TestJsonText::keepsTheSameInOtherWords()
{
    QFETCH(QByteArray, text);
    const ParsedJson parsed = parseJsonObject(text);
    QVERIFY2(parsed.object, qPrintable(parsed.fault.message));
    QCOMPARE(*parsed.object, QJsonDocument::fromJson(text).object());
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

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
