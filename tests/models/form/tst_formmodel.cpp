// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "tests/support/formmodelfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The form over a definition's JSON: what it shows and what it changes.
class TestFormModel final : public FormModelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAndSavesEqual_data();
    void loadsAndSavesEqual();
    void fillsRowByRow();
    void changesOnlyItsPath();
    void leavesUnknownTypesAlone();
    void startsWithPresetsOnly();

    void swapsOnlyRowsOfType();
    void bringsBackFormerType();
    void takesSharedValuesAlong();
    void portFollowsType();
    void setsWholeObject();
    void saysChoicesInTheWordsOfTheirLists();

    void tellsExactRoles();
    void tellsNothingWithoutChange();
    void marksChanges();

private:
    QStringList paths() const
    {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all.append(model()->index(row).data(FormModel::PathRole).toString());
        return all;
    }
};

void TestFormModel::loadsAndSavesEqual_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("guide") << u"guide/create-request.json"_s;
    const QStringList files = QDir(QStringLiteral(SLUICE_TEST_DATA "/definitions"))
                                  .entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << u"definitions/"_s + file;
}

void TestFormModel::loadsAndSavesEqual()
{
    QFETCH(QString, name);
    const QJsonObject definition = fixture(name);
    QVERIFY(!definition.isEmpty());
    model()->setDefinition(definition);
    QCOMPARE(model()->definition(), definition);
    model()->markAllVisited();
    for (int row = 0; row < model()->rowCount(); ++row)
        QCOMPARE(model()->checkRow(row), QString());
    QCOMPARE(model()->problemCount(), 0);
    QCOMPARE(model()->definition(), definition);
}

// As the wizard does it: the types first, then each row that there is.
void TestFormModel::fillsRowByRow()
{
    const QJsonObject wanted = guide();
    model()->startNew();
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row);
        const QString path = index.data(FormModel::PathRole).toString();
        if (index.data(FormModel::KindRole).toInt() == int(FieldKind::Group))
            continue;
        QVERIFY(set(path, DefinitionPath::fromText(path).valueIn(wanted)));
    }
    QCOMPARE(model()->definition(), wanted);
    model()->markAllVisited();
    QCOMPARE(model()->problemCount(), 0);
    // And the guide's refused variant, by taking two things away again.
    QVERIFY(set(username, gone));
    for (const auto &part : {u".type"_s, u".privateKey"_s, u".passphrase"_s})
        QVERIFY(set(authentication + part, gone));
    QCOMPARE(model()->definition(), fixture(u"guide/create-invalid.json"_s));
}

void TestFormModel::changesOnlyItsPath()
{
    QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    model()->setDefinition(definition);
    QVERIFY(set(u"name"_s, u"renamed"_s));
    definition[u"name"_s] = u"renamed"_s;
    QCOMPARE(model()->definition(), definition);
    QVERIFY(set(u"streamingTarget.stagePrefix"_s, gone));
    DefinitionPath::fromText(u"streamingTarget.stagePrefix"_s).setAndPruneIn(definition, gone);
    QCOMPARE(model()->definition(), definition);
    QVERIFY(!DefinitionPath::fromText(u"streamingTarget.clusterBy"_s)
                 .valueIn(definition)
                 .isUndefined());
}

void TestFormModel::leavesUnknownTypesAlone()
{
    const QJsonObject definition = fixture(u"definitions/unknown-types.json"_s);
    model()->setDefinition(definition);
    QCOMPARE(model()->rowCount(), int(commonFields().size()));
    QVERIFY(set(sourceType, u"mysql"_s));
    QVERIFY(model()->indexOf(host).isValid());
    QVERIFY(set(sourceType, u"mongodb"_s));
    QCOMPARE(model()->definition(), definition);
    QCOMPARE(model()->rowCount(), int(commonFields().size()));
}

