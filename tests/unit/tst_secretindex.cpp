// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretlint.h"
#include "tests/unit/guidedefinition.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

const QStringList passwordPath{u"streamingSource"_s, u"connection"_s, u"password"_s};
const QStringList keyPath{u"streamingTarget"_s, u"connection"_s, u"authentication"_s,
                          u"privateKey"_s};
const QStringList passphrasePath{u"streamingTarget"_s, u"connection"_s, u"authentication"_s,
                                 u"passphrase"_s};

PipelineKey keyOf(const QString &id, const QString &account = u"acc"_s)
{
    return {account, u"p"_s, id};
}

SecretReference azure(const QString &name, const QString &vault = u"vault"_s)
{
    return {u"AZURE_KEY_VAULT"_s, vault, name, {}};
}

// A pipeline whose only references these are.
PipelineSecrets pipeline(const QString &id, const QList<SecretUse> &uses,
                         const QString &source = u"sqlserver db orders"_s)
{
    PipelineSecrets made;
    made.key = keyOf(id);
    made.name = id;
    made.source = source;
    made.uses = uses;
    return made;
}

QList<SecretRule> rules(const SecretIndex &index, const QString &id)
{
    QList<SecretRule> found;
    const QList<SecretFinding> findings = secretFindings(index, keyOf(id));
    for (const SecretFinding &finding : findings) {
        if (finding.reason.isEmpty() || finding.advice.isEmpty())
            qWarning("A finding without words.");
        found.append(finding.rule);
    }
    return found;
}

} // namespace

// References across pipelines, and what may be wrong with them.
class TestSecretIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheGuidesReferences();
    void findsUnknownOnes();
    void writesBackWithoutLoss();
    void isKeptUpToDate();
    void changesLikeOneMadeAnew();
    void fineOnesHaveNoFindings();
    void localRules_data();
    void localRules();
    void sameNameInTwoVaults();
    void differsByCase();
    void differsFromSiblings();
    void accountsAreApart();
    void rulesHaveNames();
};

void TestSecretIndex::findsTheGuidesReferences()
{
    const PipelineSecrets found = pipelineSecrets(keyOf(u"a"_s), guideDefinition());
    QCOMPARE(found.name, u"my-streaming-pipeline"_s);
    QCOMPARE(found.uses.size(), 3);
    QStringList places;
    for (const SecretUse &use : found.uses) {
        places.append(use.path.join(u'.'));
        QCOMPARE(use.reference.provider, u"AZURE_KEY_VAULT"_s);
        QVERIFY(!use.reference.name.isEmpty());
    }
    places.sort();
    QStringList expected{passwordPath.join(u'.'), keyPath.join(u'.'), passphrasePath.join(u'.')};
    expected.sort();
    QCOMPARE(places, expected);
}

void TestSecretIndex::findsUnknownOnes()
{
    const QJsonObject reference{{u"secretName"_s, u"n"_s}, {u"key"_s, u"k"_s}};
    const QJsonObject definition{
        {u"x-new"_s, QJsonObject{{u"deep"_s, reference}}},
        {u"tables"_s, QJsonArray{reference}}, // lists hold none
        {u"password"_s, u"text"_s},
        {u"accountKey"_s, QJsonObject()},
    };
    const QList<SecretUse> uses = secretUses(definition);
    QCOMPARE(uses.size(), 2);
    QCOMPARE(uses.at(0).path, QStringList{u"accountKey"_s});
    QVERIFY(uses.at(0).reference.isEmpty());
    QCOMPARE(uses.at(1).path, (QStringList{u"x-new"_s, u"deep"_s}));
    QCOMPARE(uses.at(1).reference.key, u"k"_s);
}

void TestSecretIndex::writesBackWithoutLoss()
{
    const QJsonObject json{{u"secretType"_s, u"azure_key_vault"_s},
                           {u"secretLocation"_s, u"v"_s},
                           {u"secretName"_s, u"n"_s},
                           {u"key"_s, u"k"_s},
                           {u"x-new"_s, 1}};
    SecretReference reference = SecretReference::read(json);
    QCOMPARE(reference.writtenInto(json), json);
    reference.name = u"m"_s;
    reference.key = u"l"_s;
    QJsonObject expected = json;
    expected.insert(u"secretName"_s, u"m"_s);
    expected.insert(u"key"_s, u"l"_s);
    QCOMPARE(reference.writtenInto(json), expected);
    reference.location.clear();
    expected.remove(u"secretLocation"_s);
    QCOMPARE(reference.writtenInto(json), expected);
    QCOMPARE(reference.writtenInto({}).value(u"secretKey"_s).toString(), u"l"_s);

    // Parts that say nothing do not go with the change of another one.
    QJsonObject nulls{{u"secretName"_s, u"n"_s},
                      {u"secretLocation"_s, QJsonValue::Null},
                      {u"secretKey"_s, u""_s}};
    reference = SecretReference::read(nulls);
    reference.name = u"m"_s;
    const QJsonObject written = reference.writtenInto(nulls);
    nulls.insert(u"secretName"_s, u"m"_s);
    QCOMPARE(written, nulls);
}

