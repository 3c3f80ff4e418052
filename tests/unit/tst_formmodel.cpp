// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"
#include "models/form/jsonpath.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

const QString host = u"streamingSource.connection.host"_s;
const QString port = u"streamingSource.connection.port"_s;
const QString username = u"streamingSource.connection.username"_s;
const QString password = u"streamingSource.connection.password"_s;
const QString sourceTables = u"streamingSource.tables"_s;
const QString sourceType = u"streamingSource.type"_s;
const QString targetType = u"streamingTarget.type"_s;
const QString authentication = u"streamingTarget.connection.authentication"_s;
const QJsonValue gone(QJsonValue::Undefined);

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject guide()
{
    return fixture(u"guide/create-request.json"_s);
}

} // namespace

// The form over a definition's JSON: what it shows, what it changes, what it says is wrong.
class TestFormModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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

    void tellsExactRoles();
    void tellsNothingWithoutChange();
    void marksChanges();

    void checks_data();
    void checks();
    void showsChecksWhenLeft();
    void groupSpeaksForItsRows();
    void refusesSecrets_data();
    void refusesSecrets();
    void advises();

    void showsServersWords();
    void placesErrors_data();
    void placesErrors();
    void editAnswersErrors();
    void visitsProblemsInOrder();

private:
    QVariant data(const QString &path, int role) const { return m_model->indexOf(path).data(role); }

    QString error(const QString &path) const { return data(path, FormModel::ErrorRole).toString(); }

    bool set(const QString &path, const QJsonValue &value)
    {
        return m_model->setData(m_model->indexOf(path), QVariant::fromValue(value),
                                FormModel::ValueRole);
    }

    QStringList paths() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->index(row).data(FormModel::PathRole).toString());
        return all;
    }

    std::unique_ptr<FormModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFormModel::init()
{
    m_model = std::make_unique<FormModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestFormModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

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
    m_model->setDefinition(definition);
    QCOMPARE(m_model->definition(), definition);
    m_model->markAllVisited();
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->checkRow(row), QString());
    QCOMPARE(m_model->problemCount(), 0);
    QCOMPARE(m_model->definition(), definition);
}

// As the wizard does it: the types first, then each row that there is.
void TestFormModel::fillsRowByRow()
{
    const QJsonObject wanted = guide();
    m_model->startNew();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const QString path = index.data(FormModel::PathRole).toString();
        if (index.data(FormModel::KindRole).toInt() == int(FieldKind::Group))
            continue;
        QVERIFY(set(path, JsonPath::value(wanted, path)));
    }
    QCOMPARE(m_model->definition(), wanted);
    m_model->markAllVisited();
    QCOMPARE(m_model->problemCount(), 0);
    // And the guide's refused variant, by taking two things away again.
    QVERIFY(set(username, gone));
    for (const auto &part : {u".type"_s, u".privateKey"_s, u".passphrase"_s})
        QVERIFY(set(authentication + part, gone));
    QCOMPARE(m_model->definition(), fixture(u"guide/create-invalid.json"_s));
}

void TestFormModel::changesOnlyItsPath()
{
    QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    m_model->setDefinition(definition);
    QVERIFY(set(u"name"_s, u"renamed"_s));
    definition[u"name"_s] = u"renamed"_s;
    QCOMPARE(m_model->definition(), definition);
    QVERIFY(set(u"streamingTarget.stagePrefix"_s, gone));
    JsonPath::setValue(definition, u"streamingTarget.stagePrefix"_s, gone);
    QCOMPARE(m_model->definition(), definition);
    QVERIFY(!JsonPath::value(definition, u"streamingTarget.clusterBy"_s).isUndefined());
}

void TestFormModel::leavesUnknownTypesAlone()
{
    const QJsonObject definition = fixture(u"definitions/unknown-types.json"_s);
    m_model->setDefinition(definition);
    QCOMPARE(m_model->rowCount(), int(commonFields().size()));
    QVERIFY(set(sourceType, u"mysql"_s));
    QVERIFY(m_model->indexOf(host).isValid());
    QVERIFY(set(sourceType, u"mongodb"_s));
    QCOMPARE(m_model->definition(), definition);
    QCOMPARE(m_model->rowCount(), int(commonFields().size()));
}

