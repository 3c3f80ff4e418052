// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretnames.h"
#include "models/definition/secret/secrettext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// References to secrets as people paste them, and what the managers say of names.
class TestSecretText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void ownTextComesBack();
    void namesAreChecked_data();
    void namesAreChecked();
};

void TestSecretText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SecretReference>("reference");
    QTest::addColumn<int>("leftOut");
    const auto row = [](const char *name, const QString &text, const SecretReference &reference,
                        int leftOut) { QTest::newRow(name) << text << reference << leftOut; };
    const QString azure = u"AZURE_KEY_VAULT"_s;
    const QString aws = u"AWS_SECRETS_MANAGER"_s;
    const QString google = u"GOOGLE_SECRET_MANAGER"_s;
    row("json", uR"({"secretType":"azure_key_vault","secretLocation":"v","secretName":"n"})"_s,
        {azure, u"v"_s, u"n"_s, {}}, 0);
    row("json of Terraform", uR"( {"secretType": "AWS_SECRETS_MANAGER",
        "secretName": "n", "key": "k"} )"_s,
        {aws, {}, u"n"_s, u"k"_s}, 0);
    row("key vault", u"https://streaming-kv.vault.azure.net/secrets/sqlserver-password"_s,
        {azure, u"streaming-kv"_s, u"sqlserver-password"_s, {}}, 0);
    row("key vault, version", u" https://kv.vault.azure.net:443/secrets/n/0123abc/ \n"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 1);
    row("key vault of China", u"https://kv.vault.azure.cn/secrets/n"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("app setting", u"@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/n/)"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("arn", u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbC123"_s,
        {aws, {}, u"prod/db"_s, {}}, 3);
    row("arn with key and stage",
        u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password:AWSCURRENT:"_s,
        {aws, {}, u"db"_s, u"password"_s}, 4);
    row("partial arn", u"arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:db"_s,
        {aws, {}, u"db"_s, {}}, 2);
    row("partial arn, ends in a word",
        u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-master"_s,
        {aws, {}, u"db-master"_s, {}}, 2);
    row("arn, ending of digits and letters",
        u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-master-ab1cde"_s,
        {aws, {}, u"db-master"_s, {}}, 3);
    row("google", u"projects/p-1/secrets/n/versions/latest"_s, {google, {}, u"n"_s, {}}, 2);
    row("google, regional", u"projects/42/locations/europe-west3/secrets/n"_s,
        {google, {}, u"n"_s, {}}, 2);
    row("google, whole", u"//secretmanager.googleapis.com/projects/p/secrets/n"_s,
        {google, {}, u"n"_s, {}}, 1);
    row("app setting, parts", u"@Microsoft.KeyVault(VaultName=kv1;SecretName=n)"_s,
        {azure, u"kv1"_s, u"n"_s, {}}, 0);
    row("app setting, parts and a version",
        u"@microsoft.keyvault( SecretName = n ; SecretVersion=ab12; VaultName=kv1 )"_s,
        {azure, u"kv1"_s, u"n"_s, {}}, 1);
    row("app setting, version in the address",
        u"@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/n/ab12)"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 1);
    row("key vault, no https", u"kv.vault.azure.net/secrets/n"_s, {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("key vault, quoted", u"\"https://kv.vault.azure.net/secrets/n\","_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("key vault, private link", u"https://kv.privatelink.vaultcore.azure.net/secrets/n"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("key vault of the US government", u"https://kv.vault.usgovcloudapi.net/secrets/n?x=1"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("key vault of Germany", u"https://KV.vault.microsoftazure.de/secrets/n/"_s,
        {azure, u"KV"_s, u"n"_s, {}}, 0);
    row("resource id",
        u"/subscriptions/2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6/resourceGroups/rg/providers/"
        "Microsoft.KeyVault/vaults/kv/secrets/n"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 0);
    row("resource id with a version",
        u"/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv/secrets/n/"
        "versions/ab12"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 1);
    row("portal",
        u"https://portal.azure.com/#@example.com/asset/Microsoft_Azure_KeyVault/Secret/"
        "https://kv.vault.azure.net/secrets/n/ab12"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 1);
    row("az", u"az keyvault secret show --vault-name kv --name n"_s, {azure, u"kv"_s, u"n"_s, {}},
        0);
    row("az by id", u"az keyvault secret show --id=https://kv.vault.azure.net/secrets/n/ab12"_s,
        {azure, u"kv"_s, u"n"_s, {}}, 1);
    row("arn, government",
        u"arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a/b-AbC123"_s,
        {aws, {}, u"a/b"_s, {}}, 3);
    row("arn, key without the colons",
        u"'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password'"_s,
        {aws, {}, u"db"_s, u"password"_s}, 3);
    row("arn of a managed secret",
        u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-1234abcd-AbC123"_s,
        {aws, {}, u"rds!cluster-1234abcd"_s, {}}, 3);
    row("dynamic reference", u"{{resolve:secretsmanager:prod/db:SecretString:password}}"_s,
        {aws, {}, u"prod/db"_s, u"password"_s}, 0);
    row("dynamic reference to an arn",
        u"{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:"
        "SecretString:password:AWSPREVIOUS}}"_s,
        {aws, {}, u"db"_s, u"password"_s}, 4);
    row("console of AWS",
        u"https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=prod%2Fdb&region="
        "eu-west-1"_s,
        {aws, {}, u"prod/db"_s, {}}, 0);
    row("aws", u"aws secretsmanager get-secret-value --secret-id prod/db --query SecretString"_s,
        {aws, {}, u"prod/db"_s, {}}, 0);
    row("google, API",
        u"https://secretmanager.googleapis.com/v1/projects/p/secrets/n/versions/3:access"_s,
        {google, {}, u"n"_s, {}}, 2);
    row("google, regional API",
        u"https://secretmanager.europe-west3.rep.googleapis.com/v1/projects/p/locations/"
        "europe-west3/secrets/n"_s,
        {google, {}, u"n"_s, {}}, 2);
    row("google, console",
        u"https://console.cloud.google.com/security/secret-manager/secret/n/versions?hl=de&project=p-1"_s,
        {google, {}, u"n"_s, {}}, 1);
    row("sm", u"sm://p-1/n"_s, {google, {}, u"n"_s, {}}, 1);
    row("gcloud", u"gcloud secrets versions access latest --secret=n --project p"_s,
        {google, {}, u"n"_s, {}}, 1);
    row("gcloud, describe", u"gcloud secrets describe n"_s, {google, {}, u"n"_s, {}}, 0);
    row("lines of a definition",
        u"\"secretType\": \"AZURE_KEY_VAULT\",\n\"secretLocation\": \"v\",\n"
        "\"secretName\": \"n\",\n"_s,
        {azure, u"v"_s, u"n"_s, {}}, 0);
    row("parts", u"AZURE_KEY_VAULT › v › n"_s, {azure, u"v"_s, u"n"_s, {}}, 0);
    row("parts as they are shown", u"Azure Key Vault › v › n"_s, {azure, u"v"_s, u"n"_s, {}}, 0);
    row("parts by hand", u"aws_secrets_manager > n"_s, {aws, {}, u"n"_s, {}}, 0);
}

void TestSecretText::reads()
{
    QFETCH(const QString, text);
    QFETCH(const SecretReference, reference);
    QFETCH(const int, leftOut);
    const auto read = readSecretText(text);
    QVERIFY(read);
    QCOMPARE(read->reference.text(), reference.text());
    QVERIFY(read->reference == reference);
    QCOMPARE(read->leftOut.size(), leftOut);
    QCOMPARE(read->doubt.contains(u"-master"_s),
             reference.name.endsWith(u"-master"_s) && leftOut == 2);
}

void TestSecretText::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {QString(),
                                u"sqlserver-password"_s,
                                u"{}"_s,
                                u"{\"name\": \"x\"}"_s,
                                u"{\"secretName\":"_s,
                                u"http://kv.vault.azure.net/secrets/n"_s,
                                u"https://kv.vault.azure.net/keys/n"_s,
                                u"https://kv.vault.azure.net.example.com/secrets/n"_s,
                                u"https://example.com/secrets/n"_s,
                                u"kv.vault.example.com/secrets/n"_s,
                                u"@Microsoft.KeyVault(VaultName=v)"_s,
                                u"@Microsoft.AppConfiguration(Endpoint=x)"_s,
                                u"az keyvault list --output table"_s,
                                u"gcloud secrets list --project p"_s,
                                u"{{resolve:ssm:name}}"_s,
                                u"https://console.aws.amazon.com/s3/buckets/x?name=n"_s,
                                u"${DB_PASSWORD}"_s,
                                u"rds!cluster-1234abcd"_s,
                                u"arn:aws:s3:::bucket"_s,
                                u"projects/p/topics/t"_s,
                                u"AZURE_KEY_VAULT"_s,
                                u"AZURE_KEY_VAULT › a › b › c › d"_s,
                                u"a › b › c"_s}) {
        QTest::newRow(qPrintable(text)) << text;
    }
}

void TestSecretText::leavesOtherTextAlone()
{
    QFETCH(const QString, text);
    QVERIFY(!readSecretText(text));
}

void TestSecretText::ownTextComesBack()
{
    for (const SecretReference &reference :
         {SecretReference{u"AZURE_KEY_VAULT"_s, u"v"_s, u"n"_s, {}},
          SecretReference{u"AWS_SECRETS_MANAGER"_s, u"l"_s, u"a/b"_s, u"k"_s},
          SecretReference{u"GOOGLE_SECRET_MANAGER"_s, {}, u"n"_s, {}}}) {
        const auto read = readSecretText(reference.text());
        QVERIFY(read);
        QVERIFY(read->reference == reference);
    }
    // Also where the parts alone would be read as others.
    for (const SecretReference &reference :
         {SecretReference{u"AZURE_KEY_VAULT"_s, u"v"_s, u"n"_s, u"k"_s},
          SecretReference{u"AWS_SECRETS_MANAGER"_s, {}, u"n"_s, u"k"_s},
          SecretReference{{}, {}, u"n"_s, {}}, SecretReference{u"OTHER"_s, {}, u"n"_s, {}}}) {
        const std::optional<SecretText> read = readSecretText(secretText(reference));
        QVERIFY2(read, qPrintable(reference.text()));
        QCOMPARE(read->reference, reference);
    }
}

void TestSecretText::namesAreChecked_data()
{
    QTest::addColumn<SecretReference>("reference");
    QTest::addColumn<QString>("word"); // empty: no warning
    const QString azure = u"AZURE_KEY_VAULT"_s;
    const QString aws = u"AWS_SECRETS_MANAGER"_s;
    const QString google = u"GOOGLE_SECRET_MANAGER"_s;
    const auto row = [](const char *name, const SecretReference &reference, const QString &word) {
        QTest::newRow(name) << reference << word;
    };
    row("empty", {}, {});
    row("azure", {azure, u"streaming-kv"_s, u"sqlserver-password"_s, {}}, {});
    row("azure, underscore", {azure, u"kv1"_s, u"sqlserver_password"_s, {}}, u"\"_\""_s);
    row("azure, too long", {azure, u"kv1"_s, QString(128, u'a'), {}}, u"127"_s);
    row("azure, longest", {azure, u"kv1"_s, QString(127, u'a'), {}}, {});
    row("vault, too short", {azure, u"kv"_s, u"n"_s, {}}, u"3 to 24"_s);
    row("vault, too long", {azure, QString(25, u'a'), u"n"_s, {}}, u"3 to 24"_s);
    row("vault, digit first", {azure, u"1kv"_s, u"n"_s, {}}, u"begin with a letter"_s);
    row("vault, two hyphens", {azure, u"a--b"_s, u"n"_s, {}}, u"two hyphens"_s);
    row("vault, hyphen last", {azure, u"abc-"_s, u"n"_s, {}}, u"end with"_s);
    row("vault's address", {azure, u"kv.vault.azure.net"_s, u"n"_s, {}}, u"not its address"_s);
    row("aws", {aws, {}, u"prod/db_1+2=x.y@z-a"_s, {}}, {});
    row("aws, colon", {aws, {}, u"a:b"_s, {}}, u"\":\""_s);
    row("aws, white space", {aws, {}, u"a b"_s, {}}, u"white space"_s);
    row("aws, umlaut", {aws, {}, u"schlüssel"_s, {}}, u"ü"_s);
    row("aws, too long", {aws, {}, QString(513, u'a'), {}}, u"512"_s);
    row("aws, location", {aws, u" eu"_s, u"a"_s, {}}, u"white space"_s);
    for (const QString &managed :
         {u"rds!cluster-1234abcd-12ab-34cd-56ef-1234567890ab"_s, u"rds!db-1234abcd"_s,
          u"redshift!orders-admin"_s, u"events!connection/orders/2734aa6f"_s, u"appflow!x-1"_s,
          u"ecs-sc!1234"_s, u"sqlworkbench!2734aa6f-0c64"_s})
        row(qPrintable(managed), {aws, {}, managed, {}}, {});
    row("aws, ! elsewhere", {aws, {}, u"prod/db!"_s, {}}, u"\"!\""_s);
    row("aws, two !", {aws, {}, u"rds!a!b"_s, {}}, u"\"!\""_s);
    row("aws, ! alone", {aws, {}, u"!a"_s, {}}, u"\"!\""_s);
    const QString arn = u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123"_s;
    row("an arn as the name", {aws, {}, arn, {}}, u"name alone: db."_s);
    row("an address as the name", {azure, u"kv1"_s, u"https://kv1.vault.azure.net/secrets/n"_s, {}},
        u"name alone: n."_s);
    row("an address of elsewhere", {aws, {}, u"https://example.com/n"_s, {}}, u"is an address"_s);
    row("a path as the name", {google, {}, u"projects/p/secrets/n/versions/3"_s, {}},
        u"name alone: n."_s);
    row("an app setting as the name",
        {azure, u"kv1"_s, u"@Microsoft.KeyVault(VaultName=v;SecretName=s)"_s, {}},
        u"name alone: s."_s);
    for (const QString &placeholder :
         {u"${DB_PASSWORD}"_s, u"$DB_PASSWORD"_s, u"{{ db_password }}"_s, u"$(dbPassword)"_s,
          u"#{DbPassword}#"_s, u"%DB_PASSWORD%"_s, u"<your-secret>"_s, u"__DB_PASSWORD__"_s,
          u"<%= password %>"_s}) {
        for (const QString &provider : {azure, aws, google, QString(), u"HASHICORP"_s})
            row(qPrintable(placeholder + u' ' + provider), {provider, u"vault"_s, placeholder, {}},
                u"placeholder"_s);
    }
    row("a placeholder as the vault", {azure, u"${VAULT}"_s, u"n"_s, {}}, u"placeholder"_s);
    row("a placeholder as the key", {aws, {}, u"n"_s, u"{{key}}"_s}, u"placeholder"_s);
    row("google", {google, {}, u"a_b-C9"_s, {}}, {});
    row("google, dot", {google, {}, u"a.b"_s, {}}, u"\".\""_s);
    row("google, too long", {google, {}, QString(256, u'a'), {}}, u"255"_s);
    row("key", {google, {}, u"a"_s, u"k "_s}, u"the key"_s);
    row("unknown provider", {u"HASHICORP"_s, u"a b"_s, u"a b"_s, {}}, {});
}

void TestSecretText::namesAreChecked()
{
    QFETCH(const SecretReference, reference);
    QFETCH(const QString, word);
    const QString warning = SecretNames::warning(reference);
    QCOMPARE(warning.isEmpty(), word.isEmpty());
    QVERIFY2(warning.contains(word), qPrintable(warning));
}

SLUICE_TEST(TestSecretText, Core)
#include "tst_secrettext.moc"
