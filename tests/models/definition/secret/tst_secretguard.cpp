// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretguard.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestSecretGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsNamesPass_data();
    void letsNamesPass();
    void refusesSecrets_data();
    void refusesSecrets();
    void doubtsWhatLooksRandom_data();
    void doubtsWhatLooksRandom();
    void findsSecretsInProse_data();
    void findsSecretsInProse();
    void judgesDefinitions_data();
    void judgesDefinitions();

private:
    static QJsonObject withName(const QString &name)
    {
        return {{u"streamingSource"_s,
                 QJsonObject{{u"connection"_s,
                              QJsonObject{{u"password"_s,
                                           QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                                       {u"secretName"_s, name}}}}}}}};
    }
};

void TestSecretGuard::letsNamesPass_data()
{
    QTest::addColumn<QString>("text");
    const QStringList names{
        QString(),
        u"sqlserver-password"_s,
        u"snowflake-private-key-passphrase"_s,
        u"prod/data-platform/streaming/SnowflakePrivateKeyPassphrase_for_orders_pipeline-2026-Q3"_s,
        u"arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/streaming/"
        "sqlserver-password-AbCdEf"_s,
        u"projects/123456789012/secrets/streaming-snowflake-private-key-passphrase/versions/latest"_s,
        u"https://my-vault.vault.azure.net/secrets/sqlserver-password/"
        "0123456789abcdef0123456789abcdef"_s,
        u"2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"_s,
        u"password"_s,
        u"the key: password"_s,
        u"prod/eyJ-names.are.fine"_s,
        u"@Microsoft.KeyVault(SecretUri=https://my-vault.vault.azure.net/secrets/pw/)"_s,
        u"arn:aws:secretsmanager:eu-central-1:123456789012:secret:pw-AbCdEf:password::"_s,
        u"//secretmanager.googleapis.com/projects/my-project/secrets/pw/versions/3"_s,
        u"AZURE_KEY_VAULT › streaming-key-vault › snowflake-private-key › password"_s,
        u"{\"secretType\": \"AZURE_KEY_VAULT\", \"secretLocation\": \"v\", "
        "\"secretName\": \"pw\", \"secretKey\": \"password\"}"_s,
        u"{\"password\": {\"secretType\": \"AZURE_KEY_VAULT\", \"secretName\": \"pw\"}}"_s,
        u"SnowflakePrivateKey and the words around it, pasted from a page of documentation"_s,
        u"https://docs.example.com:8443/page"_s,
        u"https://docs.example.com:8443/people/@me"_s,
        u"prod/db/password=current"_s,
        u"password::"_s,
        u"compass=north; bypass: yes"_s,
        u"aws secretsmanager create-secret --name n --secret-string file://pw.txt"_s,
        u"az keyvault secret show --vault-name v --name n --query value"_s,
        u"MC4-service-account"_s,
        u"<password>"_s,
        u"authorization-basic-prod"_s,
        u"AZURE_KEY_VAULT › v › MIIgrationServiceAccountPasswordProdEU"_s,
        u"MIIBADServiceAccountPasswordForTheMigration"_s,
        u"akia-prod-key"_s,
        u"AKIA-PROD-KEY-OF-ORDERS"_s,
        u"ghp_prod_token"_s,
        u"sk-project-orders"_s,
        u"hvs.orders"_s,
        u"basic-authentication-2024"_s,
        u"age-secret-key-1"_s,
        u"github_pat_for_the_build"_s,
        u"xoxb-bot-token-of-the-alerts"_s,
        u"sk_live_orders_pipeline"_s,
        u"glpat-orders"_s,
        u"prod/ghp_token/of-the-deploy-key"_s,
        u"password=${env:DB_PASSWORD}"_s,
        u"token=<token>"_s,
    };
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestSecretGuard::letsNamesPass()
{
    QFETCH(QString, text);
    QCOMPARE(SecretGuard::judge(text), SecretVerdict());
    QCOMPARE(SecretGuard::refusal(SecretGuard::judge(text)), QString());
}

void TestSecretGuard::refusesSecrets_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &token :
         {u"dop_v1_"_s + QString(u"0a1b2c3d"_s).repeated(8),
          u"shpat_"_s + QString(u"0aBc"_s).repeated(8), u"AGE-SECRET-KEY-1"_s + QString(58, u'Q'),
          u"Basic dXNlcjpodW50ZXIy"_s, u"Bearer 0a1b2c3d4e5f6789"_s})
        QTest::newRow(qPrintable(token)) << token;
    QTest::newRow("private key") << u"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFHDBOBgk="_s;
    QTest::newRow("within a line") << u"key -----BEGIN RSA PRIVATE KEY----- x"_s;
    QTest::newRow("JSON") << u"{\n \"username\": \"sa\",\n \"Password\" : \"hunter2\"}"_s;
    QTest::newRow("service account") << u"{\"type\":\"service_account\",\"private_key\":\"x\"}"_s;
    QTest::newRow("connection string") << u"Server=db;User Id=sa;Password=hunter2"_s;
    QTest::newRow("jdbc") << u"jdbc:sqlserver://db:1433;user=sa;password=hunter2"_s;
    QTest::newRow("jdbc, as a query") << u"jdbc:postgresql://db/x?user=u&password=hunter2"_s;
    QTest::newRow("jdbc of Oracle") << u"jdbc:oracle:thin:scott/tiger@db:1521/xe"_s;
    QTest::newRow("address") << u"postgres://user:hunter2@db.example.com:5432/orders"_s;
    QTest::newRow("address without a user") << u"redis://:hunter2@db"_s;
    QTest::newRow("storage account")
        << u"DefaultEndpointsProtocol=https;AccountName=lake;AccountKey=c2hvcnQ="_s;
    QTest::newRow("service bus")
        << u"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=c2g="_s;
    QTest::newRow("signature") << u"BlobEndpoint=https://x;SharedAccessSignature=sv=2022"_s;
    QTest::newRow("signed address")
        << u"https://x.blob.core.windows.net/c?sv=2022&sig=c2hvcnQ%3D"_s;
    QTest::newRow("JSON without braces") << u"\"password\": \"hunter2\""_s;
    QTest::newRow("JSON, still being typed") << u"{\"password\":"_s;
    QTest::newRow("token") << u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN"_s;
    QTest::newRow("end of a key") << u"NBg== -----END PRIVATE KEY-----"_s;
    QTest::newRow("first line of a key") << u"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIB"_s;
    QTest::newRow("OpenSSH key") << u"b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ"_s;
    QTest::newRow("address, a slash in the password") << u"postgres://u:pa/ss@h/db"_s;
    QTest::newRow("single quotes") << u"{'password': 'hunter2'}"_s;
    QTest::newRow("no quotes") << u"{password:\"x\"}"_s;
    QTest::newRow("JSON, pass") << u"{\"pass\":\"x\"}"_s;
    QTest::newRow("JSON, dbPass") << u"{\"dbPass\":\"x\"}"_s;
    QTest::newRow("JSON, secret") << u"{\"secret\":\"x\"}"_s;
    QTest::newRow("JSON, apiKey") << u"{\"apiKey\":\"x\"}"_s;
    QTest::newRow("JSON in JSON") << u"{\\\"secret\\\":\\\"x\\\"}"_s;
    QTest::newRow("YAML, in lines") << u"user: sa\n  db_password: hunter2\n"_s;
    QTest::newRow("connection string, pass") << u"server=db;user=scott;pass=tiger"_s;
    QTest::newRow("with a path before it") << u"jdbc:x://db/orders;password=hunter2"_s;
    QTest::newRow("SSH2") << u"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY"_s;
    QTest::newRow("PuTTY") << u"PuTTY-User-Key-File-3: ssh-ed25519"_s;
    QTest::newRow("encrypted key") << u"MIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqhkiG9w0BBQww"_s;
    QTest::newRow("key of Ed25519")
        << u"MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"_s;
    QTest::newRow("key of X25519") << u"MC4CAQAwBQYDK2VuBCIEIHBgZSwQPfZCGVKvbnGK"_s;
    QTest::newRow("key of Ed448") << u"MEcCAQAwBQYDK2VxBDsEOYCaJbKXoMt2DiqbSlXc"_s;
    QTest::newRow("a key file in base64") << u"LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2"_s;
    QTest::newRow("XML") << u"<config><db.password>hunter2</db.password></config>"_s;
    QTest::newRow("basic authorization") << u"Authorization: Basic dXNlcjpwYXNzd29yZA=="_s;
    QTest::newRow("bearer") << u"-H 'authorization: Bearer abcdefghij'"_s;
    QTest::newRow("command of Azure")
        << u"az keyvault secret set --vault-name v --name n --value hunter2"_s;
    QTest::newRow("command of AWS")
        << u"aws secretsmanager create-secret --name n --secret-string 'hunter2'"_s;
    QTest::newRow("key of a curve") << u"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIB"_s;
    const QString body = u"gnV3Aq0ZkXl2/pTfYh8sWbM1cR+DuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjF"_s;
    QCOMPARE(body.size(), 64);
    QTest::newRow("middle of a key") << u"%1\n%1\n%1\n"_s.arg(body);
    QTest::newRow("in one line") << u" %1 %1 x9Kq"_s.arg(body);
    QTest::newRow("token of a header") << u"Bearer eyJhbGciOiJub25lIn0.e30.x1y2z3"_s;
    QTest::newRow("list that the password begins") << u"Password=hunter2;Server=db"_s;
    QTest::newRow("list with blanks") << u"Server=db; Password=hunter2"_s;
    QTest::newRow("list with braces") << u"Driver={ODBC};Pwd={hunter2};Uid=sa"_s;
    QTest::newRow("words of libpq") << u"host=db user=sa password=hunter2"_s;
    QTest::newRow("lines of an environment")
        << u"AWS_ACCESS_KEY_ID=x\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI"_s;
    QTest::newRow("beginning of a list") << u"Password=hunter2;"_s;
    QTest::newRow("key of AWS")
        << u"aws_secret_access_key=x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s;
    QTest::newRow("address of DB2") << u"jdbc:db2://h:50000/db:user=u;password=p;"_s;
    QTest::newRow("address without a scheme") << u"//db/x;user=u;password=hunter2"_s;
    QTest::newRow("login module")
        << u"org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" "
           "password=\"hunter2\";"_s;
    QTest::newRow("link") << u"https://h/ingest?api_key=c2hvcnQ"_s;
    QTest::newRow("passwords") << u"Server=db;Passwords=a"_s;
    // No real ones: the marks stand apart from the rest here.
    const QString mixed = u"q7Xk2mZp9Wv4TJ8rn3BD6hF5gc1LS0yaVe4R"_s;
    QCOMPARE(mixed.size(), 36);
    for (const QString &mark : {u"ghp_"_s, u"gho_"_s, u"ghu_"_s, u"ghs_"_s, u"ghr_"_s, u"npm_"_s})
        QTest::newRow(qPrintable(mark)) << mark + mixed;
    QTest::newRow("fine-grained") << u"github_"_s + u"pat_"_s + mixed.first(22) + u'_' + mixed +
                                         mixed.first(23);
    QTest::newRow("Slack, bot") << u"xoxb"_s + u"-123456789012-1234567890123-"_s + mixed.first(24);
    QTest::newRow("Stripe") << u"sk_live_"_s + mixed.first(24);
    QTest::newRow("Stripe, long") << u"rk_test_"_s + mixed + mixed + mixed.first(27);
    QTest::newRow("GitLab") << u"glpat-"_s + mixed.first(20);
    QTest::newRow("Google") << u"AIza"_s + mixed.first(35);
    QTest::newRow("SendGrid") << u"SG."_s + mixed.first(22) + u'.' + mixed + mixed.first(7);
    QTest::newRow("Databricks") << u"dapi"_s + QString(u"0f3a"_s).repeated(8);
    QTest::newRow("among words") << u"the token is ghp_%1, as always"_s.arg(mixed);
    QTest::newRow("address, MongoDB") << u"mongodb+srv://u:p%40ss@cluster0.example.net/db"_s;
}

