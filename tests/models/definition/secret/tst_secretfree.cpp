// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretscrubber.h"

#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

class TestSecretFree : public QObject
{
    Q_OBJECT

private:
    static QJsonObject at(const QString &name, const QJsonValue &value)
    {
        return {{u"a"_s, QJsonArray{QJsonObject{{name, value}}}}};
    }

private Q_SLOTS:

    void leavesDefinitionsAlone()
    {
        const QFileInfoList files =
            QDir(QStringLiteral(SLUICE_TEST_DATA "/definitions")).entryInfoList({u"*.json"_s});
        QVERIFY(files.size() >= 5);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject read = QJsonDocument::fromJson(file.readAll()).object();
            QVERIFY(!read.isEmpty());
            QCOMPARE(SecretScrubber::definition(read), read);
            QCOMPARE(SecretScrubber::canonical(read),
                     QJsonDocument(read).toJson(QJsonDocument::Compact));
        }
    }

    void scrubsLongTextsSoon_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("brackets in quotes")
            << u"{\"password\": \"hunter2"_s + QString(500'000, u'}');
        QTest::newRow("bare brackets") << u"password: hunter2"_s + QString(500'000, u']');
        QTest::newRow("brackets apart") << u"password: hunter2"_s + u" ) "_s.repeated(300'000);
        QTest::newRow("blanks") << u"\"password\""_s + QString(400'000, u' ') + u": \"hunter2\""_s;
        QTest::newRow("objects in objects") << u"{\"password\":"_s.repeated(60'000);
        QTest::newRow("values before their names")
            << u"{\"value\": \"hunter2\", \"name\": \"db.password\"}, "_s.repeated(20'000);
        QTest::newRow("one long line")
            << u'{' + u"\"password\": \"hunter2\", \"host\": \"db\", "_s.repeated(60'000) + u'}';
    }

    // A window waits for it while somebody types, and a text that is pasted may be long.
    void scrubsLongTextsSoon()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!SecretScrubber::jsonText(text).contains(u"hunter2"));
        // Less than a second; a minute where the work grows with the square of the length.
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void keepsNumbersOfAnyLength()
    {
        const QByteArray digits = QByteArray("1234567890").repeated(20);
        const QByteArray text = "{\"a\":[" + digits + R"(,1.0],"password":{"secretName":"s","x":)" +
                                digits + "},\"z\":" + digits + '}';
        const QJsonObject read = readJson(text).object();
        QCOMPARE(SecretScrubber::canonical(read), text);
        QCOMPARE(compactJson(SecretScrubber::typed(read)), text);
    }

    void leavesSecretsOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QJsonValue>("expected");
        const QJsonValue none = QString();
        const QString key = u"-----BEGIN RSA PRIVATE KEY-----\nMII"_s;
        QTest::newRow("a password") << u"password"_s << QJsonValue(u"x"_s) << none;
        QTest::newRow("in other case") << u"AccountKey"_s << QJsonValue(u"x"_s) << none;
        QTest::newRow("a private key") << u"anything"_s << QJsonValue(key) << none;
        QTest::newRow("among others") << u"anything"_s << QJsonValue(QJsonArray{u"x"_s, key})
                                      << QJsonValue(QJsonArray{u"x"_s, none});
        for (const char *name : {"ssl.key.password",
                                 "database.password",
                                 "sasl.oauthbearer.token",
                                 "dbPass",
                                 "database.history.ssl.keystore.password",
                                 "CLIENT_SECRET",
                                 "x-api-key",
                                 "db_pwd2",
                                 "storage.account.key",
                                 "aws.secret.access.key",
                                 "database.passwords",
                                 "pass_word",
                                 "db.pass-word",
                                 "PASS_PHRASE",
                                 "passphrases",
                                 "api.keys",
                                 "encryption.key",
                                 "signingKey",
                                 "MASTER_KEY",
                                 "shared-key",
                                 "basic.auth.user.info",
                                 "db_pw",
                                 "pswd",
                                 "passwordConfirm",
                                 "password_confirmation",
                                 "privateKeyBase64",
                                 "private_key_pem",
                                 "accountKeyBackup"})
            QTest::newRow(name) << QString::fromLatin1(name) << QJsonValue(u"x"_s) << none;
        QTest::newRow("a number") << u"database.password"_s << QJsonValue(1234) << none;
        QTest::newRow("a list") << u"password"_s << QJsonValue(QJsonArray{u"hunter2"_s, u"x"_s})
                                << none;
        QTest::newRow("a list of numbers") << u"db_pwd"_s << QJsonValue(QJsonArray{1234}) << none;
        QTest::newRow("lists in a list")
            << u"passphrase"_s << QJsonValue(QJsonArray{QJsonArray{u"x"_s}}) << none;
        const QJsonArray references{QJsonObject{{u"secretName"_s, u"n"_s}}};
        QTest::newRow("a list of references")
            << u"secret"_s << QJsonValue(references) << QJsonValue(references);
        QTest::newRow("an object that is no reference")
            << u"password"_s << QJsonValue(QJsonObject{{u"value"_s, u"hunter2"_s}})
            << QJsonValue(QJsonObject{{u"value"_s, none}});
        for (const char *name : {"database.password.file",
                                 "passwordless",
                                 "compass",
                                 "max.tokens.per.second",
                                 "secretName",
                                 "secretKey",
                                 "secretLocation",
                                 "bypass",
                                 "key.converter",
                                 "compass_word",
                                 "pass.through",
                                 "primaryKey",
                                 "message.key.columns",
                                 "encryption.key.id",
                                 "basic.auth.credentials.source",
                                 "power",
                                 "shared_keyspace",
                                 "wordpass_",
                                 "max.tokens",
                                 "passwords.file"})
            QTest::newRow(name) << QString::fromLatin1(name) << QJsonValue(u"x"_s)
                                << QJsonValue(u"x"_s);
        for (const char *name : {"plain", "plaintext", "plainText", "clear_text", "text", "raw"}) {
            QTest::addRow("an object with %s", name)
                << u"database.password"_s
                << QJsonValue(QJsonObject{{QString::fromLatin1(name), u"x"_s}, {u"a"_s, u"b"_s}})
                << QJsonValue(QJsonObject{{QString::fromLatin1(name), none}, {u"a"_s, u"b"_s}});
        }
        for (const char *name : {"file", "env", "vault", "name", "secretKey"}) {
            const QJsonObject elsewhere{{QString::fromLatin1(name), u"x"_s}};
            QTest::addRow("an object with %s", name)
                << u"password"_s << QJsonValue(elsewhere) << QJsonValue(elsewhere);
        }
        for (const QString &text :
             {u"jdbc:postgresql://db/x?user=u&password=hunter2"_s,
              u"jdbc:sqlserver://db;user=sa;password=hunter2"_s,
              u"x.PlainLoginModule required username=\"u\" password=\"p\";"_s,
              u"mongodb://u:hunter2@db/x"_s, u"jdbc:oracle:thin:scott/tiger@db:1521/xe"_s,
              u"Basic dXNlcjpodW50ZXIy"_s, u"bearer 0a1b2c3d4e5f6789"_s,
              u"jdbc:snowflake://a/?user=u&privateKeyBase64=TUlJRXZR"_s})
            QTest::newRow(qPrintable(text)) << u"jdbc.url"_s << QJsonValue(text) << none;
        for (const QString &text :
             {u"password: rotated, see the wiki"_s, u"user: sa, password: ask"_s, u"token=prod"_s,
              u"jdbc:postgresql://db/x?user=u"_s, u"x ScramLoginModule required;"_s,
              u"Basic authentication"_s, u"bearer tokens are used, see page 2"_s,
              u"basic configuration 2"_s})
            QTest::newRow(qPrintable(text))
                << u"description"_s << QJsonValue(text) << QJsonValue(text);
        for (const QString &name :
             {u"token=prod"_s, u"db/password=current"_s, u"password: orders"_s, u"secret=x"_s,
              u"AKIAIOSFODNN7EXAMPLE"_s}) {
            const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                        {u"secretName"_s, name}};
            QTest::newRow(qPrintable(name))
                << u"password"_s << QJsonValue(reference) << QJsonValue(reference);
        }
        for (const char *name : {"name", "key"}) {
            const QString heading = QString::fromLatin1(name);
            const QJsonObject row{{heading, u"database.password"_s}, {u"value"_s, u"x"_s}};
            QJsonObject clean = row;
            clean.insert(u"value"_s, none);
            QTest::addRow("a row with %s", name)
                << u"props"_s << QJsonValue(QJsonArray{row}) << QJsonValue(QJsonArray{clean});
            // A token within the list is found twice, and must not bring the rest back.
            QJsonObject list = row;
            list.insert(u"value"_s, QJsonArray{u"x"_s, u"Basic YWxhZGRpbjpvcGVu"_s});
            QTest::addRow("a row of several with %s", name)
                << u"props"_s << QJsonValue(QJsonArray{list}) << QJsonValue(QJsonArray{clean});
            const QJsonObject other{{heading, u"max.tokens"_s}, {u"value"_s, u"x"_s}};
            QTest::addRow("another row with %s", name)
                << u"props"_s << QJsonValue(QJsonArray{other}) << QJsonValue(QJsonArray{other});
        }
        for (const QJsonValue &value : {QJsonValue(true), QJsonValue(u"false"_s), QJsonValue(),
                                        QJsonValue(u"${file:/secrets:pw}"_s)})
            QTest::addRow("harmless, %s", qPrintable(value.toVariant().toString()))
                << u"use.password"_s << value << value;
        // What the server has as a name stays, whatever it looks like.
        for (const QString &random :
             {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
              QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
              u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s, QString(u"x9Kq"_s).repeated(100)}) {
            const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                        {u"secretName"_s, random},
                                        {u"secretKey"_s, random},
                                        {u"secretLocation"_s, random}};
            QTest::newRow(qPrintable(random))
                << u"password"_s << QJsonValue(reference) << QJsonValue(reference);
        }
        QTest::newRow("in a reference")
            << u"anything"_s
            << QJsonValue(QJsonObject{{u"secretName"_s, u"a=1;Password=hunter2"_s}, {u"b"_s, 1}})
            << QJsonValue(QJsonObject{{u"secretName"_s, none}, {u"b"_s, 1}});
    }

    void leavesSecretsOut()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(QJsonValue, expected);
        QCOMPARE(SecretScrubber::definition(at(name, value)), at(name, expected));
    }

    // What was left out when it was kept stands on the server still; restoring must not empty it.
    void keptTextsAreRefilled()
    {
        const QJsonObject there{
            {u"name"_s, u"now"_s},
            {u"password"_s, u"hunter2"_s},
            {u"list"_s, QJsonArray{u"mongodb://u:hunter2@db"_s, u"b"_s}},
            {u"source"_s, QJsonObject{{u"passphrase"_s, u"x y"_s}, {u"a"_s, 1}}}};
        QJsonObject kept = SecretScrubber::definition(there);
        kept.insert(u"name"_s, u"then"_s);
        QVERIFY(kept != there);
        QJsonObject expected = there;
        expected.insert(u"name"_s, u"then"_s);
        QCOMPARE(SecretScrubber::refilled(kept, there), expected);
        // Not where the kept one had something else, or nothing at all.
        kept.insert(u"password"_s, QJsonObject{{u"secretName"_s, u"n"_s}});
        kept.insert(u"list"_s, QJsonArray{QString()});
        kept.remove(u"source"_s);
        QCOMPARE(SecretScrubber::refilled(kept, there), kept);
    }

    void typedRowsLoseTheirSecrets()
    {
        const auto rows = [](const QString &name, const QJsonValue &value) {
            return QJsonObject{
                {u"advancedProperties"_s,
                 QJsonObject{{u"content"_s,
                              QJsonArray{QJsonObject{
                                  {u"name"_s, name}, {u"type"_s, 0}, {u"value"_s, value}}}}}}};
        };
        for (const QString &name : {u"database.password"_s, u"ssl.key.password"_s, u"pwd"_s,
                                    u"oauth.token"_s, u"clientSecret"_s})
            QCOMPARE(SecretScrubber::typed(rows(name, u"hunter2"_s)), rows(name, QString()));
        for (const QString &name : {u"max.batch.size"_s, u"password.file"_s, QString()})
            QCOMPARE(SecretScrubber::typed(rows(name, u"hunter2"_s)), rows(name, u"hunter2"_s));
        const QString random = QString(u"k7Xq2"_s).repeated(14);
        QCOMPARE(SecretScrubber::typed(rows(u"x"_s, random)), rows(u"x"_s, QString()));
        const QJsonObject known{
            {u"password"_s, QJsonObject{{u"secretName"_s, random}, {u"secretType"_s, u"X"_s}}}};
        QCOMPARE(SecretScrubber::typed(rows(u"x"_s, random), {known}), rows(u"x"_s, random));
    }

    // While it is being typed, too.
    void typedObjectsLoseTheirSecrets()
    {
        for (const QString &name : {u"password"_s, u"accountKey"_s, u"passphrase"_s,
                                    u"database.password"_s, u"clientSecret"_s}) {
            const QJsonObject reference{{u"secretType"_s, u"X"_s}, {u"secretName"_s, u"n"_s}};
            QJsonObject wrong = reference;
            wrong.insert(u"value"_s, u"hunter2"_s);
            QJsonObject clean = reference;
            clean.insert(u"value"_s, QString());
            QCOMPARE(SecretScrubber::typed(at(name, wrong)), at(name, clean));
            QCOMPARE(SecretScrubber::typed(at(name, reference)), at(name, reference));
            QCOMPARE(SecretScrubber::typed(at(name, QJsonArray{u"hunter2"_s})),
                     at(name, QString()));
        }
        const QJsonObject other{{u"value"_s, u"hunter2"_s}};
        QCOMPARE(SecretScrubber::typed(at(u"host"_s, other)), at(u"host"_s, other));
    }

    // Raw strings within the class make moc miss what is behind them, so these stand below it.
    void textThatIsNoJson_data();
    void spellingsOfBrokenJson_data();
    void spellingsOfBrokenJson();
    void knownNamesStayInBrokenJson();
    void leftOutPlacesAreNamed();
    void proseThatIsHeldStays_data();
    void proseThatIsHeldStays();
    void heldTextsAreNoPasswords();
    void textThatIsNoJson();
};

