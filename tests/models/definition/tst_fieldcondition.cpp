// SPDX-License-Identifier: Apache-2.0
#include "models/definition/fieldcondition.h"
#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

// What is typed behind the name of a field, looked for in a definition.
class TestFieldCondition : public QObject
{
    Q_OBJECT

    static QJsonObject definition()
    {
        return readJson(R"({
            "name": "orders",
            "streamingSource": {
                "type": "postgres",
                "connection": {"host": "db1.example.com", "port": 5432,
                               "jdbcProperties": {"lock.timeout": 60, "ssl": true}},
                "tables": [{"schema": "dbo", "table": "Orders"},
                           {"schema": "sales", "table": "Items"}]},
            "streamingTarget": {"role": null, "stage": "", "big": 12345678901234567890123}})")
            .object();
    }

private Q_SLOTS:

    void holds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isTrue");
        const auto row = [](const char *text, bool isTrue) {
            QTest::newRow(text) << QString::fromLatin1(text) << isTrue;
        };
        row("name=orders", true);
        row("name=ORDERS", true);
        row("NAME=order", false);
        row("name~order", true);
        row("host=db1", false);
        row("host~db1", true);
        row("connection.host~db1", true);
        row("streamingSource.connection.host=db1.example.com", true);
        row("streamingTarget.connection.host~db1", false);
        row("ost~db1", false); // no key ends there
        row("port=5432", true);
        row("port~43", true);
        row("lock.timeout=60", true); // one key
        row("timeout=60", false);
        row("jdbcProperties.lock.timeout=60", true);
        row("ssl=true", true);
        row("role=null", true);
        row("role=", true); // it is there
        row("stage=", true);
        row("nothing=", false);
        row("nothing~", false);
        row("connection=", true);
        row("connection~host", false); // has no text of its own
        row("tables.table=items", true);
        row("table=items", true);
        row("tables[1].table=items", true);
        row("tables.1.table=items", true);
        row("tables[0].table=items", false);
        row("tables[1].schema=dbo", false);
        row("schema=dbo", true);
        row("big=12345678901234567890123", true);
    }

    void holds()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isTrue);
        const std::optional<FieldCondition> condition = FieldCondition::fromText(text);
        QVERIFY(condition);
        QCOMPARE(condition->holds(definition()), isTrue);
    }

    void otherTextsAreNoConditions_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "orders", "=", "=orders", "~x", "a b=c", "a/b=c", ".=x"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void otherTextsAreNoConditions()
    {
        QFETCH(const QString, text);
        QVERIFY(!FieldCondition::fromText(text));
    }

    void valuesMayHoldSigns()
    {
        const QJsonObject json{{u"url"_s, u"a=b~c"_s}};
        QVERIFY(FieldCondition::fromText(u"url=a=b~c"_s)->holds(json));
        QVERIFY(FieldCondition::fromText(u"url~b~"_s)->holds(json));
    }
};

SLUICE_TEST(TestFieldCondition, Core)
#include "tst_fieldcondition.moc"
