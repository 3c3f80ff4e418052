// SPDX-License-Identifier: Apache-2.0
#include "tests/support/guidedefinition.h"
#include "tests/support/secretpipelines.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// References across pipelines, and what may be wrong with them.
class TestReferenceIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheGuidesReferences();
    void findsUnknownOnes();
    void writesBackWithoutLoss();
    void isKeptUpToDate();
    void changesLikeOneMadeAnew();
};

void TestReferenceIndex::findsTheGuidesReferences()
{
    const PipelineReferences found = pipelineReferences(keyOf(u"a"_s), guideDefinition());
    QCOMPARE(found.name, u"my-streaming-pipeline"_s);
    QCOMPARE(found.uses.size(), 3);
    QStringList places;
    for (const SecretUse &use : found.uses) {
        places.append(use.path.text());
        QCOMPARE(use.reference.provider, u"AZURE_KEY_VAULT"_s);
        QVERIFY(!use.reference.name.isEmpty());
    }
    places.sort();
    QStringList expected{passwordPath.text(), keyPath.text(), passphrasePath.text()};
    expected.sort();
    QCOMPARE(places, expected);
}

void TestReferenceIndex::findsUnknownOnes()
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
    QCOMPARE(uses.at(0).path, DefinitionPath{u"accountKey"_s});
    QVERIFY(uses.at(0).reference.isEmpty());
    QCOMPARE(uses.at(1).path, (DefinitionPath{u"x-new"_s, u"deep"_s}));
    QCOMPARE(uses.at(1).reference.key, u"k"_s);
}

void TestReferenceIndex::writesBackWithoutLoss()
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

void TestReferenceIndex::isKeptUpToDate()
{
    ReferenceIndex index;
    const SecretReference one = vaultSecret(u"one"_s);
    const SecretReference two = vaultSecret(u"two"_s);
    QVERIFY(index.put(holderOf(u"a"_s, {{passwordPath, one}, {keyPath, two}})));
    QVERIFY(index.put(holderOf(u"b"_s, {{passwordPath, one}})));
    QVERIFY(!index.put(holderOf(u"b"_s, {{passwordPath, one}})));
    QCOMPARE(index.users(one).size(), 2);
    QCOMPARE(index.users(two), (QList<ReferenceUser>{{keyOf(u"a"_s), keyPath}}));
    QVERIFY(index.put(holderOf(u"a"_s, {{passwordPath, one}})));
    QVERIFY(!index.contains(two));
    QVERIFY(index.remove(keyOf(u"b"_s)));
    QVERIFY(!index.remove(keyOf(u"b"_s)));
    QCOMPARE(index.references(), QList<SecretReference>{one});
    QVERIFY(index.remove(keyOf(u"a"_s)));
    QVERIFY(index.references().isEmpty());
}

// However it came about, the index says what one that is made anew says.
void TestReferenceIndex::changesLikeOneMadeAnew()
{
    QRandomGenerator random(3);
    ReferenceIndex index;
    QHash<QString, PipelineReferences> now;
    const QStringList secrets{u"one"_s, u"One"_s, u"two"_s};
    const auto anyReference = [&random, &secrets] {
        return vaultSecret(secrets.at(random.bounded(int(secrets.size()))),
                           u"v%1"_s.arg(random.bounded(2)));
    };
    for (int round = 0; round < 2000; ++round) {
        const QString id = QString::number(random.bounded(12));
        if (random.bounded(4) == 0) {
            index.remove(keyOf(id));
            now.remove(id);
            continue;
        }
        const PipelineReferences next =
            holderOf(id, {{passwordPath, anyReference()}, {keyPath, anyReference()}},
                     u"s%1"_s.arg(random.bounded(2)));
        index.put(next);
        now.insert(id, next);
    }
    ReferenceIndex fresh;
    for (const PipelineReferences &each : std::as_const(now))
        fresh.put(each);
    const auto sorted = [](QList<SecretReference> references) {
        std::sort(references.begin(), references.end());
        return references;
    };
    QVERIFY(sorted(index.references()) == sorted(fresh.references()));
    for (auto each = now.cbegin(); each != now.cend(); ++each)
        QVERIFY(referenceFindings(index, keyOf(each.key())) ==
                referenceFindings(fresh, keyOf(each.key())));
}

SLUICE_TEST(TestReferenceIndex, Core)
#include "tst_referenceindex.moc"
