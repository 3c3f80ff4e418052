// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/form/formmodel.h"
#include "models/references/definitionfindings.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

const QString tables = u"streamingSource.tables"_s;
const QString stagePrefix = u"streamingTarget.stagePrefix"_s;
const QString properties = u"advancedProperties"_s;
const QString passwordAt = u"streamingSource.connection.password"_s;

QJsonObject withValue(QJsonObject definition, const QString &path, const QJsonValue &value)
{
    DefinitionPath::fromText(path).setAndPruneIn(definition, value);
    return definition;
}

} // namespace

// What is known against a definition before it is created.
class TestDefinitionFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWithOthers_data();
    void comparesWithOthers();
    void ofReferences_data();
    void ofReferences();
    void saysAMissingVaultOnce();
    void inTheOrderOfTheFields();

private:
    static QJsonObject own()
    {
        return withValue(guideDefinition(), properties, QJsonObject{{u"slot.name"_s, u"orders"_s}});
    }

    static QStringList paths(const QList<DefinitionFinding> &findings)
    {
        QStringList all;
        for (const DefinitionFinding &finding : findings) {
            if (finding.text.isEmpty())
                qWarning("A finding without words.");
            all.append(finding.path);
        }
        return all;
    }

    // others: of the same account.
    static QList<DefinitionFinding> findings(const QJsonObject &definition,
                                             const QList<QJsonObject> &others,
                                             const QString &cloud = {})
    {
        PipelineModel model;
        QJsonArray rows;
        for (QJsonObject other : others) {
            other[u"streamingPipelineId"] = u"id%1"_s.arg(rows.size());
            rows.append(other);
        }
        model.setPipelines(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}}, rows);
        model.flush();
        FormModel form;
        form.setDefinition(definition);
        return definitionFindings(form, model, u"acc"_s, cloud);
    }
};

void TestDefinitionFindings::comparesWithOthers_data()
{
    QTest::addColumn<QJsonObject>("other");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QJsonObject &other, const QStringList &expected) {
        QTest::newRow(name) << other << expected;
    };
    const QJsonObject same = own();
    row("a copy", same, {tables, stagePrefix, properties});
    row("host in other case",
        withValue(same, u"streamingSource.connection.host"_s,
                  DefinitionPath::fromText(u"streamingSource.connection.host"_s)
                      .valueIn(same)
                      .toString()
                      .toUpper()),
        {tables, stagePrefix, properties});
    row("another host", withValue(same, u"streamingSource.connection.host"_s, u"other"_s),
        {stagePrefix});
    row("another database", withValue(same, u"streamingSource.connection.database"_s, u"other"_s),
        {stagePrefix});
    row("another port", withValue(same, u"streamingSource.connection.port"_s, 1), {stagePrefix});
    row("other tables",
        withValue(same, tables,
                  QJsonArray{QJsonObject{{u"schema"_s, u"x"_s}, {u"table"_s, u"y"_s}}}),
        {stagePrefix, properties});
    row("another slot", withValue(same, properties, QJsonObject{{u"slot.name"_s, u"other"_s}}),
        {tables, stagePrefix});
    row("another stage prefix", withValue(same, stagePrefix, u"other"_s), {tables, properties});
    row("another stage", withValue(same, u"streamingTarget.stageName"_s, u"other"_s),
        {tables, properties});
    row("another Snowflake account",
        withValue(same, u"streamingTarget.connection.accountName"_s, u"other"_s),
        {tables, properties});
    row("another target type", withValue(same, u"streamingTarget.type"_s, u"s3"_s),
        {tables, properties});
    row("nothing in common", {{u"name"_s, u"x"_s}}, {});
}

void TestDefinitionFindings::comparesWithOthers()
{
    QFETCH(const QJsonObject, other);
    QFETCH(const QStringList, expected);
    QCOMPARE(paths(findings(own(), {})), QStringList());
    const QList<DefinitionFinding> found =
        findings(own(), {withValue(other, u"name"_s, u"Reader"_s)});
    QCOMPARE(paths(found), expected);
    for (const DefinitionFinding &finding : found)
        QVERIFY2(finding.text.contains(u"Reader"_s), qPrintable(finding.text));
    // Many are counted, not named.
    const QList<DefinitionFinding> many = findings(own(), QList<QJsonObject>(5, other));
    QCOMPARE(paths(many), expected);
}

