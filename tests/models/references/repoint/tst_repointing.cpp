// SPDX-License-Identifier: Apache-2.0
#include "models/references/referenceindex.h"
#include "models/references/repoint/repointing.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

SecretReference azureReference(const QString &location, const QString &name,
                               const QString &key = {})
{
    return {u"AZURE_KEY_VAULT"_s, location, name, key};
}

SecretReference awsReference(const QString &name)
{
    return {u"AWS_SECRETS_MANAGER"_s, {}, name, {}};
}

QJsonObject json(const SecretReference &reference)
{
    return reference.writtenInto({});
}

// A definition with these as password and private key, and one in a place of its own.
QJsonObject definition(const QJsonObject &password, const QJsonObject &key,
                       const QJsonObject &other = {})
{
    QJsonObject source{
        {u"type"_s, u"postgres"_s},
        {u"connection"_s,
         QJsonObject{{u"host"_s, u"h"_s}, {u"port"_s, 1}, {u"password"_s, password}}},
        {u"tables"_s, QJsonArray{QJsonObject{{u"schema"_s, u"s"_s}}}}};
    QJsonObject target{{u"connection"_s, QJsonObject{{u"privateKey"_s, key}}}};
    QJsonObject all{{u"name"_s, u"n"_s},
                    {u"streamingSource"_s, source},
                    {u"streamingTarget"_s, target},
                    {u"x-new"_s, QJsonValue::Null}};
    if (!other.isEmpty())
        all.insert(u"x-more"_s, QJsonObject{{u"deep"_s, other}, {u"kept"_s, 60}});
    return all;
}

} // namespace

// What re-pointing makes of definitions: the references that were meant, and nothing else.
class TestRepointing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheReferenceAlone();
    void keepsSpellingAndUnknownKeys();
    void keepsTheNameOfTheKey_data();
    void keepsTheNameOfTheKey();
    void changesAllUses();
    void changesEachOnce();
    void movesAVault();
    void movesToAnotherProvider();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void warns_data();
    void warns();
};

void TestRepointing::changesTheReferenceAlone()
{
    const SecretReference from = azureReference(u"vault"_s, u"pw"_s);
    const SecretReference to = azureReference(u"vault"_s, u"pw-v2"_s);
    const QJsonObject before = definition(json(from), json(azureReference(u"vault"_s, u"pk"_s)));
    QCOMPARE(repointed(before, {{from}, to}),
             definition(json(to), json(azureReference(u"vault"_s, u"pk"_s))));
    QCOMPARE(usesToChange(before, {{from}, to}).size(), 1);
}

void TestRepointing::keepsSpellingAndUnknownKeys()
{
    const QJsonObject odd{{u"secretType"_s, u"Azure_Key_Vault"_s},
                          {u"secretLocation"_s, u"vault"_s},
                          {u"secretName"_s, u"pw"_s},
                          {u"secretKey"_s, u""_s},
                          {u"version"_s, 7},
                          {u"note"_s, QJsonValue::Null}};
    const Repointing move{{azureReference(u"vault"_s, u"pw"_s)},
                          azureReference(u"vault"_s, u"pw-v2"_s)};
    QJsonObject expected = odd;
    expected.insert(u"secretName"_s, u"pw-v2"_s);
    QCOMPARE(repointed(definition(odd, {}), move), definition(expected, {}));

    QJsonObject nothing = odd;
    nothing.insert(u"secretLocation"_s, QJsonValue::Null);
    expected.insert(u"secretLocation"_s, QJsonValue::Null);
    QCOMPARE(repointed(definition(nothing, {}),
                       {{azureReference({}, u"pw"_s)}, azureReference({}, u"pw-v2"_s)}),
             definition(expected, {}));
}

void TestRepointing::keepsTheNameOfTheKey_data()
{
    QTest::addColumn<QString>("name"); // of the key, in the definition
    QTest::newRow("reference") << u"secretKey"_s;
    QTest::newRow("provider") << u"key"_s;
}