void TestFormModel::startsWithPresetsOnly()
{
    m_model->startNew();
    QCOMPARE(m_model->definition(), QJsonObject());
    QVERIFY(set(targetType, u"snowflake"_s));
    QCOMPARE(m_model->value(authentication + u".type"_s), QJsonValue(u"key-pair"_s));
    // A pipeline that exists is not filled in behind the user's back.
    m_model->setDefinition({});
    QVERIFY(set(targetType, u"snowflake"_s));
    QVERIFY(m_model->value(authentication).isUndefined());
}

void TestFormModel::swapsOnlyRowsOfType()
{
    m_model->setDefinition(guide());
    const QPersistentModelIndex role(m_model->indexOf(u"streamingTarget.role"_s));
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy insertions(m_model.get(), &QAbstractItemModel::rowsInserted);
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
    QCOMPARE(m_model->value(sourceType), QJsonValue(u"MYSQL"_s));
}

void TestFormModel::bringsBackFormerType()
{
    const QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    m_model->setDefinition(definition);
    QVERIFY(set(sourceType, u"oracle"_s));
    QVERIFY(set(u"streamingSource.connection.pdb"_s, u"PDB1"_s));
    QVERIFY(set(targetType, u"s3"_s));
    QVERIFY(set(u"streamingTarget.bucket"_s, u"lake"_s));
    const QJsonObject other = m_model->definition();
    QVERIFY(set(sourceType, u"sqlserver"_s));
    QVERIFY(set(targetType, u"snowflake"_s));
    QCOMPARE(m_model->definition(), definition);
    QVERIFY(set(sourceType, u"oracle"_s));
    QVERIFY(set(targetType, u"s3"_s));
    QCOMPARE(m_model->definition(), other);
}

void TestFormModel::takesSharedValuesAlong()
{
    const QJsonObject definition = fixture(u"definitions/sqlserver-snowflake.json"_s);
    m_model->setDefinition(definition);
    QVERIFY(set(sourceType, u"mysql"_s));
    for (const QString &path : {host, port, username, password, sourceTables,
                                u"streamingSource.connection.jdbcProperties"_s})
        QCOMPARE(m_model->value(path), JsonPath::value(definition, path));
    QVERIFY(m_model->value(u"streamingSource.connection.database"_s).isUndefined());
    QVERIFY(m_model->value(u"streamingSource.heartbeat"_s).isUndefined());
}

void TestFormModel::portFollowsType()
{
    m_model->startNew();
    QVERIFY(set(sourceType, u"sqlserver"_s));
    QCOMPARE(m_model->value(port), QJsonValue(1433));
    QVERIFY(set(sourceType, u"postgres"_s));
    QCOMPARE(m_model->value(port), QJsonValue(5432));
    QVERIFY(set(port, 15432));
    QVERIFY(set(sourceType, u"mysql"_s));
    QCOMPARE(m_model->value(port), QJsonValue(15432));
}

void TestFormModel::setsWholeObject()
{
    m_model->setDefinition(guide());
    const QJsonObject other = fixture(u"definitions/oracle-s3.json"_s);
    QVERIFY(m_model->setValue(u"streamingSource"_s, other.value(u"streamingSource"_s)));
    QCOMPARE(m_model->value(u"streamingSource"_s), other.value(u"streamingSource"_s));
    QCOMPARE(data(u"streamingSource.connection.pdb"_s, FormModel::ValueRole).toJsonValue(),
             QJsonValue(u"LEDGER"_s));
    QCOMPARE(data(host, FormModel::ValueRole).toJsonValue(), QJsonValue(u"ora.bank.example"_s));
}