void TestFormModel::startsWithPresetsOnly()
{
    model()->startNew();
    QCOMPARE(model()->definition(), QJsonObject());
    QVERIFY(set(targetType, u"snowflake"_s));
    QCOMPARE(model()->value(authentication + u".type"_s), QJsonValue(u"key-pair"_s));
    // A pipeline that exists is not filled in behind the user's back.
    model()->setDefinition({});
    QVERIFY(set(targetType, u"snowflake"_s));
    QVERIFY(model()->value(authentication).isUndefined());
}

void TestFormModel::swapsOnlyRowsOfType()
{
    model()->setDefinition(guide());
    const QPersistentModelIndex role(model()->indexOf(u"streamingTarget.role"_s));
    QSignalSpy resets(model(), &QAbstractItemModel::modelReset);
    QSignalSpy removals(model(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy insertions(model(), &QAbstractItemModel::rowsInserted);
    QVERIFY(set(sourceType, u"mysql"_s));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(removals.count(), 1);
    QCOMPARE(insertions.count(), 1);
    QVERIFY(role.isValid());
    QCOMPARE(role.data(FormModel::PathRole).toString(), u"streamingTarget.role"_s);
    QStringList expected{u"name"_s, u"agentId"_s, sourceType};
    for (const Field &field : findSourceType(u"mysql"_s)->fields)
        expected.append(QString::fromLatin1(field.path));
    expected.append(targetType);
    for (const Field &field : findTargetType(u"snowflake"_s)->fields)
        expected.append(QString::fromLatin1(field.path));
    expected.append(u"advancedProperties"_s);
    QCOMPARE(paths(), expected);
    // Another spelling of the same type swaps nothing.
    QVERIFY(set(sourceType, u"MYSQL"_s));
    QCOMPARE(removals.count(), 1);
    QCOMPARE(model()->value(sourceType), QJsonValue(u"MYSQL"_s));
}

void TestFormModel::bringsBackFormerType()
{
    const QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    model()->setDefinition(definition);
    QVERIFY(set(sourceType, u"oracle"_s));
    QVERIFY(set(u"streamingSource.connection.pdb"_s, u"PDB1"_s));
    QVERIFY(set(targetType, u"s3"_s));
    QVERIFY(set(u"streamingTarget.bucket"_s, u"lake"_s));
    const QJsonObject other = model()->definition();
    QVERIFY(set(sourceType, u"sqlserver"_s));
    QVERIFY(set(targetType, u"snowflake"_s));
    QCOMPARE(model()->definition(), definition);
    QVERIFY(set(sourceType, u"oracle"_s));
    QVERIFY(set(targetType, u"s3"_s));
    QCOMPARE(model()->definition(), other);
}

void TestFormModel::takesSharedValuesAlong()
{
    const QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    model()->setDefinition(definition);
    QVERIFY(set(sourceType, u"mysql"_s));
    for (const QString &path : {host, port, username, password, sourceTables,
                                u"streamingSource.connection.jdbcProperties"_s})
        QCOMPARE(model()->value(path), DefinitionPath::fromText(path).valueIn(definition));
    QVERIFY(model()->value(u"streamingSource.connection.database"_s).isUndefined());
    QVERIFY(model()->value(u"streamingSource.heartbeat"_s).isUndefined());
}

void TestFormModel::portFollowsType()
{
    model()->startNew();
    QVERIFY(set(sourceType, u"sqlserver"_s));
    QCOMPARE(model()->value(port), QJsonValue(1433));
    QVERIFY(set(sourceType, u"postgres"_s));
    QCOMPARE(model()->value(port), QJsonValue(5432));
    QVERIFY(set(port, 15432));
    QVERIFY(set(sourceType, u"mysql"_s));
    QCOMPARE(model()->value(port), QJsonValue(15432));
}

void TestFormModel::setsWholeObject()
{
    model()->setDefinition(guide());
    const QJsonObject other = fixture(u"definitions/oracle-s3.json"_s);
    QVERIFY(model()->setValue(u"streamingSource"_s, other.value(u"streamingSource"_s)));
    QCOMPARE(model()->value(u"streamingSource"_s), other.value(u"streamingSource"_s));
    QCOMPARE(data(u"streamingSource.connection.pdb"_s, FormModel::ValueRole).toJsonValue(),
             QJsonValue(u"LEDGER"_s));
    QCOMPARE(data(host, FormModel::ValueRole).toJsonValue(), QJsonValue(u"ora.bank.example"_s));
}

void TestFormModel::saysChoicesInTheWordsOfTheirLists()
{
    const QString path = u"streamingTarget.transformationType"_s;
    QJsonObject definition = guide();
    QCOMPARE(choiceText(Side::Target, definition, path), u"Change log"_s);
    DefinitionPath::fromText(path).setAndPruneIn(definition, u"copy_table"_s);
    QCOMPARE(choiceText(Side::Target, definition, path), u"Copy table"_s);
    DefinitionPath::fromText(path).setAndPruneIn(definition, u"MERGE_2"_s);
    QCOMPARE(choiceText(Side::Target, definition, path), u"MERGE_2"_s);
    QCOMPARE(choiceText(Side::Target, {}, path), QString());
}

void TestFormModel::tellsExactRoles()
{
    model()->setDefinition(guide());
    QSignalSpy changes(model(), &QAbstractItemModel::dataChanged);
    QSignalSpy definitions(model(), &FormModel::definitionChanged);
    QVERIFY(set(host, u"other.example"_s));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), model()->indexOf(host));
    QCOMPARE(changes.first().at(1).toModelIndex(), model()->indexOf(host));
    QCOMPARE(changes.first().at(2).value<QList<int>>(),
             (QList<int>{FormModel::ValueRole, FormModel::ChangedRole}));
    QCOMPARE(definitions.count(), 1);
    changes.clear();
    QVERIFY(set(host, u"third.example"_s));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{FormModel::ValueRole});
    changes.clear();
    // A part of a reference is a change of the row that holds it, and a row of a group of the
    // group.
    QVERIFY(model()->setValue(authentication + u".passphrase.secretKey"_s, u"pass"_s));
    QSet<QString> told;
    for (const auto &change : std::as_const(changes))
        told.insert(change.first().toModelIndex().data(FormModel::PathRole).toString());
    QCOMPARE(told, (QSet<QString>{authentication, authentication + u".passphrase"_s}));
}