void TestSecretFree::textThatIsNoJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const QString &fine : {uR"({"name": "x", "password": {"secretName": "prod/db")"_s,
                                uR"({"host": "db1", "port": )"_s, u"\"\" \" \n\""_s,
                                uR"({"password": {"secretName": "n"}, "x": {"value": "y"}, )"_s,
                                uR"({"password": {"a": "n", "x": {"value": "y"}}, )"_s,
                                uR"({"value": "y", "name": "slot.name", )"_s}) {
        QTest::newRow(qPrintable(fine)) << fine << fine;
    }
    QTest::newRow("a password") << uR"({"Password" : "hunter2", "a": "b")"_s
                                << uR"({"Password" : "", "a": "b")"_s;
    QTest::newRow("without quotes")
        << u"{\"password\": hunter2\n, \"a\": tru"_s << u"{\"password\": \n, \"a\": tru"_s;
    QTest::newRow("no value yet") << uR"({"password": null, "port": 1433, "passphrase":)"_s
                                  << uR"({"password": null, "port": 1433, "passphrase":)"_s;
    const QString longText(200'000, u'x');
    QTest::newRow("behind a long text") << u"[\"%1\", {\"password\": \"hunter2"_s.arg(longText)
                                        << u"[\"%1\", {\"password\": \""_s.arg(longText);
    QTest::newRow("not closed yet") << u"{\"password\": \"hunt"_s << u"{\"password\": \""_s;
    QTest::newRow("a connection string")
        << uR"(["Server=db;Password=hunter2")"_s << uR"([""))"_s.chopped(1);
    QTest::newRow("a private key, in lines")
        << u"{\"a\": \"-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\", \"b\""_s
        << u"{\"a\": \"\", \"b\""_s;
}

