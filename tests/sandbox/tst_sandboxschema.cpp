// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/schema.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Sandbox;

// The check against the schemas: every kind of fault, many at once, and the spelling of enum
// values.
class TestSandboxSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsTheGuidesExample();
    void findsOneFault_data();
    void findsOneFault();
    void findsAllFaultsAtOnce();
    void namesEverythingMissing_data();
    void namesEverythingMissing();
    void checksAgents();

private:
    static QJsonObject guide();
    QStringList faultsOf(const QJsonObject &body, const QString &definition) const;

    const Schema m_pipelines{u":/sandbox/pipeline.schema.json"_s};
    const Schema m_agents{u":/sandbox/agent.schema.json"_s};
};

namespace {

// Puts the value at a path like a.b[1].c of the object. An undefined value removes the key.
QJsonValue with(const QJsonValue &at, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString name = path.takeFirst();
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = at.toArray();
        array[index] = with(array.at(index), path, value);
        return array;
    }
    QJsonObject object = at.toObject();
    object.insert(name, with(object.value(name), path, value));
    return object;
}

QJsonObject with(const QJsonObject &body, const QString &path, const QJsonValue &value)
{
    QString parts = path;
    parts.replace(u'[', u'.').remove(u']');
    return with(QJsonValue(body), parts.split(u'.'), value).toObject();
}

QStringList linesOf(const QList<Fault> &faults)
{
    QStringList lines;
    for (const Fault &fault : faults)
        lines.append(fault.field + u": "_s + fault.message);
    return lines;
}

constexpr auto none = QJsonValue::Undefined;
constexpr auto null = QJsonValue::Null;

// Adds a row to findsOneFault: a value, its path, and the expected message (empty: no fault).
void addRow(const char *path, const QJsonValue &value, const char *message)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    QTest::addRow("%s %s%s", path, json.constData(), value.isUndefined() ? " removed" : "")
        << QString::fromLatin1(path) << value << QString::fromLatin1(message);
}

void addSourceRows()
{
    addRow("streamingSource", none, "must not be null");
    addRow("streamingSource", u"x"_s, "must be an object");
    addRow("streamingSource.type", u"mongodb"_s,
           "must be one of sqlserver, oracle, postgres, mysql, db2ibmi");
    addRow("streamingSource.type", none, "must not be empty");
    addRow("streamingSource.type", u"SQLSERVER"_s, "");
    addRow("streamingSource.connection", null, "must not be null");
    addRow("streamingSource.connection.port", none, "must not be null");
    addRow("streamingSource.connection.port", 0, "must be between 1 and 65535");
    addRow("streamingSource.connection.port", 65536, "must be between 1 and 65535");
    addRow("streamingSource.connection.port", 65535, "");
    addRow("streamingSource.connection.port", 1.5, "must be an integer");
    addRow("streamingSource.connection.port", u"1433"_s, "must be an integer");
    addRow("streamingSource.connection.database", none, "must not be empty");
    addRow("streamingSource.connection.password", u"secret"_s, "must be an object");
    addRow("streamingSource.connection.password.secretType", u"VAULT"_s,
           "must be one of AWS_SECRETS_MANAGER, AZURE_KEY_VAULT, GOOGLE_SECRET_MANAGER");
    addRow("streamingSource.connection.password.secretType", u""_s, "must not be empty");
    addRow("streamingSource.connection.password.secretName", none, "must not be empty");
    addRow("streamingSource.connection.password.secretLocation", none, "");
    addRow("streamingSource.connection.jdbcProperties", none, "");
    addRow("streamingSource.connection.jdbcProperties", QJsonArray(), "must be an object");
    addRow("streamingSource.connection.jdbcProperties.deep", QJsonObject(),
           "must be a string or a number or true or false");
    addRow("streamingSource.connection.jdbcProperties.none", null,
           "must be a string or a number or true or false");
    addRow("streamingSource.connection.jdbcProperties.encrypt", true, "");
    addRow("streamingSource.tables", none, "must not be empty");
    addRow("streamingSource.tables", QJsonArray(), "must not be empty");
    addRow("streamingSource.tables", QJsonObject(), "must be an array");
    addRow("streamingSource.tables[1].schema", none, "must not be empty");
    addRow("streamingSource.tables[0]", null, "must not be null");
    addRow("streamingSource.tables[1]", u"a.b"_s, "must be an object");
}

void addTargetRows()
{
    addRow("streamingTarget.type", u"redshift"_s, "must be one of snowflake, s3, abs, gcs");
    addRow("streamingTarget.connection.authentication", none, "must not be null");
    addRow("streamingTarget.connection.authentication.type", u"password"_s,
           "must be one of key-pair");
    addRow("streamingTarget.connection.authentication.privateKey", null, "must not be null");
    addRow("streamingTarget.connection.authentication.passphrase", none, "");
    addRow("streamingTarget.stagePrefix", none, "");
    addRow("streamingTarget.temporalMapping", u"DAYS"_s, "must be one of NATIVE, EPOCH");
    addRow("streamingTarget.tablePrefixType", none, "must not be empty");
}

} // namespace

QJsonObject TestSandboxSchema::guide()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QStringList TestSandboxSchema::faultsOf(const QJsonObject &body, const QString &definition) const
{
    const bool isAgent = definition.startsWith("Agent"_L1);
    return linesOf((isAgent ? m_agents : m_pipelines).check(body, definition).faults);
}