void TestFormModel::tellsExactRoles()
{
    m_model->setDefinition(guide());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy definitions(m_model.get(), &FormModel::definitionChanged);
    QVERIFY(set(host, u"other.example"_s));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), m_model->indexOf(host));
    QCOMPARE(changes.first().at(1).toModelIndex(), m_model->indexOf(host));
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
    QVERIFY(m_model->setValue(authentication + u".passphrase.secretKey"_s, u"pass"_s));
    QSet<QString> told;
    for (const auto &change : std::as_const(changes))
        told.insert(change.first().toModelIndex().data(FormModel::PathRole).toString());
    QCOMPARE(told, (QSet<QString>{authentication, authentication + u".passphrase"_s}));
}

void TestFormModel::tellsNothingWithoutChange()
{
    m_model->setDefinition(guide());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy definitions(m_model.get(), &FormModel::definitionChanged);
    QSignalSpy problems(m_model.get(), &FormModel::problemsChanged);
    QVERIFY(set(host, m_model->value(host)));
    QVERIFY(set(u"streamingTarget.role"_s, m_model->value(u"streamingTarget.role"_s)));
    QVERIFY(m_model->setValue(u"no.such.key"_s, gone));
    m_model->markAllVisited();
    m_model->markVisited(m_model->indexOf(host));
    m_model->clearServerErrors();
    m_model->setAdvice(u"agentId"_s, {});
    QVERIFY(!m_model->setData(m_model->indexOf(host), u"x"_s, Qt::EditRole));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(definitions.count(), 0);
    QCOMPARE(problems.count(), 0);
}

void TestFormModel::marksChanges()
{
    m_model->setDefinition(guide());
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(host, u"x"_s));
    QVERIFY(data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(host, JsonPath::value(guide(), host)));
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
    QVERIFY(set(sourceType, u"postgres"_s));
    QVERIFY(data(sourceType, FormModel::ChangedRole).toBool());
    QVERIFY(data(port, FormModel::ChangedRole).toBool());
    QVERIFY(!data(host, FormModel::ChangedRole).toBool());
}

void TestFormModel::checks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QString &path, const QJsonValue &value,
                        const QString &problem = {}) {
        QTest::newRow(name) << path << value << problem;
    };
    const QString runner = u"agentId"_s;
    const QString notRunner =
        u"This is not the id of a runner. Choose a runner from the list, or enter an id like "
        "2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6."_s;
    const QString badPort = u"Enter a port from 1 to 65535."_s;
    row("missing", username, gone, u"Enter a username."_s);
    row("null", username, QJsonValue::Null, u"Enter a username."_s);
    row("empty", username, QString(), u"Enter a username."_s);
    row("blank", username, u" \t"_s, u"Enter a username."_s);
    row("no text", username, 5, u"Text is expected here."_s);
    row("optional, empty", u"streamingTarget.stagePrefix"_s, QString());
    row("optional, blank", u"streamingTarget.stagePrefix"_s, u"  "_s,
        u"There is only white space here. Enter a text or clear it."_s);
    row("lowest port", port, 1);
    row("highest port", port, 65535);
    row("port 0", port, 0, badPort);
    row("port too high", port, 65536, badPort);
    row("half a port", port, 1433.5, badPort);
    row("port as text", port, u"1433"_s, badPort);
    row("no port", port, gone, badPort);
    row("runner in upper case", runner, u"2734AA6F-0C64-4D2B-9406-F44DC8F1F3B6"_s);
    row("no runner", runner, gone, u"Choose a runner."_s);
    row("name of a runner", runner, u"Test-agent"_s, notRunner);
    row("braces", runner, u"{2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6}"_s, notRunner);
    row("choice in lower case", u"streamingTarget.tablePrefixType"_s, u"prefix"_s);
    row("new choice", u"streamingTarget.tablePrefixType"_s, u"SUFFIX"_s);
    row("no choice", u"streamingTarget.tablePrefixType"_s, gone, u"Choose how tables are named."_s);
    row("no reference", password, gone, u"Say which secret holds the password."_s);
    row("empty reference", password, QJsonObject(), u"Say which secret holds the password."_s);
    row("reference without type", password, QJsonObject{{u"secretName"_s, u"x"_s}},
        u"Choose where the secret is kept."_s);
    row("reference without name", password,
        QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, u" "_s}},
        u"Enter the name of the secret."_s);
    row("optional reference with nothing in it", authentication + u".passphrase"_s,
        QJsonObject{{u"secretType"_s, QString()}, {u"secretName"_s, QString()}});
    row("optional reference without name", authentication + u".passphrase"_s,
        QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}},
        u"Enter the name of the secret."_s);
    row("no tables", sourceTables, gone, u"Add at least one table."_s);
    row("empty tables", sourceTables, QJsonArray(), u"Add at least one table."_s);
    row("table without schema", sourceTables,
        QJsonArray{QJsonObject{{u"schema"_s, u"a"_s}, {u"table"_s, u"b"_s}},
                   QJsonObject{{u"table"_s, u"b"_s}}},
        u"Enter a schema in row 2."_s);
    row("a map that is none", u"advancedProperties"_s, u"x"_s, u"Check the advanced properties."_s);
    row("no source", sourceType, gone, u"Choose a source."_s);
}

