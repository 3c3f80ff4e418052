// SPDX-License-Identifier: Apache-2.0
#include "tests/support/formmodelfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What the form says is wrong or doubtful by itself, and when.
class TestFormChecks final : public FormModelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void showsChecksWhenLeft();
    void showsChecksOfAPageThatIsLeft();
    void groupSpeaksForItsRows();

    void refusesSecrets_data();
    void refusesSecrets();
    void advises();
    void advisesOnAddresses_data();
    void advisesOnAddresses();
    void fixesAddressesAsOneEdit();
    void namesWhatCannotBeSeen_data();
    void namesWhatCannotBeSeen();
    void advisesOnProperties_data();
    void advisesOnProperties();
    void namesThatLookRandomAreTaken();
    void tellsMissingFromWrong();
};

void TestFormChecks::checks_data()
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

void TestFormChecks::checks()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    model()->setDefinition(guide());
    QVERIFY(model()->indexOf(path).isValid());
    QCOMPARE(model()->checkRow(model()->indexOf(path).row()), QString());
    QVERIFY(set(path, value));
    QTEST(model()->checkRow(model()->indexOf(path).row()), "problem");
}

void TestFormChecks::showsChecksWhenLeft()
{
    model()->startNew();
    QVERIFY(set(sourceType, u"mysql"_s));
    QSignalSpy problems(model(), &FormModel::problemsChanged);
    QCOMPARE(error(host), QString());
    model()->markVisited(model()->indexOf(host));
    QCOMPARE(error(host), u"Enter the host of the database."_s);
    QCOMPARE(model()->problemCount(), 1);
    QCOMPARE(model()->problemCount(Section::SourceConnection), 1);
    QCOMPARE(model()->problemCount(Section::Basics), 0);
    QCOMPARE(problems.count(), 1);
    QVERIFY(set(host, u"h"_s));
    QCOMPARE(error(host), QString());
    QCOMPARE(problems.count(), 2);
    QVERIFY(set(host, u"hh"_s));
    QCOMPARE(problems.count(), 2);
    model()->markAllVisited();
    QCOMPARE(model()->problemCount(Section::SourceConnection), 2); // username, password
    QCOMPARE(model()->problemCount(Section::TargetType), 1);
}

void TestFormChecks::showsChecksOfAPageThatIsLeft()
{
    model()->startNew();
    QVERIFY(set(sourceType, u"postgres"_s));
    QSignalSpy problems(model(), &FormModel::problemsChanged);
    model()->markSectionVisited(Section::SourceConnection);
    // host, database, username and password; the port has its usual value.
    QCOMPARE(model()->problemCount(Section::SourceConnection), 4);
    QCOMPARE(model()->problemCount(), 4);
    QCOMPARE(problems.count(), 1);
    model()->markSectionVisited(Section::SourceConnection);
    QCOMPARE(problems.count(), 1);
    // What is first shown later was not on the page that was left.
    QVERIFY(set(sourceType, u"oracle"_s));
    QCOMPARE(model()->problemCount(Section::Tables), 0);
}

void TestFormChecks::groupSpeaksForItsRows()
{
    model()->setDefinition(fixture(u"guide/create-invalid.json"_s));
    model()->markVisited(model()->indexOf(authentication + u".privateKey"_s));
    QCOMPARE(error(authentication), u"Set up how the runner signs in to Snowflake."_s);
    model()->markAllVisited();
    QCOMPARE(model()->problemCount(Section::TargetConnection), 1);
    QVERIFY(set(authentication + u".type"_s, u"key-pair"_s));
    QCOMPARE(error(authentication), QString());
    QCOMPARE(error(authentication + u".privateKey"_s),
             u"Say which secret holds the private key."_s);
}

void TestFormChecks::refusesSecrets_data()
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

void TestFormChecks::refusesSecrets()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    model()->setDefinition(guide());
    QSignalSpy changes(model(), &QAbstractItemModel::dataChanged);
    QVERIFY(!model()->setValue(path, value));
    if (model()->indexOf(path).isValid())
        QVERIFY(!set(path, value));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(model()->definition(), guide());
}

void TestFormChecks::advises()
{
    model()->setDefinition(guide());
    QVERIFY(set(host, u" db.example"_s));
    QCOMPARE(data(host, FormModel::AdviceRole).toString(),
             u"There is white space at the start or the end."_s);
    QCOMPARE(model()->checkRow(model()->indexOf(host).row()), QString());
    const QJsonObject table{{u"schema"_s, u"a"_s}, {u"table"_s, u"b"_s}};
    QVERIFY(set(sourceTables, QJsonArray{table, table}));
    QCOMPARE(data(sourceTables, FormModel::AdviceRole).toString(),
             u"a.b is in the list more than once."_s);
    QVERIFY(model()->setValue(password + u".secretLocation"_s, gone));
    QVERIFY(data(password, FormModel::AdviceRole).toString().contains(u"vault"_s));
    QSignalSpy changes(model(), &QAbstractItemModel::dataChanged);
    model()->setAdvice(u"agentId"_s, u"Runner is used by orders."_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{FormModel::AdviceRole});
    QCOMPARE(data(u"agentId"_s, FormModel::AdviceRole).toString(), u"Runner is used by orders."_s);
    model()->setAdvice(u"agentId"_s, {});
    QCOMPARE(data(u"agentId"_s, FormModel::AdviceRole).toString(), QString());
}