void TestSandboxSchema::acceptsTheGuidesExample()
{
    const Checked checked = m_pipelines.check(guide(), u"StreamingPipelineRequest"_s);
    QCOMPARE(linesOf(checked.faults), QStringList());
    QCOMPARE(checked.value, guide());
}

void TestSandboxSchema::findsOneFault_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message");
    addSourceRows();
    addTargetRows();
    addRow("name", none, "must not be empty");
    addRow("name", null, "must not be empty");
    addRow("name", u""_s, "must not be empty");
    addRow("name", 7, "must be a string");
    addRow("agentId", u"7"_s, "must be a valid UUID");
    addRow("agentId", u""_s, "must not be empty");
    addRow("agentId", u"{2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6}"_s, "must be a valid UUID");
    addRow("advancedProperties", null, "");
    addRow("advancedProperties", u"x"_s, "must be an object");
    addRow("somethingNew", QJsonArray{1, 2}, "");
}

void TestSandboxSchema::findsOneFault()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, message);
    const QStringList expected =
        message.isEmpty() ? QStringList() : QStringList{path + u": "_s + message};
    QCOMPARE(faultsOf(with(guide(), path, value), u"StreamingPipelineRequest"_s), expected);
}

void TestSandboxSchema::findsAllFaultsAtOnce()
{
    QJsonObject body = with(guide(), u"name"_s, u""_s);
    body = with(body, u"agentId"_s, u"x"_s);
    body = with(body, u"streamingSource.connection.port"_s, 0);
    body = with(body, u"streamingSource.connection.username"_s, QJsonValue::Undefined);
    body = with(body, u"streamingSource.tables[0].table"_s, QJsonValue());
    body = with(body, u"streamingTarget.role"_s, 5);
    body = with(body, u"streamingTarget.connection.authentication"_s, QJsonValue());
    body = with(body, u"advancedProperties.list"_s, QJsonArray());
    const QStringList expected{
        u"name: must not be empty"_s,
        u"agentId: must be a valid UUID"_s,
        u"streamingTarget.connection.authentication: must not be null"_s,
        u"streamingTarget.role: must be a string"_s,
        u"streamingSource.connection.port: must be between 1 and 65535"_s,
        u"streamingSource.connection.username: must not be empty"_s,
        u"streamingSource.tables[0].table: must not be empty"_s,
        u"advancedProperties.list: must be a string or a number or true or false"_s};
    QCOMPARE(faultsOf(body, u"StreamingPipelineRequest"_s), expected);
}

void TestSandboxSchema::namesEverythingMissing_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("fields");
    QTest::newRow("sqlserver") << u"streamingSource"_s << u"sqlserver"_s << u"connection tables"_s;
    QTest::newRow("postgres") << u"streamingSource"_s << u"postgres"_s << u"connection tables"_s;
    QTest::newRow("oracle") << u"streamingSource"_s << u"oracle"_s << u"connection tables"_s;
    QTest::newRow("mysql") << u"streamingSource"_s << u"mysql"_s << u"connection tables"_s;
    QTest::newRow("db2ibmi") << u"streamingSource"_s << u"db2ibmi"_s << u"connection tables"_s;
    QTest::newRow("snowflake")
        << u"streamingTarget"_s << u"snowflake"_s
        << u"connection role warehouse database stageSchema stageName tableSchema tablePrefixType transformationType"_s;
    QTest::newRow("s3") << u"streamingTarget"_s << u"s3"_s << u"bucket"_s;
    QTest::newRow("gcs") << u"streamingTarget"_s << u"gcs"_s << u"bucket"_s;
    QTest::newRow("abs") << u"streamingTarget"_s << u"abs"_s
                         << u"container accountName accountKey"_s;
}

void TestSandboxSchema::namesEverythingMissing()
{
    QFETCH(const QString, at);
    QFETCH(const QString, type);
    QFETCH(const QString, fields);
    const QStringList lines =
        faultsOf(with(guide(), at, QJsonObject{{u"type"_s, type}}), u"StreamingPipelineRequest"_s);
    QStringList names;
    for (const QString &line : lines)
        names.append(line.section(u':', 0, 0).section(u'.', 1));
    QCOMPARE(names.join(u' '), fields);
}

void TestSandboxSchema::checksAgents()
{
    const QJsonObject good{{u"agentType"_s, u"Streaming"_s},
                           {u"cloudProvider"_s, u"AWS"_s},
                           {u"deployment"_s, u"fargate"_s},
                           {u"name"_s, u"runner"_s}};
    const Checked checked = m_agents.check(good, u"AgentCreate"_s);
    QCOMPARE(linesOf(checked.faults), QStringList());
    QCOMPARE(checked.value.value("agentType"_L1).toString(), u"streaming"_s);
    QCOMPARE(faultsOf(with(good, u"name"_s, QString(31, u'x')), u"AgentCreate"_s),
             QStringList{u"name: must have at most 30 characters"_s});
    QCOMPARE(faultsOf(with(good, u"enableAutoUpdates"_s, u"yes"_s), u"AgentCreate"_s),
             QStringList{u"enableAutoUpdates: must be true or false"_s});
    QCOMPARE(faultsOf({}, u"AgentCreate"_s).size(), 4);
    QCOMPARE(faultsOf({}, u"AgentUpdate"_s), QStringList());
}

SLUICE_TEST(TestSandboxSchema, Core)
#include "tst_sandboxschema.moc"