void TestFormModel::checks()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    m_model->setDefinition(guide());
    QVERIFY(m_model->indexOf(path).isValid());
    QCOMPARE(m_model->checkRow(m_model->indexOf(path).row()), QString());
    QVERIFY(set(path, value));
    QTEST(m_model->checkRow(m_model->indexOf(path).row()), "problem");
}

void TestFormModel::showsChecksWhenLeft()
{
    m_model->startNew();
    QVERIFY(set(sourceType, u"mysql"_s));
    QSignalSpy problems(m_model.get(), &FormModel::problemsChanged);
    QCOMPARE(error(host), QString());
    m_model->markVisited(m_model->indexOf(host));
    QCOMPARE(error(host), u"Enter the host of the database."_s);
    QCOMPARE(m_model->problemCount(), 1);
    QCOMPARE(m_model->problemCount(Section::SourceConnection), 1);
    QCOMPARE(m_model->problemCount(Section::Basics), 0);
    QCOMPARE(problems.count(), 1);
    QVERIFY(set(host, u"h"_s));
    QCOMPARE(error(host), QString());
    QCOMPARE(problems.count(), 2);
    QVERIFY(set(host, u"hh"_s));
    QCOMPARE(problems.count(), 2);
    m_model->markAllVisited();
    QCOMPARE(m_model->problemCount(Section::SourceConnection), 2); // username, password
    QCOMPARE(m_model->problemCount(Section::TargetType), 1);
}

void TestFormModel::groupSpeaksForItsRows()
{
    m_model->setDefinition(fixture(u"guide/create-invalid.json"_s));
    m_model->markVisited(m_model->indexOf(authentication + u".privateKey"_s));
    QCOMPARE(error(authentication), u"Set up how the runner signs in to Snowflake."_s);
    m_model->markAllVisited();
    QCOMPARE(m_model->problemCount(Section::TargetConnection), 1);
    QVERIFY(set(authentication + u".type"_s, u"key-pair"_s));
    QCOMPARE(error(authentication), QString());
    QCOMPARE(error(authentication + u".privateKey"_s),
             u"Say which secret holds the private key."_s);
}

void TestFormModel::refusesSecrets_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const QString key = u"-----BEGIN PRIVATE KEY-----\nMIIE"_s;
    const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                {u"secretName"_s, key}};
    QTest::newRow("in a part") << password << QJsonValue(reference);
    QTest::newRow("by the part's path") << password + u".secretName"_s << QJsonValue(key);
    QTest::newRow("in place of the reference") << password << QJsonValue(u"hunter2"_s);
    QTest::newRow("within the whole source")
        << u"streamingSource"_s
        << QJsonValue(QJsonObject{{u"type"_s, u"mysql"_s},
                                  {u"connection"_s, QJsonObject{{u"password"_s, u"hunter2"_s}}}});
    QTest::newRow("private key") << authentication + u".privateKey"_s << QJsonValue(reference);
}