// However it is spelt, what follows the key does not stay, and what stands elsewhere does.
void TestSecretFree::spellingsOfBrokenJson_data()
{
    QTest::addColumn<QString>("text");
    for (const char *spelling :
         {// quotes
          R"("password": "S")", R"('password': 'S')", R"(“password”: “S”)", R"(«password»: «S»)",
          R"(`password`: `S`)", R"("password": 'S')", R"("password": “S")", R"("password: "S")",
          R"(password": "S")", R"("password": "S)", R"("password": S")", R"("password"": "S")",
          // none
          R"(password: S)", R"(password=S)", R"(password = "S")", R"(password S)",
          "password: |\n  S", "password: >-\n  a\n  S", R"(password ::= S)", R"(password::S)",
          R"("password" "S")", R"("password" => "S")", R"("password"= "S")", R"(password := S)",
          // escapes
          R"("\u0070assword": "S")", R"("pass\u0077ord": "S")", R"(\"password\": \"S\")",
          R"(\\\"password\\\": \\\"S\\\")", R"("p\assword": "S")", R"("\x70assword": "S")",
          "&quot;password&quot;: &quot;S&quot;", "&#34;password&#34;:&#34;S&#34;",
          // blanks and line ends
          "\"password\"\n:\n\"S\"", "\"password\" :\t\"S\"", "\"password\":\n\n  S",
          "\"password\" :\r\n  \"S\"", "\"password\":\u00a0\"S\"", "\"pass\u200bword\": \"S\"",
          // comments
          R"("password": /* x */ "S")", R"("password" /* x */ : "S")", "\"password\": // x\n \"S\"",
          "\"password\": # x\n \"S\"", R"(// "password": "S")", "# password: S",
          "\"password\": // S", "/* password: S */",
          // other keys
          R"("Password": "S")", R"("database.password": "S")", R"("ssl.key.password": "S")",
          R"("dbPass": "S")", R"("db_password2": "S")", R"("PASSWORD": "S")",
          R"("passphrase": "S")", R"("privateKey": "S")", R"("accountKey": "S")",
          R"("client_secret": "S")", R"("api-key": "S")", R"("pwd": "S")", R"("secret": "S")",
          R"("password ": "S")", R"("password[0]": "S")", R"("password?": "S")",
          // other shapes
          R"("password": ["S"])", R"("password": [S])", R"(["password", "value": "S"])",
          R"({"name": "password", "value": "S"})", R"({"value": "S", "name": "password"})",
          R"({"value":"S","name":"db.password","type":0})", R"("password": {"value": "S"})",
          R"("password": {"secretName": "n", "value": "S"})", R"("password": {value: S})",
          "\"password\": {\n  \"value\" : \"S\"\n}", R"("password": {"value": "S)",
          R"("password": {"secretType": "X", 'value': 'S'})", R"(<password>S</password>)",
          R"("x": "a=1;password=S;b=2")", R"("x": "{\"password\":\"S\"}")", R"("password": "a\"S")",
          R"("password": "a"S")", R"("password": "a,S")", R"("password": a,S)",
          R"("password": a}S)", R"("password": "a}S")", R"("password": "{S}")",
          R"("password": "#S")", R"("password": #S)", R"("password": "a: S")", R"("password": "S\)",
          R"(- password: S)", R"("password": "a\", \"S")", "\"password\": \"a\nS\"",
          R"("password"："S")", R"(export DB_PASSWORD=S)", R"("password": "S" "port": 1)",
          R"("url": "postgres://u:S@h/db)", R"("x": 'jdbc:oracle:thin:u/S@h:1521')"}) {
        const QString text = QString::fromUtf8(spelling);
        for (const QString &frame : {u"{\"host\": \"db1\",\n  %1,\n  \"port\": 1433"_s,
                                     u"{\"host\": \"db1\", %1"_s, u"\"host\": \"db1\"\n%1\n"_s}) {
            QString whole = frame.arg(text);
            whole.replace(QRegularExpression(u"(?<![A-Za-z])S(?![A-Za-z])"_s), u"hunter2secret"_s);
            QTest::newRow(qPrintable(whole)) << whole;
        }
    }
}

