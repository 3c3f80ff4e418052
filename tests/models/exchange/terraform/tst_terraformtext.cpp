// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "models/definition/pipelinetypes.h"
#include "models/exchange/terraform/terraformnames.h"
#include "models/exchange/terraform/terraformtext.h"
#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QByteArray fileText(const QString &path)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA) + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject fixture(const QString &name)
{
    return parseJsonObject(fileText(u"/definitions/%1.json"_s.arg(name)))
        .object.value_or(QJsonObject());
}

TerraformText written(const QJsonObject &definition)
{
    TerraformOptions options;
    options.withProvider = false;
    return terraformText({{u"project-1"_s, u"pipeline-1"_s, definition}}, options);
}

QStringList gapPaths(const TerraformText &text)
{
    QStringList paths;
    for (const TerraformGap &gap : text.gaps)
        paths += gap.path;
    paths.sort();
    return paths;
}

// A sound definition of any source and target that the provider has.
QJsonObject generated(const TypeInfo &source, const TypeInfo &target)
{
    QJsonObject definition{{u"name"_s, u"generated"_s},
                           {u"agentId"_s, u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s}};
    DefinitionPath::fromText(u"streamingSource.type"_s)
        .setAndPruneIn(definition, QString::fromLatin1(source.id));
    DefinitionPath::fromText(u"streamingTarget.type"_s)
        .setAndPruneIn(definition, QString::fromLatin1(target.id));
    const QJsonObject secret{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                             {u"secretName"_s, u"s"_s}};
    for (const TypeInfo *type : {&source, &target}) {
        for (const Field &field : type->fields) {
            const QString path = QString::fromLatin1(field.path);
            switch (field.kind) {
            case FieldKind::Group: break;
            case FieldKind::Secret:
                DefinitionPath::fromText(path).setAndPruneIn(definition, secret);
                break;
            case FieldKind::Number:
                DefinitionPath::fromText(path).setAndPruneIn(definition, 1433);
                break;
            case FieldKind::Choice:
                DefinitionPath::fromText(path).setAndPruneIn(
                    definition, QString::fromLatin1(field.choices[0].value));
                break;
            case FieldKind::Map:
                DefinitionPath::fromText(path).setAndPruneIn(definition,
                                                             QJsonObject{{u"a.b"_s, u"c"_s}});
                break;
            case FieldKind::Tables:
                DefinitionPath::fromText(path).setAndPruneIn(
                    definition,
                    QJsonArray{QJsonObject{{u"schema"_s, u"s"_s}, {u"table"_s, u"t"_s}}});
                break;
            case FieldKind::Text:
            case FieldKind::Type:
            case FieldKind::Runner:
                DefinitionPath::fromText(path).setAndPruneIn(definition, u"text"_s);
                break;
            }
        }
    }
    return definition;
}

// True for a type that every version of the provider has.
bool hasPlace(const TypeInfo &type)
{
    return !TerraformNames::side(&type).isEmpty() && !TerraformNames::isNewer(&type);
}

// Empty, or what "terraform fmt" would write instead.
QByteArray formatted(const QString &terraform, const QString &text)
{
    QProcess fmt;
    fmt.start(terraform, {u"fmt"_s, u"-check"_s, u"-diff"_s, u"-"_s});
    fmt.write(text.toUtf8());
    fmt.closeWriteChannel();
    if (!fmt.waitForFinished(60'000))
        return "terraform did not end";
    if (fmt.exitCode() == 0)
        return {};
    return "not formatted:\n" + fmt.readAllStandardOutput() + fmt.readAllStandardError();
}

} // namespace

class TestTerraformText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactText_data();
    void exactText();
    void holdsEveryField_data();
    void holdsEveryField();
    void isFormatted_data();
    void isFormatted();
    void awkwardTextIsFormatted();
    void listsWhatItCannotHold();
    void sayNothingWhenAllIsHeld();
    void unknownTypes();
    void severalPipelines();
    void draftIsNotImported();
    void providerBlocks();
};

