// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinefacts.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What the overview says of a definition.
class TestPipelineFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void guideSource();
    void guideTarget();
    void unknownTypeShowsItsOwnKeys();
    void emptyDefinitionIsNoFault();
    void tables();

private:
    static QString value(const EndFacts &end, const QString &label);

    QJsonObject m_guide;
};

void TestPipelineFacts::initTestCase()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_guide = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!m_guide.isEmpty());
}

QString TestPipelineFacts::value(const EndFacts &end, const QString &label)
{
    for (const Fact &fact : end.facts) {
        if (fact.label == label)
            return fact.value;
    }
    return {};
}

void TestPipelineFacts::guideSource()
{
    const EndFacts source = sourceFacts(m_guide);
    QCOMPARE(source.title, u"SQL Server"_s);
    QCOMPARE(source.mark, u"MS"_s);
    QCOMPARE(value(source, u"Host"_s), u"sqlserver.my-org.com"_s);
    QCOMPARE(value(source, u"Port"_s), u"1433"_s);
    QCOMPARE(value(source, u"Database"_s), u"my_database"_s);
}

void TestPipelineFacts::guideTarget()
{
    const EndFacts target = targetFacts(m_guide);
    QCOMPARE(target.title, u"Snowflake"_s);
    QCOMPARE(target.mark, u"snowflake"_s);
    QCOMPARE(value(target, u"Database"_s), u"STREAMING_DB"_s);
}

void TestPipelineFacts::unknownTypeShowsItsOwnKeys()
{
    const QJsonObject definition{
        {u"streamingSource"_s, QJsonObject{{u"type"_s, u"mongodb"_s},
                                           {u"connection"_s, QJsonObject{{u"cluster"_s, u"c1"_s}}},
                                           {u"mode"_s, u"fast"_s}}}};
    const EndFacts source = sourceFacts(definition);
    QCOMPARE(source.title, u"mongodb"_s);
    QVERIFY(source.mark.isEmpty());
    const QList<Fact> wanted{{u"cluster"_s, u"c1"_s}, {u"mode"_s, u"fast"_s}};
    QCOMPARE(source.facts, wanted);
}

void TestPipelineFacts::emptyDefinitionIsNoFault()
{
    QVERIFY(sourceFacts({}).facts.isEmpty());
    QVERIFY(targetFacts({}).facts.isEmpty());
    QVERIFY(tableNames({}).isEmpty());
}

void TestPipelineFacts::tables()
{
    const QList<TableName> names = tableNames(m_guide);
    QCOMPARE(names.size(), 2);
    QCOMPARE(names.first().schema, u"my_schema"_s);
    QCOMPARE(names.first().table, u"my_first_table"_s);
}

SLUICE_TEST(TestPipelineFacts, Core)
#include "tst_pipelinefacts.moc"
