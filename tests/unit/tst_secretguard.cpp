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
    QVERIFY(!SecretGuard::refusal(text).contains(text));
}

QTEST_APPLESS_MAIN(TestSecretGuard)
#include "tst_secretguard.moc"