void TestTerraformText::exactText_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"sqlserver-snowflake", "oracle-s3", "postgres-abs", "mysql-gcs", "db2ibmi-snowflake"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTerraformText::exactText()
{
    QFETCH(QString, name);
    const QJsonObject definition = fixture(name);
    QVERIFY(!definition.isEmpty());
    const QByteArray expected = fileText(u"/terraform/%1.tf"_s.arg(name));
    QCOMPARE(written(definition).text, QString::fromUtf8(expected));
}

void TestTerraformText::holdsEveryField_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    for (const TypeInfo &source : sourceTypes()) {
        for (const TypeInfo &target : targetTypes()) {
            // The provider has no place for a type without a name, and not in each version for a
            // newer one: the text says so, as a gap.
            if (hasPlace(source) && hasPlace(target))
                QTest::addRow("%s to %s", source.id, target.id)
                    << QString::fromLatin1(source.id) << QString::fromLatin1(target.id);
        }
    }
}

void TestTerraformText::holdsEveryField()
{
    QFETCH(QString, source);
    QFETCH(QString, target);
    const QJsonObject definition = generated(*findSourceType(source), *findTargetType(target));
    const TerraformText text = written(definition);
    QCOMPARE(gapPaths(text), QStringList());
    QVERIFY(!text.text.contains(u"What the provider cannot hold"_s));
    // One line a field, but for the sign-in's type, which the provider says by itself.
    for (const char *attribute : {"host ", "port ", "username ", "password ", "jdbc_properties "})
        QVERIFY2(text.text.contains(QLatin1String(attribute)), attribute);
    QCOMPARE(text.text.contains(u"key-pair"_s), false);
}

void TestTerraformText::isFormatted_data()
{
    holdsEveryField_data();
}

