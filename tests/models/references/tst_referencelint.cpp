// SPDX-License-Identifier: Apache-2.0
#include "tests/support/guidedefinition.h"
#include "tests/support/secretpipelines.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QList<ReferenceRule> rules(const ReferenceIndex &index, const QString &id)
{
    QList<ReferenceRule> found;
    const QList<ReferenceFinding> findings = referenceFindings(index, keyOf(id));
    for (const ReferenceFinding &finding : findings) {
        if (finding.reason.isEmpty() || finding.advice.isEmpty())
            qWarning("A finding without words.");
        found.append(finding.rule);
    }
    return found;
}

} // namespace

// What may be wrong with references, rule by rule.
class TestReferenceLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fineOnesHaveNoFindings();
    void localRules_data();
    void localRules();
    void sameNameInTwoVaults();
    void differsByCase();
    void differsFromSiblings();
    void accountsAreApart();
    void propertiesThatAreNoText_data();
    void propertiesThatAreNoText();
    void rulesHaveNames();
};

void TestReferenceLint::fineOnesHaveNoFindings()
{
    ReferenceIndex index;
    index.put(pipelineReferences(keyOf(u"a"_s), guideDefinition()));
    index.put(pipelineReferences(keyOf(u"b"_s), guideDefinition()));
    QVERIFY(referenceFindings(index, keyOf(u"a"_s)).isEmpty());
    QVERIFY(referenceFindings(index, keyOf(u"unknown"_s)).isEmpty());
}

void TestReferenceLint::localRules_data()
{
    QTest::addColumn<QList<SecretUse>>("uses");
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<QList<ReferenceRule>>("expected");
    using Uses = QList<SecretUse>;
    using Rules = QList<ReferenceRule>;
    const SecretReference aws{u"AWS_SECRETS_MANAGER"_s, {}, u"a"_s, {}};
    const auto row = [](const char *name, const Uses &uses, const QString &cloud,
                        const Rules &expected) {
        QTest::newRow(name) << uses << cloud << expected;
    };
    row("empty", Uses{{passwordPath, {}}}, {}, {ReferenceRule::EmptyPart});
    row("no provider", Uses{{passwordPath, {{}, {}, u"n"_s, {}}}}, {}, {ReferenceRule::EmptyPart});
    row("blank name", Uses{{passwordPath, vaultSecret(u" "_s)}}, {}, {ReferenceRule::EmptyPart});
    row("no vault", Uses{{passwordPath, vaultSecret(u"n"_s, {})}}, {}, {ReferenceRule::EmptyPart});
    row("no location elsewhere", Uses{{passwordPath, aws}}, {}, {});
    row("white space", Uses{{passwordPath, vaultSecret(u"n "_s)}}, {}, {ReferenceRule::WhiteSpace});
    row("white space within", Uses{{passwordPath, vaultSecret(u"n"_s, u"a b"_s)}}, {},
        {ReferenceRule::WhiteSpace});
    row("blank location", Uses{{passwordPath, {aws.provider, u" "_s, u"n"_s, {}}}}, {},
        {ReferenceRule::WhiteSpace});
    row("blank key", Uses{{passwordPath, {aws.provider, {}, u"n"_s, u" "_s}}}, {},
        {ReferenceRule::WhiteSpace});
    for (const QString &name :
         {u"https://kv1.vault.azure.net/secrets/n"_s, u"${DB_PASSWORD}"_s, u"{{secret}}"_s,
          u"projects/p/secrets/n/versions/3"_s, u"a_b"_s, u"<secret>"_s,
          u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123"_s,
          u"@Microsoft.KeyVault(VaultName=v;SecretName=s)"_s})
        row(qPrintable(name), Uses{{passwordPath, vaultSecret(name)}}, {},
            {ReferenceRule::ImpossibleName});
    row("a placeholder as the key", Uses{{passwordPath, {aws.provider, {}, u"n"_s, u"${key}"_s}}},
        {}, {ReferenceRule::ImpossibleName});
    row("a vault's address", Uses{{passwordPath, vaultSecret(u"n"_s, u"kv1.vault.azure.net"_s)}},
        {}, {ReferenceRule::ImpossibleName});
    row("a managed secret", Uses{{passwordPath, {aws.provider, {}, u"rds!cluster-1234abcd"_s, {}}}},
        {}, {});
    row("mixed", Uses{{passwordPath, aws}, {keyPath, vaultSecret(u"n"_s)}}, {},
        {ReferenceRule::MixedProviders});
    row("other cloud", Uses{{passwordPath, vaultSecret(u"n"_s)}}, u"aws"_s,
        {ReferenceRule::OtherCloud});
    row("other cloud, any case", Uses{{passwordPath, aws}}, u"GCP"_s, {ReferenceRule::OtherCloud});
    row("its cloud", Uses{{passwordPath, aws}}, u"AWS"_s, {});
    row("unknown cloud", Uses{{passwordPath, aws}}, u"oracle"_s, {});
    row("passphrase alone", Uses{{passphrasePath, vaultSecret(u"n"_s)}}, {},
        {ReferenceRule::PassphraseWithoutKey});
    row("passphrase with an empty key", Uses{{passphrasePath, vaultSecret(u"n"_s)}, {keyPath, {}}},
        {}, {ReferenceRule::EmptyPart, ReferenceRule::PassphraseWithoutKey});
    row("passphrase with its key",
        Uses{{passphrasePath, vaultSecret(u"n"_s)}, {keyPath, vaultSecret(u"k"_s)}}, {}, {});
    row("same secret", Uses{{passwordPath, vaultSecret(u"n"_s)}, {keyPath, vaultSecret(u"n"_s)}},
        {}, {ReferenceRule::SameSecretTwice});
    SecretReference other = vaultSecret(u"n"_s);
    other.key = u"k"_s;
    row("another key of it", Uses{{passwordPath, vaultSecret(u"n"_s)}, {keyPath, other}}, {}, {});
}