void TestFormModel::refusesSecrets()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    m_model->setDefinition(guide());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(!m_model->setValue(path, value));
    if (m_model->indexOf(path).isValid())
        QVERIFY(!set(path, value));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(m_model->definition(), guide());
}

void TestFormModel::advises()
{
    m_model->setDefinition(guide());
    QVERIFY(set(host, u" db.example"_s));
    QCOMPARE(data(host, FormModel::AdviceRole).toString(),
             u"There is white space at the start or the end."_s);
    QCOMPARE(m_model->checkRow(m_model->indexOf(host).row()), QString());
    const QJsonObject table{{u"schema"_s, u"a"_s}, {u"table"_s, u"b"_s}};
    QVERIFY(set(sourceTables, QJsonArray{table, table}));
    QCOMPARE(data(sourceTables, FormModel::AdviceRole).toString(),
             u"a.b is in the list more than once."_s);
    QVERIFY(m_model->setValue(password + u".secretLocation"_s, gone));
    QVERIFY(data(password, FormModel::AdviceRole).toString().contains(u"vault"_s));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setAdvice(u"agentId"_s, u"Runner is used by orders."_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{FormModel::AdviceRole});
    QCOMPARE(data(u"agentId"_s, FormModel::AdviceRole).toString(), u"Runner is used by orders."_s);
    m_model->setAdvice(u"agentId"_s, {});
    QCOMPARE(data(u"agentId"_s, FormModel::AdviceRole).toString(), QString());
}

void TestFormModel::showsServersWords()
{
    m_model->setDefinition(fixture(u"guide/create-invalid.json"_s));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy problems(m_model.get(), &FormModel::problemsChanged);
    m_model->setServerErrors({{authentication, u"must not be null"_s},
                              {username, u"must not be empty"_s},
                              {u"name"_s, u"is taken"_s}});
    QCOMPARE(error(username), u"Enter a username. The server says: \"must not be empty\"."_s);
    QCOMPARE(error(authentication), u"Set up how the runner signs in to Snowflake. "
                                    "The server says: \"must not be null\"."_s);
    QCOMPARE(error(u"name"_s), u"The server says: \"is taken\"."_s);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(problems.count(), 1);
    QVERIFY(m_model->unplacedErrors().isEmpty());
    QCOMPARE(m_model->problemCount(Section::SourceConnection), 1);
    QCOMPARE(m_model->problemCount(Section::TargetConnection), 1);
    // The client check does not say the same again.
    m_model->markAllVisited();
    QCOMPARE(error(username), u"Enter a username. The server says: \"must not be empty\"."_s);
    m_model->clearServerErrors();
    QCOMPARE(error(username), u"Enter a username."_s);
    QCOMPARE(error(u"name"_s), QString());
    QCOMPARE(problems.count(), 2);
}

void TestFormModel::placesErrors_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("row");   // empty: unplaced
    QTest::addColumn<QString>("place"); // as serverErrors() says it
    QTest::addColumn<QString>("text");
    QTest::newRow("index in brackets")
        << u"streamingSource.tables[1].schema"_s << sourceTables << u"[1].schema"_s
        << u"Enter a schema in row 2. The server says: \"must not be empty\"."_s;
    QTest::newRow("index with dots")
        << u"streamingSource.tables.1.table"_s << sourceTables << u"[1].table"_s
        << u"Enter a table in row 2. The server says: \"must not be empty\"."_s;
    QTest::newRow("part of a reference")
        << password + u".secretName"_s << password << u"secretName"_s
        << u"Enter the name of the secret. The server says: \"must not be empty\"."_s;
    QTest::newRow("key of a map") << u"advancedProperties.max.batch.size"_s
                                  << u"advancedProperties"_s << u"max.batch.size"_s
                                  << u"The server says of max.batch.size: \"must not be empty\"."_s;
    QTest::newRow("unknown key of a group")
        << authentication + u".kind"_s << authentication << u"kind"_s
        << u"The server says of kind: \"must not be empty\"."_s;
    QTest::newRow("object without a row")
        << u"streamingSource.connection"_s << host << QString()
        << u"Enter the host of the database. The server says: \"must not be empty\"."_s;
    QTest::newRow("whole target") << u"streamingTarget"_s << targetType << QString()
                                  << u"Choose a target. The server says: \"must not be empty\"."_s;
    QTest::newRow("unknown") << u"streamingSource.connection.charset"_s << QString() << QString()
                             << QString();
    QTest::newRow("begins alike") << u"names"_s << QString() << QString() << QString();
    QTest::newRow("without a place") << QString() << QString() << QString() << QString();
}

