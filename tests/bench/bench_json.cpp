// SPDX-License-Identifier: Apache-2.0
// Reading and writing JSON that keeps every digit, beside QJsonDocument, which does not: a server's
// list of 10,000 definitions.
#include "models/json/exactjson.h"
#include "models/json/jsontext.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class BenchJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void qtReads();
    void scans();
    void reads();
    void readsManyLongNumbers();
    void readsFiles();
    void qtWrites();
    void writes();
    void writesCompact();

private:
    QByteArray m_text;
    QByteArray m_long; // three numbers of each definition need exact digits
    QJsonDocument m_document;
};

void BenchJson::initTestCase()
{
    constexpr int count = 10'000;
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/definitions/sqlserver-snowflake.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject definition = *parseJsonObject(file.readAll()).object;
    QJsonArray list;
    for (int i = 0; i < count; ++i) {
        definition[u"name"] = u"pipeline %1"_s.arg(i);
        definition[u"limits"] = QJsonArray{1001, 1002, 1003};
        list.append(definition);
    }
    m_document = QJsonDocument(QJsonObject{{u"results"_s, list}});
    m_text = m_document.toJson(QJsonDocument::Compact);
    m_long = m_text;
    for (const char *number : {"1001", "1002", "1003"})
        m_long.replace(number, QByteArray(number) + ".0");
}

void BenchJson::qtReads()
{
    QBENCHMARK
    {
        QVERIFY(!QJsonDocument::fromJson(m_text).isNull());
    }
}

// What exact numbers cost for a text that has none which need them.
void BenchJson::scans()
{
    QBENCHMARK
    {
        QCOMPARE(ExactJson(m_text).misread(), -1);
    }
}

void BenchJson::reads()
{
    QBENCHMARK
    {
        QVERIFY(!readJson(m_text).isNull());
    }
}

void BenchJson::readsManyLongNumbers()
{
    QBENCHMARK
    {
        QVERIFY(!readJson(m_long).isNull());
    }
}

// With the look for repeated names.
void BenchJson::readsFiles()
{
    QBENCHMARK
    {
        QVERIFY(parseJson(m_text).document);
    }
}

void BenchJson::qtWrites()
{
    QBENCHMARK
    {
        QVERIFY(!m_document.toJson().isEmpty());
    }
}

void BenchJson::writes()
{
    QBENCHMARK
    {
        QVERIFY(!jsonText(m_document.object()).isEmpty());
    }
}

void BenchJson::writesCompact()
{
    QBENCHMARK
    {
        QVERIFY(!compactJson(m_document.object()).isEmpty());
    }
}

QTEST_GUILESS_MAIN(BenchJson)
#include "bench_json.moc"