void TestReferenceLint::localRules()
{
    QFETCH(const QList<SecretUse>, uses);
    QFETCH(const QString, cloud);
    QFETCH(const QList<ReferenceRule>, expected);
    PipelineReferences made = holderOf(u"a"_s, uses);
    made.cloud = cloud;
    ReferenceIndex index;
    index.put(made);
    QVERIFY(rules(index, u"a"_s) == expected);
}

void TestReferenceLint::sameNameInTwoVaults()
{
    ReferenceIndex index;
    index.put(holderOf(u"a"_s, {{passwordPath, vaultSecret(u"n"_s, u"one"_s)}}));
    index.put(holderOf(u"b"_s, {{passwordPath, vaultSecret(u"n"_s, u"two"_s)}}, u"other"_s));
    QVERIFY(rules(index, u"a"_s) == QList{ReferenceRule::SameNameInTwoVaults});
    QVERIFY(rules(index, u"b"_s) == QList{ReferenceRule::SameNameInTwoVaults});
    index.remove(keyOf(u"b"_s));
    QVERIFY(rules(index, u"a"_s).isEmpty());
}

void TestReferenceLint::differsByCase()
{
    ReferenceIndex index;
    index.put(holderOf(u"a"_s, {{passwordPath, vaultSecret(u"Sql-Password"_s)}}));
    index.put(holderOf(u"b"_s, {{passwordPath, vaultSecret(u"sql-password"_s)}}, u"other"_s));
    QVERIFY(rules(index, u"a"_s) == QList{ReferenceRule::DiffersByCase});
    const QString reason = referenceFindings(index, keyOf(u"a"_s)).constFirst().reason;
    QVERIFY2(reason.contains(u"sql-password"_s), qPrintable(reason));
}

void TestReferenceLint::differsFromSiblings()
{
    ReferenceIndex index;
    index.put(holderOf(u"a"_s, {{passwordPath, vaultSecret(u"old"_s)}}));
    index.put(holderOf(u"b"_s, {{passwordPath, vaultSecret(u"new"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // one against one
    index.put(holderOf(u"c"_s, {{passwordPath, vaultSecret(u"new"_s)}}));
    QVERIFY(rules(index, u"a"_s) == QList{ReferenceRule::DiffersFromSiblings});
    QVERIFY(rules(index, u"b"_s).isEmpty());
    index.put(holderOf(u"d"_s, {{passwordPath, vaultSecret(u"third"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // they do not agree
    index.put(holderOf(u"d"_s, {{passwordPath, vaultSecret(u"old"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // not alone
}

void TestReferenceLint::accountsAreApart()
{
    ReferenceIndex index;
    index.put(holderOf(u"a"_s, {{passwordPath, vaultSecret(u"n"_s, u"dev-vault"_s)}}));
    PipelineReferences other =
        holderOf(u"b"_s, {{passwordPath, vaultSecret(u"n"_s, u"prod-vault"_s)}});
    other.key.account = u"prod"_s;
    index.put(other);
    QVERIFY(rules(index, u"a"_s).isEmpty());
}

void TestReferenceLint::propertiesThatAreNoText_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("number") << QJsonValue(10000) << true;
    QTest::newRow("fraction") << QJsonValue(0.5) << true;
    QTest::newRow("true") << QJsonValue(true) << true;
    QTest::newRow("list") << QJsonValue(QJsonArray{1}) << true;
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"a"_s, 1}}) << true;
    QTest::newRow("text") << QJsonValue(u"10000"_s) << false;
    QTest::newRow("empty") << QJsonValue(QString()) << false;
    QTest::newRow("null") << QJsonValue() << false;
}

void TestReferenceLint::propertiesThatAreNoText()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isFound);
    const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                {u"secretName"_s, u"n"_s}};
    const QJsonObject definition{
        {u"advancedProperties"_s, QJsonObject{{u"max.batch.size"_s, value}, {u"b"_s, u"x"_s}}},
        {u"streamingSource"_s, QJsonObject{{u"password"_s, reference}}}};
    ReferenceIndex index;
    index.put(pipelineReferences(keyOf(u"a"_s), definition));
    QCOMPARE(rules(index, u"a"_s),
             isFound ? QList{ReferenceRule::PropertyNoText} : QList<ReferenceRule>());
    const QList<ReferenceFinding> findings = referenceFindings(index, keyOf(u"a"_s));
    QVERIFY(!isFound || (findings.constFirst().path ==
                             DefinitionPath{u"advancedProperties"_s, u"max.batch.size"_s} &&
                         findings.constFirst().reason.contains(u"max.batch.size"_s)));
}

void TestReferenceLint::rulesHaveNames()
{
    QSet<QString> ids;
    for (const ReferenceRule rule : secretRules) {
        QVERIFY(!title(rule).isEmpty());
        ids.insert(idOf(rule));
    }
    QCOMPARE(ids.size(), int(secretRules.size()));
}

SLUICE_TEST(TestReferenceLint, Core)
#include "tst_referencelint.moc"