void TestSecretFree::spellingsOfBrokenJson()
{
    QFETCH(const QString, text);
    const QString kept = SecretScrubber::jsonText(text);
    QVERIFY2(!kept.contains(u"hunter2secret"_s), qPrintable(kept));
    QVERIFY2(kept.contains(u"\"host\": \"db1\""_s), qPrintable(kept));
    QVERIFY2(!text.contains(u"1433"_s) || kept.contains(u"\"port\": 1433"_s), qPrintable(kept));
}

// Names that the server has stay in text that is no JSON, too.
void TestSecretFree::knownNamesStayInBrokenJson()
{
    for (const QString &name :
         {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
          QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
          u"prod/db/password=current"_s, u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s}) {
        const QString text = u"{\"password\": {\"secretName\": \"%1\"}, \"port\": "_s.arg(name);
        const QJsonObject known{
            {u"password"_s, QJsonObject{{u"secretType"_s, u"X"_s}, {u"secretName"_s, name}}}};
        QCOMPARE(SecretScrubber::jsonText(text, {known}), text);
        QVERIFY(name.contains(u"current"_s) || SecretScrubber::jsonText(text) != text);
    }
}

void TestSecretFree::leftOutPlacesAreNamed()
{
    const QJsonObject whole{
        {u"name"_s, u"n"_s},
        {u"source"_s, QJsonObject{{u"password"_s, u"x"_s}, {u"host"_s, u"h"_s}}},
        {u"jdbc.url"_s, u"mongodb://u:p@h"_s},
        {u"keys"_s, QJsonArray{u"a"_s, u"-----BEGIN PRIVATE KEY-----"_s}},
        {u"passphrase"_s, QJsonObject{{u"plain"_s, 12}}}};
    const QJsonObject clean = SecretScrubber::definition(whole);
    const QList<DefinitionPath> places = SecretScrubber::leftOut(clean, whole);
    QCOMPARE(places, (QList<DefinitionPath>{{u"jdbc.url"_s},
                                            {u"keys"_s, u"1"_s},
                                            {u"passphrase"_s, u"plain"_s},
                                            {u"source"_s, u"password"_s}}));
    for (const DefinitionPath &place : places)
        QVERIFY(SecretScrubber::lacks(clean, place) && !SecretScrubber::lacks(whole, place));
    QVERIFY(!SecretScrubber::lacks(clean, {u"name"_s}));
    QVERIFY(!SecretScrubber::lacks(clean, {u"name"_s, u"nothing"_s}));
    QCOMPARE(SecretScrubber::leftOut(whole, whole), QList<DefinitionPath>());
}

