// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretguard.h"
#include "models/support/randomtext.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Long names and long random texts, told from each other.
class TestRandomText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longNamesPass_data();
    void longNamesPass();
    void namesOfManyPartsPass();
    void randomTextsAreCaught_data();
    void randomTextsAreCaught();
    void amongNamesTheyAreCaught();
    void shortTextsPass();
    void accessKeysAreCaught();

private:
    static QString random(const QString &alphabet, int size, QRandomGenerator *generator)
    {
        QString text;
        for (int place = 0; place < size; ++place)
            text += alphabet.at(generator->bounded(int(alphabet.size())));
        return text;
    }
};

void TestRandomText::longNamesPass_data()
{
    QTest::addColumn<QString>("name");
    for (
        const QString &name : {
            u"PROD-EU-DataPlatform-Streaming-SnowflakePrivateKey-ForOrdersAndCustomers-2026Q3-v2"_s,
            u"ProdEuWest1/CDC/SQLServer/OrdersDB/SnowflakePK/Passphrase/RotatedQ32026ByOpsTeam"_s,
            u"DEPT-Finance-APP-OrderHub-ENV-Prod-DB-SQLServer-USER-svcReplicationWithKeyVault-PWD"_s,
            u"prod/data-platform/streaming/SnowflakePrivateKeyPassphrase_for_orders_pipeline-2026"_s,
            u"sm-az1-eu2-db03-k8s-s3-ec2-prod01-mssql2019-ag1-node04-svc02-pwd-v12-r7"_s,
            u"mssql2019/prod01/weu1/sqlmi02/db04/svc_cdc_rw/pwd/v3/rotated20260401/kv02prd"_s,
            u"PRD_WEU_DP_STRM_SQLSRV01_SVCDBZCDCRDR_PWD_PRIM_ROT_Q3_FY26_TMPL_XYZ_MGMTGRP"_s,
            u"2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6/9a1b34ff-7c11-4fd2-8a06-0b4dc8e1f3c7"_s,
            u"2734aa6f0c644d2b9406f44dc8f1f3b6/secrets/streaming/9a1b34ff7c114fd28a060b4dc8e1f3c7"_s,
            u"prod/streaming/deploy-1f0c9e27d4b85a3360f2b7e98c41d5a60e937b12/sqlserver-password"_s,
            u"SNOWFLAKEPRIVATEKEYPASSPHRASEFORORDERSANDCUSTOMERSPRODUCTIONEUROPEWEST2026"_s,
            u"snowflakeprivatekeypassphraseforordersandcustomersproductioneuropewest2026q3"_s,
            u"datenbankzugangspasswort-fuer-kundenstammdatenverwaltung-produktion-schluessel"_s,
            u"przechowywanie-haslo-bazy-danych-zamowienia-produkcja-wschod-rotacja-kwartal3"_s,
            u"contrasena-de-la-base-de-datos-de-facturacion-produccion-europa-occidental-2026"_s,
            u"motdepasse-base-de-donnees-entrepot-commandes-clients-preproduction-recette"_s,
            u"wachtwoord-gegevensbestand-klantenadministratie-productieomgeving-rotatie"_s,
            u"tietokannan-salasana-tilaukset-asiakkaat-tuotanto-eurooppa-lansi-kierto"_s,
            u"rds!cluster-1234abcd-12ab-34cd-56ef-1234567890ab-of-the-orders-platform-production"_s,
            u"https://my-vault.vault.azure.net/secrets/sqlserver-password/"
            "0123456789abcdef0123456789abcdef?api-version=7.4&x=(a,b);c~d#e"_s,
            u"{\"secretType\":\"AZURE_KEY_VAULT\",\"secretLocation\":\"streaming-key-vault\","
            "\"secretName\":\"sqlserver-password\"}"_s,
            QString(80, u'x'),
        }) {
        QVERIFY2(name.size() > 64, qPrintable(name));
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestRandomText::longNamesPass()
{
    QFETCH(const QString, name);
    QVERIFY(SecretGuard::judge(name).isFine());
}

// Put together as naming rules do it: environment, region, system, object, number.
void TestRandomText::namesOfManyPartsPass()
{
    const QStringList words{u"prod"_s,        u"EU"_s,         u"WestEurope"_s, u"sqlserver"_s,
                            u"Snowflake"_s,   u"PrivateKey"_s, u"PWD"_s,        u"db01"_s,
                            u"CDC"_s,         u"orders"_s,     u"2026"_s,       u"Q3"_s,
                            u"svc-user"_s,    u"OrderHub"_s,   u"DataLake"_s,   u"v2"_s,
                            u"replication"_s, u"ACCT"_s,       u"KeyVault"_s,   u"passphrase"_s};
    QRandomGenerator generator(7);
    for (int round = 0; round < 2'000; ++round) {
        const QChar separator = u"-_/.+"_s.at(generator.bounded(5));
        QString name;
        while (name.size() < 65 + round % 100)
            name += words.at(generator.bounded(int(words.size()))) + separator;
        QVERIFY2(SecretGuard::judge(name).isFine(), qPrintable(name));
    }
}

void TestRandomText::randomTextsAreCaught_data()
{
    QTest::addColumn<QString>("alphabet");
    const QString lower = u"abcdefghijklmnopqrstuvwxyz"_s;
    const QString letters = lower + lower.toUpper();
    const QString digits = u"0123456789"_s;
    QString printable;
    for (char16_t character = u'!'; character <= u'~'; ++character)
        printable += QChar(character);
    QTest::newRow("base64") << letters + digits + u"+/"_s;
    QTest::newRow("base64url") << letters + digits + u"-_"_s;
    QTest::newRow("hexadecimal") << digits + u"abcdef"_s;
    QTest::newRow("hexadecimal, upper case") << digits + u"ABCDEF"_s;
    QTest::newRow("base32") << lower.toUpper() + u"234567"_s;
    QTest::newRow("base32, lower case") << lower + u"234567"_s;
    QTest::newRow("lower case and digits") << lower + digits;
    QTest::newRow("letters") << letters;
    QTest::newRow("printable") << printable;
}

void TestRandomText::randomTextsAreCaught()
{
    QFETCH(const QString, alphabet);
    QRandomGenerator generator(11);
    int caught = 0;
    int all = 0;
    for (int size = 65; size <= 200; ++size) {
        for (int round = 0; round < 20; ++round, ++all)
            caught += int(!SecretGuard::judge(random(alphabet, size, &generator)).isFine());
    }
    QVERIFY2(caught >= all * 0.99, qPrintable(u"%1 of %2"_s.arg(caught).arg(all)));
    // The shortest are the hardest.
    caught = 0;
    for (int round = 0; round < 1'000; ++round)
        caught += int(!SecretGuard::judge(random(alphabet, 65, &generator)).isFine());
    QVERIFY2(caught >= 990, qPrintable(u"%1 of 1000"_s.arg(caught)));
}

void TestRandomText::amongNamesTheyAreCaught()
{
    QRandomGenerator generator(3);
    const QString before = u"prod/data-platform/streaming/snowflake-private-key-of-the-orders/"_s;
    for (int round = 0; round < 200; ++round) {
        const QString key = random(u"abcdefghijklmnopqrstuvwxyz0123456789"_s, 80, &generator);
        QVERIFY(SecretGuard::judge(before + key).isDoubtful());
        QVERIFY(SecretGuard::judge(key + u"/the-passphrase-of-the-private-key"_s).isDoubtful());
        QVERIFY(SecretGuard::judge(u"https://host/page?key=%1&page=2"_s.arg(key)).isDoubtful());
        QVERIFY(SecretGuard::judge(u"the key is %1, as always"_s.arg(key)).isDoubtful());
    }
}

// What is no longer than a name may be is left to the other rules.
void TestRandomText::shortTextsPass()
{
    QRandomGenerator generator(5);
    const QString alphabet = u"abcdefghijklmnopqrstuvwxyz0123456789"_s;
    for (int size = 0; size <= 64; ++size)
        QVERIFY(!looksRandom(random(alphabet, size, &generator)));
}

void TestRandomText::accessKeysAreCaught()
{
    QRandomGenerator generator(9);
    const QString alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"_s;
    int caught = 0;
    for (int round = 0; round < 1'000; ++round)
        caught += int(SecretGuard::judge(random(alphabet, 40, &generator)).isDoubtful());
    QVERIFY2(caught >= 950, qPrintable(u"%1 of 1000"_s.arg(caught)));
    for (const QString &name : {u"prod/EU/sqlserver/OrdersDB2026/password1"_s,
                                u"DatabaseSecretOfTheOrdersPlatform2026v12"_s,
                                u"1f0c9e27d4b85a3360f2b7e98c41d5a60e937b12"_s,
                                u"ProdWestEuropeSnowflakePrivateKey2026Q30"_s,
                                u"arnAwsSecretsManagerEuCentral1ProdDb0001"_s}) {
        QCOMPARE(name.size(), 40);
        QVERIFY2(SecretGuard::judge(name).isFine(), qPrintable(name));
    }
}

SLUICE_TEST(TestRandomText, None)
#include "tst_randomtext.moc"