void TestFormChecks::advisesOnAddresses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDoubted");
    const QString bucket = u"streamingTarget.bucket"_s;
    const QString container = u"streamingTarget.container"_s;
    const auto row = [](const char *name, const QString &type, const QString &path,
                        const QString &text, bool isDoubted) {
        QTest::newRow(name) << type << path << text << isDoubted;
    };
    row("host", u"s3"_s, host, u"db.example.com"_s, false);
    row("address of six parts", u"s3"_s, host, u"2001:db8::15"_s, false);
    row("scheme", u"s3"_s, host, u"https://db.example.com"_s, true);
    row("path", u"s3"_s, host, u"db.example.com/orders"_s, true);
    row("port", u"s3"_s, host, u"db.example.com:5432"_s, true);
    row("white space", u"s3"_s, host, u"db example"_s, true);
    row("bucket", u"s3"_s, bucket, u"my-bucket.eu"_s, false);
    row("bucket with a folder", u"s3"_s, bucket, u"my-bucket/orders"_s, true);
    row("bucket with a space", u"s3"_s, bucket, u"My Bucket"_s, true);
    row("undocumented folder", u"gcs"_s, bucket, u"my-bucket/orders"_s, false);
    row("address of a bucket", u"gcs"_s, bucket, u"gs://my-bucket"_s, true);
    row("container", u"abs"_s, container, u"landing"_s, false);
    row("container with a folder", u"abs"_s, container, u"landing/orders"_s, true);
}

void TestFormChecks::advisesOnAddresses()
{
    QFETCH(QString, type);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, isDoubted);
    model()->setDefinition(guide());
    QVERIFY(set(u"streamingTarget.type"_s, type));
    QVERIFY(set(path, text));
    const QString advice = data(path, FormModel::AdviceRole).toString();
    QCOMPARE(advice.contains(u"alone"_s), isDoubted);
    QCOMPARE(advice.isEmpty(), !isDoubted);
    QCOMPARE(model()->checkRow(model()->indexOf(path).row()), QString()); // blocks nothing
}

void TestFormChecks::fixesAddressesAsOneEdit()
{
    model()->setDefinition(guide());
    QVERIFY(set(u"streamingSource.type"_s, u"postgres"_s));
    const QModelIndex index = model()->indexOf(host);
    QVERIFY(set(host, u"postgres://me@db.example:5433/shop"_s));
    QCOMPARE(data(host, FormModel::AdviceRole).toString(),
             u"Enter the host alone. This address names host db.example, port 5433, database shop, "
             "user me."_s);
    const FieldFix fix = model()->fix(index);
    QCOMPARE(fix.label, u"Fill in host, port, database and username"_s);
    QSignalSpy changes(model(), &FormModel::definitionChanged);
    QVERIFY(model()->apply(fix));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model()->value(host), u"db.example"_s);
    QCOMPARE(model()->value(port), 5433);
    QCOMPARE(model()->value(u"streamingSource.connection.database"_s), u"shop"_s);
    QCOMPARE(model()->value(u"streamingSource.connection.username"_s), u"me"_s);
    QVERIFY(model()->fix(index).isEmpty());

    // Of a type without a database, of another type.
    QVERIFY(set(u"streamingSource.type"_s, u"mysql"_s));
    QVERIFY(set(host, u"db.example:3307/shop"_s));
    QCOMPARE(model()->fix(model()->indexOf(host)).label, u"Fill in host and port"_s);
    QVERIFY(set(host, u"jdbc:postgresql://db/shop"_s));
    QVERIFY(data(host, FormModel::AdviceRole).toString().contains(u"address of PostgreSQL"_s));
    QVERIFY(model()->fix(model()->indexOf(host)).isEmpty());
}

void TestFormChecks::namesWhatCannotBeSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("fixed");
    const auto row = [](const char *name, const QString &text, const QString &words,
                        const QString &fixed) { QTest::newRow(name) << text << words << fixed; };
    row("at the end", u"me\u200b"_s, u"zero width space (U+200B) at the start or the end"_s,
        u"me"_s);
    row("at the start", u"\ufeffme"_s, u"byte order mark (U+FEFF) at"_s, u"me"_s);
    row("behind white space", u"me \u2063"_s, u"invisible character (U+2063) at"_s, u"me"_s);
    row("a tag", u"me\U000E0041"_s, u"invisible character (U+E0041) at"_s, u"me"_s);
    row("white space", u" me "_s, u"white space at"_s, u"me"_s);
    row("inside", u"m\u00ade"_s, u"soft hyphen (U+00AD) in it"_s, QString());
    row("no-break space", u"m\u00a0e"_s, u"no-break space (U+00A0) in it"_s, QString());
    row("of direction", u"m\u202ee"_s, u"invisible character (U+202E) in it"_s, QString());
    row("a blank letter", u"m\u3164e"_s, u"invisible character (U+3164) in it"_s, QString());
    row("a tab", u"m\te"_s, u"tab (U+0009) in it"_s, QString());
    row("nothing", u"größe テーブル 😀"_s, QString(), QString());
}