void TestSecretGuard::refusesSecrets()
{
    QFETCH(QString, text);
    const SecretVerdict verdict = SecretGuard::judge(text);
    QVERIFY(verdict.isSure());
    QVERIFY(!verdict.reason.isEmpty());
    for (const QString &provider :
         {QString(), u"AZURE_KEY_VAULT"_s, u"AWS_SECRETS_MANAGER"_s, u"GOOGLE_SECRET_MANAGER"_s}) {
        const QString words = SecretGuard::refusal(verdict, provider);
        QVERIFY(words.contains(SecretGuard::storingAdvice(provider)));
        QVERIFY(!words.contains(text));
    }
}

void TestSecretGuard::doubtsWhatLooksRandom_data()
{
    QTest::addColumn<QString>("text");
    // As tools name the secrets that they make.
    QTest::newRow("a stack's")
        << u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s;
    QTest::newRow("another stack's")
        << u"OrdersStackDbSecret5F2C7A91-Xk39QzLm2TpW8rVbN4yHc6JdG1sFaE0uRq7tYz"_s;
    QTest::newRow("a hash") << QString(u"3f9a"_s).repeated(32);
    QTest::newRow("a generated name")
        << u"kx7q2mzp9wv4tj8rn3bd6hf5gc1ls0ya-kx7q2mzp9wv4tj8rn3bd6hf5gc1ls0ya-q"_s;
    QTest::newRow("in an address") << u"https://host/q?k="_s + QString(u"k7Xq2"_s).repeated(14);
    QTest::newRow("no token, though it begins like one")
        << u"eyJ"_s + QString(u"x9Kq"_s).repeated(9) + u"."_s + QString(u"T3bZ"_s).repeated(9);
    // A key with its value alone: AWS lets names be so.
    for (const QString &pair :
         {u"token=prod"_s, u"db_password=hunter2"_s, u"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI"_s,
          u"password: hunter2"_s, u"spring.datasource.password=hunter2"_s, u"oauth.token: abc"_s,
          u"database.password2=hunter2"_s, u"clientSecret=hunter2"_s, u"secret = orders"_s,
          u"pass_word=hunter2"_s, u"Passwords=hunter2"_s})
        QTest::newRow(qPrintable(pair)) << pair;
    // It begins like a token, but the rest is not one.
    const QString body = u"abcdefghijklmnopqrstuvwxyzabcdefghij"_s;
    for (const QString &token :
         {u"ghp_"_s + body, u"github_pat_"_s + body.first(22) + u'_' + body,
          u"AKIA"_s + u"IOSFODNN7EXAMPLE"_s, u"ASIAPRODKEYOFORDERS2"_s, u"sk_live_1"_s + body,
          u"xoxb-123456789012-x"_s, u"glpat-orders-2024-pipeline"_s, u"hvs.1"_s + body,
          u"sk-proj-1"_s + body, u"pypi-AgE"_s + body})
        QTest::newRow(qPrintable(token)) << token;
    QTest::newRow("access key") << u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s;
    for (int seed = 0; seed < 200; ++seed) {
        const QByteArray random =
            QCryptographicHash::hash(QByteArray::number(seed), QCryptographicHash::Sha512);
        QTest::addRow("account key %d", seed) << QString::fromLatin1(random.toBase64());
        QTest::addRow("hexadecimal %d", seed) << QString::fromLatin1(random.toHex());
    }
}