void TestRepointing::keepsTheNameOfTheKey()
{
    QFETCH(QString, name);
    const QJsonObject before{
        {u"secretType"_s, u"aws_secrets_manager"_s}, {u"secretName"_s, u"pw"_s}, {name, u"old"_s}};
    const SecretReference from{u"AWS_SECRETS_MANAGER"_s, {}, u"pw"_s, u"old"_s};
    SecretReference to = from;
    to.key = u"new"_s;
    QJsonObject expected = before;
    expected.insert(name, u"new"_s);
    QCOMPARE(repointed(definition(before, {}), {{from}, to}), definition(expected, {}));
    to.key.clear();
    expected.remove(name);
    QCOMPARE(repointed(definition(before, {}), {{from}, to}), definition(expected, {}));
}

void TestRepointing::changesAllUses()
{
    const SecretReference from = awsReference(u"shared"_s);
    const SecretReference to = awsReference(u"shared-v2"_s);
    const QJsonObject before = definition(json(from), json(from), json(from));
    const QJsonObject after = repointed(before, {{from}, to});
    QCOMPARE(after, definition(json(to), json(to), json(to)));
    QCOMPARE(usesToChange(before, {{from}, to}).size(), 3);
    QVERIFY(usesToChange(after, {{from}, to}).isEmpty());
}

// What one becomes may be what another one was.
void TestRepointing::changesEachOnce()
{
    const Repointing move{{azureReference(u"a"_s, u"x"_s), azureReference(u"b"_s, u"x"_s)},
                          azureReference(u"b"_s, {})};
    const QJsonObject before =
        definition(json(azureReference(u"a"_s, u"x"_s)), json(azureReference(u"b"_s, u"x"_s)));
    const QJsonObject after =
        definition(json(azureReference(u"b"_s, u"x"_s)), json(azureReference(u"b"_s, u"x"_s)));
    QCOMPARE(repointed(before, move), after);
    QCOMPARE(usesToChange(before, move).size(), 1);
}

void TestRepointing::movesAVault()
{
    const Repointing move{
        {azureReference(u"old"_s, u"pw"_s), azureReference(u"old"_s, u"pk"_s, u"k"_s)},
        azureReference(u"new"_s, {})};
    const QJsonObject before = definition(json(azureReference(u"old"_s, u"pw"_s)),
                                          json(azureReference(u"old"_s, u"pk"_s, u"k"_s)),
                                          json(azureReference(u"old"_s, u"not chosen"_s)));
    QCOMPARE(repointed(before, move), definition(json(azureReference(u"new"_s, u"pw"_s)),
                                                 json(azureReference(u"new"_s, u"pk"_s, u"k"_s)),
                                                 json(azureReference(u"old"_s, u"not chosen"_s))));
    QVERIFY(move.obstacle().isEmpty());
}

// A vault means nothing to another provider.
void TestRepointing::movesToAnotherProvider()
{
    const SecretReference one = azureReference(u"old"_s, u"pw"_s);
    const SecretReference other = azureReference(u"old"_s, u"pk"_s);
    const Repointing move{{one, other}, {u"AWS_SECRETS_MANAGER"_s, {}, {}, {}}};
    QCOMPARE(move.target(one), awsReference(u"pw"_s));
    const QJsonObject after = repointed(definition(json(one), json(other)), move);
    QCOMPARE(after, definition(json(awsReference(u"pw"_s)), json(awsReference(u"pk"_s))));
    const Repointing placed{{one, other}, {u"AWS_SECRETS_MANAGER"_s, u"eu"_s, {}, {}}};
    QCOMPARE(placed.target(one), (SecretReference{u"AWS_SECRETS_MANAGER"_s, u"eu"_s, u"pw"_s, {}}));
}

void TestRepointing::leavesOthersAlone_data()
{
    QTest::addColumn<QJsonObject>("password");
    QTest::newRow("other name") << json(azureReference(u"vault"_s, u"pw2"_s));
    QTest::newRow("other case") << json(azureReference(u"vault"_s, u"PW"_s));
    QTest::newRow("other vault") << json(azureReference(u"vault2"_s, u"pw"_s));
    QTest::newRow("other key") << json(azureReference(u"vault"_s, u"pw"_s, u"k"_s));
    QTest::newRow("other provider") << json({u"AWS_SECRETS_MANAGER"_s, u"vault"_s, u"pw"_s, {}});
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("no text") << QJsonObject{{u"secretType"_s, 1}, {u"secretName"_s, true}};
}

