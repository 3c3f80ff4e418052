// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definition.h"
#include "tests/support/testprogram.h"

#include "models/json/jsontext.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestDefinition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGuide();
    void readsNumbersAsNames();
    void findsPlaceOfEveryTarget_data();
    void findsPlaceOfEveryTarget();
    void survivesRubbish_data();
    void survivesRubbish();
};

void TestDefinition::readsGuide()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject definition = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(Definition::name(definition), u"my-streaming-pipeline"_s);
    QCOMPARE(Definition::agentId(definition), u"2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"_s);
    QCOMPARE(Definition::sourceType(definition), u"sqlserver"_s);
    QCOMPARE(Definition::sourceHost(definition), u"sqlserver.my-org.com"_s);
    QCOMPARE(Definition::sourceDatabase(definition), u"my_database"_s);
    QCOMPARE(Definition::tableCount(definition), 2);
    QCOMPARE(Definition::targetType(definition), u"snowflake"_s);
    QCOMPARE(Definition::targetPlace(definition), u"STREAMING_DB"_s);
}

void TestDefinition::readsNumbersAsNames()
{
    for (const char *const number : {"42", "1.50", "12345678901234567890123"}) {
        const QJsonObject definition = readJson(QByteArray("{\"name\": ") + number + '}').object();
        QCOMPARE(Definition::name(definition), QString::fromLatin1(number));
    }
}

void TestDefinition::findsPlaceOfEveryTarget_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("place");
    QTest::newRow("s3") << u"oracle-s3"_s << u"ledger-lake"_s;
    QTest::newRow("abs") << u"postgres-abs"_s << u"events"_s;
    QTest::newRow("gcs") << u"mysql-gcs"_s << u"stock-lake"_s;
    QTest::newRow("unknown") << u"unknown-types"_s << QString();
}

void TestDefinition::findsPlaceOfEveryTarget()
{
    QFETCH(QString, fixture);
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/definitions/%1.json").arg(fixture));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject definition = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!definition.isEmpty());
    QTEST(Definition::targetPlace(definition), "place");
}

void TestDefinition::survivesRubbish_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("nulls") << QByteArray(
        R"({"name":null,"agentId":null,"streamingSource":null,"streamingTarget":null})");
    QTest::newRow("other types") << QByteArray(
        R"({"name":[1],"agentId":{},"streamingSource":"x","streamingTarget":[{}]})");
    QTest::newRow("other types below") << QByteArray(
        R"({"name":[7],"agentId":true,"streamingSource":{"type":1,"connection":[],"tables":{"a":1}},
            "streamingTarget":{"type":{},"database":5,"bucket":null,"container":[]}})");
}

void TestDefinition::survivesRubbish()
{
    QFETCH(QByteArray, json);
    const QJsonObject definition = QJsonDocument::fromJson(json).object();
    QCOMPARE(Definition::name(definition), QString());
    QCOMPARE(Definition::agentId(definition), QString());
    QCOMPARE(Definition::sourceType(definition), QString());
    QCOMPARE(Definition::sourceHost(definition), QString());
    QCOMPARE(Definition::sourceDatabase(definition), QString());
    QCOMPARE(Definition::tableCount(definition), 0);
    QCOMPARE(Definition::targetType(definition), QString());
    QCOMPARE(Definition::targetPlace(definition), QString());
}

SLUICE_TEST(TestDefinition, None)
#include "tst_definition.moc"