void TestFormChecks::namesWhatCannotBeSeen()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    QFETCH(const QString, fixed);
    const QString user = u"streamingSource.connection.username"_s;
    model()->setDefinition(guide());
    QVERIFY(set(user, text));
    const QString advice = data(user, FormModel::AdviceRole).toString();
    QVERIFY2(words.isEmpty() ? advice.isEmpty() : advice.contains(words), qPrintable(advice));
    QCOMPARE(model()->fix(model()->indexOf(user)).isEmpty(), fixed.isEmpty());
    if (!fixed.isEmpty()) {
        QVERIFY(model()->apply(model()->fix(model()->indexOf(user))));
        QCOMPARE(model()->value(user), fixed);
        QVERIFY(data(user, FormModel::AdviceRole).toString().isEmpty());
    }
    // The same in tables and names of properties.
    const QString tables = u"streamingSource.tables"_s;
    QVERIFY(set(tables, QJsonArray{QJsonObject{{u"schema"_s, u"a"_s}, {u"table"_s, text}}}));
    const QString name = words.section(u" at"_s, 0, 0).section(u" in"_s, 0, 0);
    if (name.contains(u"U+"_s))
        QVERIFY(data(tables, FormModel::AdviceRole).toString().contains(name));
    const QString map = u"streamingSource.connection.jdbcProperties"_s;
    QVERIFY(set(map, QJsonObject{{text, 1}}));
    if (name.contains(u"U+"_s))
        QVERIFY(data(map, FormModel::AdviceRole).toString().contains(name));
}

void TestFormChecks::advisesOnProperties_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("words"); // empty: nothing is said
    QTest::newRow("text") << u"max.batch.size"_s << QJsonValue(u"10000"_s) << QString();
    QTest::newRow("number") << u"max.batch.size"_s << QJsonValue(10000) << u"Terraform"_s;
    QTest::newRow("fraction") << u"ratio"_s << QJsonValue(0.5) << u"Terraform"_s;
    QTest::newRow("true") << u"skip"_s << QJsonValue(true) << u"Terraform"_s;
    QTest::newRow("list") << u"list"_s << QJsonValue(QJsonArray{u"a"_s}) << u"Terraform"_s;
    QTest::newRow("null") << u"none"_s << QJsonValue() << QString();
    for (const char *name :
         {"database.password", "ssl.key.password", "oauth.token", "dbPwd", "sasl.client_secret"})
        QTest::newRow(name) << QString::fromLatin1(name) << QJsonValue(u"x"_s)
                            << u"does not belong here"_s;
    QTest::newRow("left out when it was kept")
        << u"database.password"_s << QJsonValue(QString()) << u"enter its value again"_s;
    QTest::newRow("a file of passwords")
        << u"database.password.file"_s << QJsonValue(u"/x"_s) << QString();
}

void TestFormChecks::advisesOnProperties()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, words);
    model()->setDefinition(guide());
    const QString path = u"advancedProperties"_s;
    QVERIFY(set(path, QJsonObject{{name, value}}));
    const QString advice = data(path, FormModel::AdviceRole).toString();
    QCOMPARE(advice.isEmpty(), words.isEmpty());
    QVERIFY2(advice.contains(words), qPrintable(advice));
    QVERIFY(words.isEmpty() || advice.contains(name));
    QCOMPARE(model()->checkRow(model()->indexOf(path).row()), QString()); // blocks nothing
}

// While typing, the user is asked. Here a guess blocks nothing.
void TestFormChecks::namesThatLookRandomAreTaken()
{
    for (const QString &name :
         {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
          QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
          u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s, QString(u"x9Kq"_s).repeated(20)}) {
        model()->setDefinition(guide());
        const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                    {u"secretName"_s, name}};
        QVERIFY(set(password, reference));
        QCOMPARE(model()->value(password), QJsonValue(reference));
        QCOMPARE(model()->checkRow(model()->indexOf(password).row()), QString());
        QJsonObject edited = model()->definition();
        edited[u"name"] = u"other"_s;
        QVERIFY(model()->setEdited(edited));
    }
}

void TestFormChecks::tellsMissingFromWrong()
{
    model()->setDefinition(guide());
    const int row = model()->indexOf(port).row();
    QVERIFY(!model()->isMissing(row));
    QVERIFY(set(port, 99999));
    QVERIFY(!model()->isMissing(row));
    QVERIFY(set(port, gone));
    QVERIFY(model()->isMissing(row));
}

SLUICE_TEST(TestFormChecks, None)
#include "tst_formchecks.moc"
