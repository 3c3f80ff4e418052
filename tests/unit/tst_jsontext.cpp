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