void TestTerraformText::isFormatted()
{
    const QString terraform = QStandardPaths::findExecutable(u"terraform"_s);
    if (terraform.isEmpty())
        QSKIP("terraform is not installed");
    QFETCH(QString, source);
    QFETCH(QString, target);
    const QJsonObject definition = generated(*findSourceType(source), *findTargetType(target));
    const QByteArray problem =
        formatted(terraform,
                  terraformText({{u"p"_s, u"s"_s, definition}, {u"p"_s, u"t"_s, definition}}).text);
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void TestTerraformText::awkwardTextIsFormatted()
{
    const QString terraform = QStandardPaths::findExecutable(u"terraform"_s);
    if (terraform.isEmpty())
        QSKIP("terraform is not installed");
    QJsonObject definition = fixture(u"sqlserver-snowflake"_s);
    const QString awkward = u"\"q\" \\ ${a} %{b} $${c}\n\t東🚰 \u0007 # // /*"_s;
    definition[u"name"] = awkward;
    definition[awkward] = 1;
    definition[u"advancedProperties"] =
        QJsonObject{{awkward, awkward}, {u"é"_s, u"e"_s}, {u"ab"_s, 0.5}, {u""_s, true}};
    const QByteArray problem = formatted(terraform, written(definition).text);
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void TestTerraformText::listsWhatItCannotHold()
{
    const QString source = u"streamingSource."_s;
    const QString target = u"streamingTarget."_s;
    const QString signIn = target + u"connection.authentication."_s;
    QStringList expected{
        u"x-owner"_s,
        u"advancedProperties.poll.interval.ms"_s,
        source + u"heartbeat"_s,
        source + u"connection.password.secretLocation"_s,
        source + u"connection.password.version"_s,
        source + u"connection.jdbcProperties.encrypt"_s,
        source + u"connection.jdbcProperties.lockTimeout"_s,
        source + u"tables[0].columns"_s,
        target + u"clusterBy"_s,
        signIn + u"privateKey.secretLocation"_s,
        signIn + u"passphrase.secretLocation"_s,
        target + u"connection.jdbcProperties.networkTimeout"_s,
    };
    expected.sort();
    const TerraformText text = written(fixture(u"sqlserver-snowflake"_s));
    QCOMPARE(gapPaths(text), expected);
    for (const TerraformGap &gap : text.gaps) {
        QVERIFY(!gap.reason.isEmpty());
        QVERIFY(text.text.contains(u"# - %1: %2\n"_s.arg(gap.path, gap.reason)));
    }
}

void TestTerraformText::sayNothingWhenAllIsHeld()
{
    QJsonObject definition = generated(*findSourceType(u"mysql"_s), *findTargetType(u"s3"_s));
    definition[u"streamingPipelineId"] = u"id"_s;
    definition[u"projectId"] = u"project"_s;
    DefinitionPath::fromText(u"streamingTarget.prefix"_s).setAndPruneIn(definition, u""_s);
    QCOMPARE(gapPaths(written(definition)), QStringList());
    DefinitionPath::fromText(u"streamingTarget.bucket"_s).setAndPruneIn(definition, u"e\u0301"_s);
    QCOMPARE(gapPaths(written(definition)), QStringList{u"streamingTarget.bucket"_s});
    DefinitionPath::fromText(u"streamingTarget.bucket"_s)
        .setAndPruneIn(definition, QJsonValue::Undefined);
    QCOMPARE(gapPaths(written(definition)), QStringList{u"streamingTarget.bucket"_s});
}

void TestTerraformText::unknownTypes()
{
    const TerraformText text = written(fixture(u"unknown-types"_s));
    const QStringList expected{u"streamingSource"_s, u"streamingTarget"_s};
    QCOMPARE(gapPaths(text), expected);
    QVERIFY(text.gaps.constFirst().reason.contains(u"mongodb"_s));
    QCOMPARE(gapPaths(written({})).size(), 4); // name and runner, too
}

void TestTerraformText::severalPipelines()
{
    QJsonObject definition = fixture(u"oracle-s3"_s);
    QList<TerraformPipeline> pipelines;
    for (const QString &name : {u"Orders (EU)"_s, u"orders eu"_s, u"東京"_s, u"2024"_s}) {
        definition[u"name"] = name;
        pipelines.append({u"p"_s, u"s"_s, definition});
    }
    const TerraformText text = terraformText(pipelines);
    for (const QString &label :
         {u"orders_eu"_s, u"orders_eu_2"_s, u"pipeline"_s, u"pipeline_2024"_s}) {
        QVERIFY2(text.text.contains(u"\"matillion-streaming_pipeline\" \"%1\" {"_s.arg(label)),
                 qPrintable(label));
        QVERIFY(text.text.contains(u"= matillion-streaming_pipeline.%1\n"_s.arg(label)));
    }
    QCOMPARE(text.gaps.constLast().pipeline, 3);
}

void TestTerraformText::draftIsNotImported()
{
    const TerraformText text = terraformText({{u"p"_s, QString(), fixture(u"oracle-s3"_s)}});
    QVERIFY(!text.text.contains(u"import {"_s));
}

void TestTerraformText::providerBlocks()
{
    TerraformOptions options;
    QVERIFY(terraformText({}, options).text.contains(u"account_id = var.account_id\n"_s));
    options.accountId = u"acc"_s;
    options.region = u"eu"_s;
    QCOMPARE(terraformText({}, options).text,
             u"terraform {\n"
             "  required_version = \">= 1.5\"\n"
             "  required_providers {\n"
             "    matillion-streaming = {\n"
             "      source = \"matillion-public/matillion-streaming\"\n"
             "    }\n"
             "  }\n"
             "}\n"
             "\n"
             "# Signs in with MATILLION_CLIENT_ID and MATILLION_CLIENT_SECRET.\n"
             "provider \"matillion-streaming\" {\n"
             "  account_id = \"acc\"\n"
             "  region     = \"eu\"\n"
             "}\n"_s);
}

SLUICE_TEST(TestTerraformText, Core)
#include "tst_terraformtext.moc"
