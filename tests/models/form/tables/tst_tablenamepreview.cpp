// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "models/form/tables/tablenamepreview.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonObject pipelineWithPrefix(const QString &prefixType)
{
    QJsonObject definition;
    const auto set = [&](const QString &path, const QJsonValue &value) {
        DefinitionPath::fromText(path).setAndPruneIn(definition, value);
    };
    set(u"streamingSource.connection.database"_s, u"shop"_s);
    set(u"streamingSource.tables"_s,
        QJsonArray{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"orders"_s}}});
    set(u"streamingTarget.type"_s, u"snowflake"_s);
    set(u"streamingTarget.database"_s, u"DB"_s);
    set(u"streamingTarget.tableSchema"_s, u"S"_s);
    set(u"streamingTarget.stagePrefix"_s, u"PRE"_s);
    set(u"streamingTarget.tablePrefixType"_s, prefixType);
    return definition;
}

} // namespace

class TestTableNamePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void followsThePrefixType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << u"NONE"_s << u"DB.S.orders"_s;
        QTest::newRow("any case") << u"none"_s << u"DB.S.orders"_s;
        QTest::newRow("prefix") << u"PREFIX"_s << u"DB.S.PRE_orders"_s;
        QTest::newRow("source") << u"SOURCE_DATABASE_AND_SCHEMA"_s << u"DB.S.shop_dbo_orders"_s;
        QTest::newRow("unknown") << u"LATER_ADDED"_s << QString();
        QTest::newRow("not chosen") << QString() << QString();
    }

    void followsThePrefixType()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, name);
        QCOMPARE(previewTableName(pipelineWithPrefix(type)), name);
    }

    void saysNothingWithoutATableOrForOtherTargets()
    {
        QJsonObject definition = pipelineWithPrefix(u"NONE"_s);
        DefinitionPath::fromText(u"streamingSource.tables"_s)
            .setAndPruneIn(definition, QJsonArray());
        QCOMPARE(previewTableName(definition), QString());
        definition = pipelineWithPrefix(u"NONE"_s);
        DefinitionPath::fromText(u"streamingTarget.type"_s).setAndPruneIn(definition, u"s3"_s);
        QCOMPARE(previewTableName(definition), QString());
    }

    void leavesOutWhatIsMissing()
    {
        QJsonObject definition = pipelineWithPrefix(u"SOURCE_DATABASE_AND_SCHEMA"_s);
        DefinitionPath::fromText(u"streamingSource.connection.database"_s)
            .setAndPruneIn(definition, QJsonValue::Undefined);
        DefinitionPath::fromText(u"streamingTarget.tableSchema"_s)
            .setAndPruneIn(definition, QJsonValue::Undefined);
        QCOMPARE(previewTableName(definition), u"DB.dbo_orders"_s);
    }
};

SLUICE_TEST(TestTableNamePreview, Core)
#include "tst_tablenamepreview.moc"