// It is asked about, and not refused. What the server has already is a name.
void TestSecretGuard::doubtsWhatLooksRandom()
{
    QFETCH(const QString, text);
    const SecretVerdict verdict = SecretGuard::judge(text);
    QVERIFY(verdict.isDoubtful());
    QVERIFY(!SecretGuard::refusal(verdict).contains(text));

    const SecretVerdict asked = SecretGuard::judge(withName(text));
    QVERIFY(asked.isDoubtful());
    QCOMPARE(asked.path.text(), u"streamingSource.connection.password.secretName"_s);
    QVERIFY(SecretGuard::judge(withName(text), {withName(text)}).isFine());
    QVERIFY(SecretGuard::judge(withName(text), {withName(u"other"_s), {{u"x"_s, text}}}).isFine());
    QVERIFY(SecretGuard::judge(withName(text), {withName(u"other"_s)}).isDoubtful());
}

void TestSecretGuard::findsSecretsInProse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isHeld");
    const auto add = [](bool isHeld, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(text)) << text << isHeld;
    };
    add(true, {u"jdbc:postgresql://db/x?user=u&password=hunter2"_s,
               u"jdbc:sqlserver://db;user=sa;password=hunter2;"_s,
               u"jdbc:oracle:thin:scott/tiger@db:1521/xe"_s,
               u"x.PlainLoginModule required username=\"u\" password=\"p\";"_s,
               u"mongodb://u:hunter2@db/x"_s, u"see postgres://u:hunter2@db/x for it"_s,
               u"Server=db;User Id=sa;Password=hunter2"_s, u"https://h/x?api_key=abc"_s,
               u"https://h/c?sv=2022&se=1&sig=abc"_s, u"a -----BEGIN PRIVATE KEY----- b"_s,
               u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN"_s});
    add(true, {u"Server=db; Password=hunter2"_s, u"Password = hunter2; Server = db"_s,
               u"host=db user=sa password=hunter2"_s, u"password=hunter2 host=db"_s});
    add(false, {u"env: prod; password: ask"_s, u"the mode = a; the token is in the vault"_s,
                u"password=ask Kim"_s, u"password: rotated each month, see the wiki"_s,
                u"The password: ask Kim"_s, u"user: sa, password: in the vault"_s, u"token=prod"_s,
                u"see https://wiki/x?token=abc for how"_s, u"jdbc:postgresql://db/x?user=u"_s,
                u"jdbc:postgresql://db/x?user=u&password=${file:/pw:pw}"_s,
                u"jdbc:sqlserver://db;user=sa;password=***"_s, u"https://host:8443/people/@me"_s,
                u"-----BEGIN CERTIFICATE-----"_s, QString(u"k7Xq2"_s).repeated(14),
                u"x.PlainLoginModule required username=\"u\" password=\"${pw}\";"_s});
}

// What the server has is kept unless it surely is a secret.
void TestSecretGuard::findsSecretsInProse()
{
    QFETCH(const QString, text);
    QTEST(SecretGuard::holdsSecret(text), "isHeld");
}

void TestSecretGuard::judgesDefinitions_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::addColumn<QString>("path"); // of what is sure; empty: fine
    const auto in = [](const QString &group, const QString &key, const QJsonValue &value) {
        return QJsonObject{{group, QJsonObject{{key, value}}}};
    };
    QTest::newRow("a name") << withName(u"prod/db"_s) << QString();
    QTest::newRow("a password as the name") << withName(u"Server=db;Password=hunter2"_s)
                                            << u"streamingSource.connection.password.secretName"_s;
    QTest::newRow("a password") << in(u"connection"_s, u"password"_s, u"hunter2"_s)
                                << u"connection.password"_s;
    QTest::newRow("a number as the password")
        << in(u"connection"_s, u"Password"_s, 1234) << u"connection.Password"_s;
    QTest::newRow("a passphrase of a type that is not known")
        << in(u"new"_s, u"passphrase"_s, u"x"_s) << u"new.passphrase"_s;
    QTest::newRow("an empty one") << in(u"connection"_s, u"password"_s, QString()) << QString();
    QTest::newRow("null") << in(u"connection"_s, u"password"_s, QJsonValue()) << QString();
    QTest::newRow("a property of the name")
        << in(u"advancedProperties"_s, u"password"_s, u"x"_s) << QString();
    QTest::newRow("a key among properties")
        << in(u"advancedProperties"_s, u"a.b"_s, u"-----BEGIN PRIVATE KEY-----"_s)
        << u"advancedProperties.a.b"_s;
    QTest::newRow("a key in a list")
        << in(u"source"_s, u"keys"_s,
              QJsonArray{u"a"_s, QJsonArray{u"-----BEGIN PRIVATE KEY-----"_s}})
        << u"source.keys.1.0"_s;
    QTest::newRow("a password in a list")
        << in(u"source"_s, u"connections"_s,
              QJsonArray{QJsonObject{{u"host"_s, u"a"_s}},
                         QJsonObject{{u"password"_s, u"hunter2"_s}}})
        << u"source.connections.1.password"_s;
    QTest::newRow("tables") << in(u"source"_s, u"tables"_s, QJsonArray{u"-----BEGIN"_s})
                            << QString();
}

void TestSecretGuard::judgesDefinitions()
{
    QFETCH(const QJsonObject, definition);
    QFETCH(const QString, path);
    const SecretVerdict verdict = SecretGuard::judge(definition);
    QCOMPARE(verdict.isSure(), !path.isEmpty());
    QCOMPARE(verdict.path.text(), path);
    QVERIFY(SecretGuard::judge(definition, {definition}).isFine());
}

SLUICE_TEST(TestSecretGuard, None)
#include "tst_secretguard.moc"