void TestFormModel::tellsNothingWithoutChange()
{
    model()->setDefinition(guide());
    QSignalSpy changes(model(), &QAbstractItemModel::dataChanged);
    QSignalSpy definitions(model(), &FormModel::definitionChanged);
    QSignalSpy problems(model(), &FormModel::problemsChanged);
    QVERIFY(set(host, model()->value(host)));
    QVERIFY(set(u"streamingTarget.role"_s, model()->value(u"streamingTarget.role"_s)));
    QVERIFY(model()->setValue(u"no.such.key"_s, gone));
    model()->markAllVisited();
    model()->markVisited(model()->indexOf(host));
    model()->clearServerErrors();
    model()->setAdvice(u"agentId"_s, {});
    QVERIFY(!model()->setData(model()->indexOf(host), u"x"_s, Qt::EditRole));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(definitions.count(), 0);
    QCOMPARE(problems.count(), 0);
}

void TestFormModel::marksChanges()
{
    model()->setDefinition(guide());
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(host, u"x"_s));
    QVERIFY(data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(host, DefinitionPath::fromText(host).valueIn(guide())));
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(sourceType, u"postgres"_s));
    QVERIFY(data(sourceType, FormModel::ChangedRole).toBool());
    QVERIFY(data(port, FormModel::ChangedRole).toBool());
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
}

SLUICE_TEST(TestFormModel, None)
#include "tst_formmodel.moc"