void TestSecretFree::proseThatIsHeldStays_data()
{
    QTest::addColumn<QString>("prose");
    for (const QString &prose :
         {u"password: rotated each month"_s, u"The token = see the wiki"_s,
          u"Ask Kim for the password: it is \"new\""_s, u"user: sa\npassword: in the vault"_s,
          QString(u"k7Xq2"_s).repeated(14), u"passphrase: # of the old key"_s, u"secret=orders"_s})
        QTest::newRow(qPrintable(prose)) << prose;
}

// What is typed elsewhere goes all the same.
void TestSecretFree::proseThatIsHeldStays()
{
    QFETCH(const QString, prose);
    const QJsonObject known{{u"description"_s, prose}};
    QString line = QString::fromUtf8(QJsonDocument(known).toJson(QJsonDocument::Compact));
    line.chop(1);
    const QString text = line + u", \"password\": \"hunter2\", "_s;
    QCOMPARE(SecretScrubber::jsonText(text, {known}), line + u", \"password\": \"\", "_s);
    QVERIFY(!SecretScrubber::jsonText(text).contains(prose));
    QCOMPARE(SecretScrubber::typed(known, {known}), known);
}

// A text that the server has is a password behind a key that says so.
void TestSecretFree::heldTextsAreNoPasswords()
{
    const QJsonObject known{{u"schema"_s, u"password"_s}, {u"table"_s, u"the password: x"_s}};
    for (const QString &text :
         {u"{\"password\": \"the password: x\", "_s, u"{\"password\": \"password\", "_s,
          u"{\"pwd\": \"the password: x\", "_s, u"{password = 'the password: x', "_s,
          u"{\"name\": \"password\", \"value\": \"password\", "_s}) {
        const QString kept = SecretScrubber::jsonText(text, {known});
        QVERIFY2(!kept.contains(u"the password: x") && kept.count(u"\"password\"") < 2,
                 qPrintable(kept));
    }
}

void TestSecretFree::textThatIsNoJson()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(SecretScrubber::jsonText(text), expected);
}

SLUICE_TEST(TestSecretFree, Core)
#include "tst_secretfree.moc"