void TestDefinitionFindings::ofReferences_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<QString>("words"); // empty: nothing is found
    const auto reference = [](const QString &provider, const QString &location,
                              const QString &name) {
        return QJsonValue(QJsonObject{
            {u"secretType"_s, provider}, {u"secretLocation"_s, location}, {u"secretName"_s, name}});
    };
    const QString azure = u"AZURE_KEY_VAULT"_s;
    QTest::newRow("of the runner's cloud")
        << passwordAt << reference(azure, u"kv1"_s, u"n"_s) << u"azure"_s << QString();
    QTest::newRow("of another cloud") << passwordAt << reference(azure, u"kv1"_s, u"n"_s)
                                      << u"aws"_s << u"The runner is on AWS"_s;
    QTest::newRow("a placeholder")
        << passwordAt << reference(azure, u"kv1"_s, u"${NAME}"_s) << QString() << u"placeholder"_s;
    QTest::newRow("white space") << passwordAt << reference(azure, u"kv1"_s, u"a b"_s) << QString()
                                 << u"white space"_s;
    QTest::newRow("an address as the vault")
        << passwordAt << reference(azure, u"kv1.vault.azure.net"_s, u"n"_s) << QString()
        << u"not its address"_s;
    QTest::newRow("another provider than the target's")
        << passwordAt << reference(u"GOOGLE_SECRET_MANAGER"_s, {}, u"n"_s) << QString()
        << u"Its secrets are in"_s;
    QTest::newRow("a number among the properties")
        << properties << QJsonValue(QJsonObject{{u"max.batch.size"_s, 10000}}) << QString()
        << u"Terraform"_s;
    QTest::newRow("a property that names a secret")
        << properties << QJsonValue(QJsonObject{{u"database.password"_s, u"x"_s}}) << QString()
        << u"a secret does not belong here"_s;
    QTest::newRow("a property whose secret was not kept")
        << properties << QJsonValue(QJsonObject{{u"database.password"_s, QString()}}) << QString()
        << u"Sluice keeps no secrets"_s;
}

void TestDefinitionFindings::ofReferences()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, cloud);
    QFETCH(const QString, words);
    const QList<DefinitionFinding> found = findings(withValue(own(), path, value), {}, cloud);
    if (words.isEmpty()) {
        QCOMPARE(paths(found), QStringList());
        return;
    }
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.constFirst().path, path);
    QVERIFY2(found.constFirst().text.contains(words), qPrintable(found.constFirst().text));
}

// The field and the list of references both know of it.
void TestDefinitionFindings::saysAMissingVaultOnce()
{
    const QJsonObject reference{{u"secretType"_s, u"AZURE_KEY_VAULT"_s}, {u"secretName"_s, u"n"_s}};
    for (const QJsonValue &vault : {QJsonValue(QJsonValue::Undefined), QJsonValue(),
                                    QJsonValue(QString()), QJsonValue(u" "_s)}) {
        QJsonObject value = reference;
        if (!vault.isUndefined())
            value.insert(u"secretLocation"_s, vault);
        const QList<DefinitionFinding> found =
            findings(withValue(own(), passwordAt, value), {}, u"azure"_s);
        QCOMPARE(paths(found), QStringList{passwordAt});
        QVERIFY(found.constFirst().text.contains(u"No vault is named"_s));
    }
}

void TestDefinitionFindings::inTheOrderOfTheFields()
{
    const QJsonObject definition =
        withValue(own(), properties, QJsonObject{{u"slot.name"_s, u"orders"_s}, {u"a"_s, 1}});
    const QStringList found = paths(findings(definition, {definition}, u"gcp"_s));
    QCOMPARE(found.constFirst(), passwordAt);
    QCOMPARE(found.last(2), QStringList(2, properties));
    QVERIFY(found.indexOf(tables) < found.indexOf(stagePrefix));
}

SLUICE_TEST(TestDefinitionFindings, Core)
#include "tst_definitionfindings.moc"