void TestSecretIndex::isKeptUpToDate()
{
    SecretIndex index;
    const SecretReference one = azure(u"one"_s);
    const SecretReference two = azure(u"two"_s);
    QVERIFY(index.put(pipeline(u"a"_s, {{passwordPath, one}, {keyPath, two}})));
    QVERIFY(index.put(pipeline(u"b"_s, {{passwordPath, one}})));
    QVERIFY(!index.put(pipeline(u"b"_s, {{passwordPath, one}})));
    QCOMPARE(index.users(one).size(), 2);
    QCOMPARE(index.users(two), (QList<SecretUser>{{keyOf(u"a"_s), keyPath}}));
    QVERIFY(index.put(pipeline(u"a"_s, {{passwordPath, one}})));
    QVERIFY(!index.contains(two));
    QVERIFY(index.remove(keyOf(u"b"_s)));
    QVERIFY(!index.remove(keyOf(u"b"_s)));
    QCOMPARE(index.references(), QList<SecretReference>{one});
    QVERIFY(index.remove(keyOf(u"a"_s)));
    QVERIFY(index.references().isEmpty());
}

// However it came about, the index says what one that is made anew says.
void TestSecretIndex::changesLikeOneMadeAnew()
{
    QRandomGenerator random(3);
    SecretIndex index;
    QHash<QString, PipelineSecrets> now;
    const QStringList secrets{u"one"_s, u"One"_s, u"two"_s};
    const auto anyReference = [&random, &secrets] {
        return azure(secrets.at(random.bounded(int(secrets.size()))),
                     u"v%1"_s.arg(random.bounded(2)));
    };
    for (int round = 0; round < 2000; ++round) {
        const QString id = QString::number(random.bounded(12));
        if (random.bounded(4) == 0) {
            index.remove(keyOf(id));
            now.remove(id);
            continue;
        }
        const PipelineSecrets next =
            pipeline(id, {{passwordPath, anyReference()}, {keyPath, anyReference()}},
                     u"s%1"_s.arg(random.bounded(2)));
        index.put(next);
        now.insert(id, next);
    }
    SecretIndex fresh;
    for (const PipelineSecrets &each : std::as_const(now))
        fresh.put(each);
    const auto sorted = [](QList<SecretReference> references) {
        std::sort(references.begin(), references.end());
        return references;
    };
    QVERIFY(sorted(index.references()) == sorted(fresh.references()));
    for (auto each = now.cbegin(); each != now.cend(); ++each)
        QVERIFY(secretFindings(index, keyOf(each.key())) ==
                secretFindings(fresh, keyOf(each.key())));
}

void TestSecretIndex::fineOnesHaveNoFindings()
{
    SecretIndex index;
    index.put(pipelineSecrets(keyOf(u"a"_s), guideDefinition()));
    index.put(pipelineSecrets(keyOf(u"b"_s), guideDefinition()));
    QVERIFY(secretFindings(index, keyOf(u"a"_s)).isEmpty());
    QVERIFY(secretFindings(index, keyOf(u"unknown"_s)).isEmpty());
}

void TestSecretIndex::localRules_data()
{
    QTest::addColumn<QList<SecretUse>>("uses");
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<QList<SecretRule>>("expected");
    using Uses = QList<SecretUse>;
    using Rules = QList<SecretRule>;
    const SecretReference aws{u"AWS_SECRETS_MANAGER"_s, {}, u"a"_s, {}};
    const auto row = [](const char *name, const Uses &uses, const QString &cloud,
                        const Rules &expected) {
        QTest::newRow(name) << uses << cloud << expected;
    };
    row("empty", Uses{{passwordPath, {}}}, {}, {SecretRule::EmptyPart});
    row("no provider", Uses{{passwordPath, {{}, {}, u"n"_s, {}}}}, {}, {SecretRule::EmptyPart});
    row("blank name", Uses{{passwordPath, azure(u" "_s)}}, {}, {SecretRule::EmptyPart});
    row("no vault", Uses{{passwordPath, azure(u"n"_s, {})}}, {}, {SecretRule::EmptyPart});
    row("no location elsewhere", Uses{{passwordPath, aws}}, {}, {});
    row("white space", Uses{{passwordPath, azure(u"n "_s)}}, {}, {SecretRule::WhiteSpace});
    row("white space within", Uses{{passwordPath, azure(u"n"_s, u"a b"_s)}}, {},
        {SecretRule::WhiteSpace});
    row("mixed", Uses{{passwordPath, aws}, {keyPath, azure(u"n"_s)}}, {},
        {SecretRule::MixedProviders});
    row("other cloud", Uses{{passwordPath, azure(u"n"_s)}}, u"aws"_s, {SecretRule::OtherCloud});
    row("other cloud, any case", Uses{{passwordPath, aws}}, u"GCP"_s, {SecretRule::OtherCloud});
    row("its cloud", Uses{{passwordPath, aws}}, u"AWS"_s, {});
    row("unknown cloud", Uses{{passwordPath, aws}}, u"oracle"_s, {});
    row("passphrase alone", Uses{{passphrasePath, azure(u"n"_s)}}, {},
        {SecretRule::PassphraseWithoutKey});
    row("passphrase with an empty key", Uses{{passphrasePath, azure(u"n"_s)}, {keyPath, {}}}, {},
        {SecretRule::EmptyPart, SecretRule::PassphraseWithoutKey});
    row("passphrase with its key", Uses{{passphrasePath, azure(u"n"_s)}, {keyPath, azure(u"k"_s)}},
        {}, {});
    row("same secret", Uses{{passwordPath, azure(u"n"_s)}, {keyPath, azure(u"n"_s)}}, {},
        {SecretRule::SameSecretTwice});
    SecretReference other = azure(u"n"_s);
    other.key = u"k"_s;
    row("another key of it", Uses{{passwordPath, azure(u"n"_s)}, {keyPath, other}}, {}, {});
}