void TestFormModel::placesErrors()
{
    QFETCH(QString, field);
    QFETCH(QString, row);
    QFETCH(QString, place);
    QFETCH(QString, text);
    m_model->setDefinition(guide());
    QSignalSpy problems(m_model.get(), &FormModel::problemsChanged);
    const Violation violation{field, u"must not be empty"_s};
    m_model->setServerErrors({violation});
    QCOMPARE(problems.count(), 1);
    if (row.isEmpty()) {
        QCOMPARE(m_model->unplacedErrors(), QList<Violation>{violation});
        QCOMPARE(m_model->problemCount(), 0);
        return;
    }
    QVERIFY(m_model->unplacedErrors().isEmpty());
    QCOMPARE(m_model->problemCount(), 1);
    QCOMPARE(error(row), text);
    QCOMPARE(m_model->serverErrors(m_model->indexOf(row)),
             (QList<Violation>{{place, u"must not be empty"_s}}));
}

void TestFormModel::editAnswersErrors()
{
    m_model->setDefinition(fixture(u"guide/create-invalid.json"_s));
    const auto refuse = [this] {
        m_model->setServerErrors({{authentication, u"must not be null"_s},
                                  {username, u"must not be empty"_s},
                                  {u"streamingSource.connection"_s, u"is odd"_s},
                                  {u"elsewhere"_s, u"is odd"_s}});
    };
    refuse();
    // A row of the group answers the group's message; others stay.
    QVERIFY(set(authentication + u".type"_s, u"key-pair"_s));
    QCOMPARE(error(authentication), QString());
    QVERIFY(!error(username).isEmpty());
    QVERIFY(!error(host).isEmpty());
    // The message about the connection stands at the host, and any edit below it answers it.
    QVERIFY(set(username, u"sa"_s));
    QCOMPARE(error(username), QString());
    QCOMPARE(error(host), QString());
    QCOMPARE(m_model->problemCount(), 0);
    QCOMPARE(m_model->unplacedErrors().size(), 1);
    refuse();
    // Another type: what was said of the former one is answered.
    QVERIFY(set(sourceType, u"mysql"_s));
    QCOMPARE(m_model->problemCount(Section::SourceConnection), 0);
    QCOMPARE(m_model->problemCount(Section::TargetConnection), 1);
}

void TestFormModel::visitsProblemsInOrder()
{
    m_model->setDefinition(guide());
    QVERIFY(!m_model->nextProblem({}).isValid());
    m_model->setServerErrors(
        {{u"streamingTarget.role"_s, u"x"_s}, {u"advancedProperties"_s, u"x"_s}, {host, u"x"_s}});
    const QModelIndex first = m_model->indexOf(host);
    const QModelIndex second = m_model->indexOf(u"streamingTarget.role"_s);
    const QModelIndex third = m_model->indexOf(u"advancedProperties"_s);
    QCOMPARE(m_model->nextProblem({}), first);
    QCOMPARE(m_model->nextProblem(first), second);
    QCOMPARE(m_model->nextProblem(second), third);
    QCOMPARE(m_model->nextProblem(third), first);
    QCOMPARE(m_model->nextProblem(m_model->index(0)), first);
    QCOMPARE(m_model->nextProblem({}, true), third);
    QCOMPARE(m_model->nextProblem(first, true), third);
    QCOMPARE(m_model->nextProblem(third, true), second);
    m_model->setServerErrors({{host, u"x"_s}});
    QCOMPARE(m_model->nextProblem(first), first);
}

QTEST_APPLESS_MAIN(TestFormModel)
#include "tst_formmodel.moc"