void TestRepointing::leavesOthersAlone()
{
    QFETCH(QJsonObject, password);
    const QJsonObject before = definition(password, password);
    QCOMPARE(repointed(before, {{azureReference(u"vault"_s, u"pw"_s)}, awsReference(u"new"_s)}),
             before);
}

void TestRepointing::saysWhatIsMissing_data()
{
    QTest::addColumn<Repointing>("move");
    QTest::addColumn<QString>("words");
    const SecretReference one = azureReference(u"vault"_s, u"pw"_s);
    const SecretReference other = azureReference(u"vault"_s, u"pk"_s);
    QTest::newRow("fine") << Repointing{{one}, azureReference(u"vault"_s, u"v2"_s)} << QString();
    QTest::newRow("fine, several")
        << Repointing{{one, other}, azureReference(u"new"_s, {})} << QString();
    QTest::newRow("equal") << Repointing{{one}, one} << u"Nothing changes yet"_s;
    QTest::newRow("equal, several")
        << Repointing{{one, other}, azureReference(u"vault"_s, {})} << u"Nothing changes yet"_s;
    QTest::newRow("no name") << Repointing{{one}, azureReference(u"vault"_s, {})} << u"name"_s;
    QTest::newRow("no provider") << Repointing{{one}, {{}, u"v"_s, u"n"_s, {}}} << u"provider"_s;
    QTest::newRow("nothing, several") << Repointing{{one, other}, {}} << u"new vault or name"_s;
    QTest::newRow("a secret") << Repointing{{one},
                                            azureReference(u"vault"_s, u"-----BEGIN KEY-----"_s)}
                              << u"a secret itself"_s;
}

void TestRepointing::saysWhatIsMissing()
{
    QFETCH(Repointing, move);
    QFETCH(QString, words);
    QCOMPARE(move.obstacle().isEmpty(), words.isEmpty());
    QVERIFY2(move.obstacle().contains(words), qPrintable(move.obstacle()));
}

void TestRepointing::warns_data()
{
    QTest::addColumn<Repointing>("move");
    QTest::addColumn<QString>("words");
    const SecretReference one = azureReference(u"vault"_s, u"pw"_s);
    const SecretReference other = azureReference(u"vault"_s, u"pk"_s);
    QTest::newRow("fine") << Repointing{{one}, azureReference(u"vault"_s, u"v2"_s)} << QString();
    QTest::newRow("name") << Repointing{{one}, azureReference(u"vault"_s, u"p_w"_s)} << u"\"_\""_s;
    QTest::newRow("location, several")
        << Repointing{{one, other}, azureReference(u"v"_s, {})} << u"3 to 24"_s;
    QTest::newRow("case") << Repointing{{one}, azureReference(u"vault"_s, u"Used"_s)}
                          << u"upper and lower case"_s;
    QTest::newRow("case of its own")
        << Repointing{{one}, azureReference(u"vault"_s, u"PW"_s)} << QString();
    QTest::newRow("used") << Repointing{{one}, azureReference(u"vault"_s, u"used"_s)} << QString();
    QTest::newRow("two become one") << Repointing{{one, other}, azureReference({}, u"same"_s)}
                                    << u"one secret for several things"_s;
}

void TestRepointing::warns()
{
    QFETCH(Repointing, move);
    QFETCH(QString, words);
    ReferenceIndex index;
    PipelineReferences pipeline;
    pipeline.key = {u"acc"_s, u"p"_s, u"a"_s};
    pipeline.uses = {{{u"password"_s}, azureReference(u"vault"_s, u"pw"_s)},
                     {{u"privateKey"_s}, azureReference(u"vault"_s, u"used"_s)}};
    index.put(pipeline);
    const QString said = move.warnings(index).join(u' ');
    QVERIFY2(words.isEmpty() == said.isEmpty() && said.contains(words), qPrintable(said));
}

SLUICE_TEST(TestRepointing, Core)
#include "tst_repointing.moc"