void TestSecretIndex::localRules()
{
    QFETCH(const QList<SecretUse>, uses);
    QFETCH(const QString, cloud);
    QFETCH(const QList<SecretRule>, expected);
    PipelineSecrets made = pipeline(u"a"_s, uses);
    made.cloud = cloud;
    SecretIndex index;
    index.put(made);
    QVERIFY(rules(index, u"a"_s) == expected);
}

void TestSecretIndex::sameNameInTwoVaults()
{
    SecretIndex index;
    index.put(pipeline(u"a"_s, {{passwordPath, azure(u"n"_s, u"one"_s)}}));
    index.put(pipeline(u"b"_s, {{passwordPath, azure(u"n"_s, u"two"_s)}}, u"other"_s));
    QVERIFY(rules(index, u"a"_s) == QList{SecretRule::SameNameInTwoVaults});
    QVERIFY(rules(index, u"b"_s) == QList{SecretRule::SameNameInTwoVaults});
    index.remove(keyOf(u"b"_s));
    QVERIFY(rules(index, u"a"_s).isEmpty());
}

void TestSecretIndex::differsByCase()
{
    SecretIndex index;
    index.put(pipeline(u"a"_s, {{passwordPath, azure(u"Sql-Password"_s)}}));
    index.put(pipeline(u"b"_s, {{passwordPath, azure(u"sql-password"_s)}}, u"other"_s));
    QVERIFY(rules(index, u"a"_s) == QList{SecretRule::DiffersByCase});
    const QString reason = secretFindings(index, keyOf(u"a"_s)).constFirst().reason;
    QVERIFY2(reason.contains(u"sql-password"_s), qPrintable(reason));
}

void TestSecretIndex::differsFromSiblings()
{
    SecretIndex index;
    index.put(pipeline(u"a"_s, {{passwordPath, azure(u"old"_s)}}));
    index.put(pipeline(u"b"_s, {{passwordPath, azure(u"new"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // one against one
    index.put(pipeline(u"c"_s, {{passwordPath, azure(u"new"_s)}}));
    QVERIFY(rules(index, u"a"_s) == QList{SecretRule::DiffersFromSiblings});
    QVERIFY(rules(index, u"b"_s).isEmpty());
    index.put(pipeline(u"d"_s, {{passwordPath, azure(u"third"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // they do not agree
    index.put(pipeline(u"d"_s, {{passwordPath, azure(u"old"_s)}}));
    QVERIFY(rules(index, u"a"_s).isEmpty()); // not alone
}

void TestSecretIndex::accountsAreApart()
{
    SecretIndex index;
    index.put(pipeline(u"a"_s, {{passwordPath, azure(u"n"_s, u"dev-vault"_s)}}));
    PipelineSecrets other = pipeline(u"b"_s, {{passwordPath, azure(u"n"_s, u"prod-vault"_s)}});
    other.key.account = u"prod"_s;
    index.put(other);
    QVERIFY(rules(index, u"a"_s).isEmpty());
}

void TestSecretIndex::rulesHaveNames()
{
    QSet<QString> ids;
    for (const SecretRule rule : secretRules) {
        QVERIFY(!title(rule).isEmpty());
        ids.insert(idOf(rule));
    }
    QCOMPARE(ids.size(), int(secretRules.size()));
}

QTEST_GUILESS_MAIN(TestSecretIndex)
#include "tst_secretindex.moc"
