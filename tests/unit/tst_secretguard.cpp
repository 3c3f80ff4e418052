// SPDX-License-Identifier: Apache-2.0
#include "models/form/secretguard.h"

#include <QCryptographicHash>
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
        u"AZURE_KEY_VAULT › v › MIIgrationServiceAccountPasswordProdEU"_s,
        u"MIIBADServiceAccountPasswordForTheMigration"_s,
    };
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestSecretGuard::letsNamesPass()
{
    QFETCH(QString, text);
    QVERIFY(!looksLikeSecret(text));
    QCOMPARE(SecretGuard::refusal(text), QString());
}

void TestSecretGuard::refusesSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("private key") << u"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFHDBOBgk="_s;
    QTest::newRow("within a line") << u"key -----BEGIN RSA PRIVATE KEY----- x"_s;
    QTest::newRow("JSON") << u"{\n \"username\": \"sa\",\n \"Password\" : \"hunter2\"}"_s;
    QTest::newRow("service account") << u"{\"type\":\"service_account\",\"private_key\":\"x\"}"_s;
    QTest::newRow("connection string") << u"Server=db;User Id=sa;Password=hunter2"_s;
    QTest::newRow("another name before it") << u"db_password=hunter2"_s;
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
    QTest::newRow("environment") << u"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI"_s;
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
    QTest::newRow("YAML") << u"password: hunter2"_s;
    QTest::newRow("YAML, in lines") << u"user: sa\n  db_password: hunter2\n"_s;
    QTest::newRow("connection string, pass") << u"server=db;user=scott;pass=tiger"_s;
    QTest::newRow("with a path before it") << u"jdbc:x://db/orders;password=hunter2"_s;
    QTest::newRow("setting") << u"spring.datasource.password=hunter2"_s;
    QTest::newRow("SSH2") << u"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY"_s;
    QTest::newRow("PuTTY") << u"PuTTY-User-Key-File-3: ssh-ed25519"_s;
    QTest::newRow("encrypted key") << u"MIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqhkiG9w0BBQww"_s;
    QTest::newRow("key of a curve") << u"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIB"_s;
    const QString body = u"gnV3Aq0ZkXl2/pTfYh8sWbM1cR+DuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjF"_s;
    QCOMPARE(body.size(), 64);
    QTest::newRow("middle of a key") << u"%1\n%1\n%1\n"_s.arg(body);
    QTest::newRow("in one line") << u" %1 %1 x9Kq"_s.arg(body);
    for (int seed = 0; seed < 200; ++seed) {
        const QByteArray random =
            QCryptographicHash::hash(QByteArray::number(seed), QCryptographicHash::Sha512);
        QTest::addRow("account key %d", seed) << QString::fromLatin1(random.toBase64());
        QTest::addRow("hexadecimal %d", seed) << QString::fromLatin1(random.toHex());
    }
}

void TestSecretGuard::refusesSecrets()
{
    QFETCH(QString, text);
    QVERIFY(looksLikeSecret(text));
    QVERIFY(!SecretGuard::refusal(text).isEmpty());
    for (const QString &provider :
         {QString(), u"AZURE_KEY_VAULT"_s, u"AWS_SECRETS_MANAGER"_s, u"GOOGLE_SECRET_MANAGER"_s}) {
        const QString words = SecretGuard::refusal(text, provider);
        QVERIFY(words.contains(SecretGuard::storingAdvice(provider)));
        QVERIFY(!words.contains(text));
    }
}

QTEST_APPLESS_MAIN(TestSecretGuard)
#include "tst_secretguard.moc"
