// SPDX-License-Identifier: Apache-2.0
#include "models/references/referenceindex.h"
#include "models/references/referencesuggestions.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

DefinitionPath passwordPlace()
{
    return {u"streamingSource"_s, u"connection"_s, u"password"_s};
}

DefinitionPath privateKeyPlace()
{
    return {u"streamingTarget"_s, u"connection"_s, u"authentication"_s, u"privateKey"_s};
}

SecretReference inAzure(const QString &name)
{
    return {u"AZURE_KEY_VAULT"_s, u"vault"_s, name, {}};
}

SecretReference inAws(const QString &name)
{
    return {u"AWS_SECRETS_MANAGER"_s, {}, name, {}};
}

void use(ReferenceIndex *index, const QString &account, const QString &id,
         const QList<SecretUse> &uses)
{
    PipelineReferences pipeline;
    pipeline.key = {account, u"p"_s, id};
    pipeline.uses = uses;
    index->put(pipeline);
}

QStringList names(const ReferenceSuggestions &suggestions)
{
    QStringList found;
    for (int row = 0; row < suggestions.rowCount(); ++row)
        found.append(suggestions.reference(row).name);
    return found;
}

} // namespace

// What may be used again, and in which order.
class TestReferenceSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mostUsedComeFirst();
    void amongEqualsTheSameKindOfFieldComesFirst();
    void onlyTheChosenProvider();
    void onlyTheAccount();
    void leavesOutWhatIsNoReference();
    void saysHowOften();
    void keepsRowsThatAreTheSame();
    void showsWhatContainsTheText();
    void showsTheFirstOnesOnly();

private:
    ReferenceIndex m_index;
};

void TestReferenceSuggestions::init()
{
    m_index = {};
    use(&m_index, u"a"_s, u"1"_s,
        {{passwordPlace(), inAzure(u"pw"_s)}, {privateKeyPlace(), inAzure(u"key"_s)}});
    use(&m_index, u"a"_s, u"2"_s,
        {{passwordPlace(), inAws(u"other"_s)}, {privateKeyPlace(), inAzure(u"key"_s)}});
    use(&m_index, u"b"_s, u"3"_s, {{passwordPlace(), inAzure(u"theirs"_s)}});
}

void TestReferenceSuggestions::mostUsedComeFirst()
{
    ReferenceSuggestions suggestions;
    const QAbstractItemModelTester tester(&suggestions);
    suggestions.load(m_index, {u"a"_s, {}, {}});
    QCOMPARE(names(suggestions), (QStringList{u"key"_s, u"other"_s, u"pw"_s}));
}

void TestReferenceSuggestions::amongEqualsTheSameKindOfFieldComesFirst()
{
    use(&m_index, u"a"_s, u"4"_s, {{privateKeyPlace(), inAws(u"another-key"_s)}});
    ReferenceSuggestions suggestions;
    suggestions.load(m_index, {u"a"_s, {}, u"password"_s});
    QCOMPARE(names(suggestions), (QStringList{u"key"_s, u"other"_s, u"pw"_s, u"another-key"_s}));
}

void TestReferenceSuggestions::onlyTheChosenProvider()
{
    ReferenceSuggestions suggestions;
    suggestions.load(m_index, {u"a"_s, u"AZURE_KEY_VAULT"_s, u"password"_s});
    QCOMPARE(names(suggestions), (QStringList{u"key"_s, u"pw"_s}));
}

void TestReferenceSuggestions::onlyTheAccount()
{
    ReferenceSuggestions suggestions;
    suggestions.load(m_index, {u"b"_s, {}, {}});
    QCOMPARE(names(suggestions), QStringList{u"theirs"_s});
    suggestions.load(m_index, {});
    QCOMPARE(suggestions.rowCount(), 4);
    suggestions.load(m_index, {u"c"_s, {}, {}});
    QCOMPARE(suggestions.rowCount(), 0);
}

void TestReferenceSuggestions::leavesOutWhatIsNoReference()
{
    ReferenceIndex index;
    use(&index, u"a"_s, u"1"_s,
        {{passwordPlace(), inAzure(u"-----BEGIN PRIVATE KEY-----"_s)},
         {passwordPlace(), inAzure({})},
         {passwordPlace(), {{}, {}, u"no-provider"_s, {}}},
         {passwordPlace(), {u"AZURE_KEY_VAULT"_s, u"Server=db;Password=hunter2"_s, u"n"_s, {}}}});
    ReferenceSuggestions suggestions;
    suggestions.load(index, {});
    QCOMPARE(suggestions.rowCount(), 0);
}

void TestReferenceSuggestions::saysHowOften()
{
    ReferenceSuggestions suggestions;
    suggestions.load(m_index, {u"a"_s, {}, {}});
    const QModelIndex first = suggestions.index(0);
    QCOMPARE(first.data(ReferenceSuggestions::UserCountRole).toInt(), 2);
    QCOMPARE(first.data(ReferenceSuggestions::ReferenceRole).value<SecretReference>(),
             inAzure(u"key"_s));
    QCOMPARE(first.data().toString(), u"Azure Key Vault › vault › key"_s);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
             u"Azure Key Vault › vault › key, used 2 times"_s);
    QCOMPARE(suggestions.index(1).data(Qt::AccessibleTextRole).toString(),
             u"AWS Secrets Manager › other, used once"_s);
}

void TestReferenceSuggestions::keepsRowsThatAreTheSame()
{
    ReferenceSuggestions suggestions;
    const QSignalSpy resets(&suggestions, &QAbstractItemModel::modelReset);
    suggestions.load(m_index, {u"a"_s, {}, {}});
    suggestions.load(m_index, {u"a"_s, {}, {}});
    QCOMPARE(resets.count(), 1);
    suggestions.load(m_index, {u"b"_s, {}, {}});
    QCOMPARE(resets.count(), 2);
}

void TestReferenceSuggestions::showsWhatContainsTheText()
{
    ReferenceSuggestions suggestions;
    const QAbstractItemModelTester tester(&suggestions);
    suggestions.load(m_index, {});
    suggestions.search(u"VAULT › K"_s);
    QCOMPARE(names(suggestions), QStringList{u"key"_s});
    suggestions.search(u"AZURE"_s); // not in the provider
    QCOMPARE(names(suggestions), QStringList());
    suggestions.search({});
    QCOMPARE(suggestions.rowCount(), 4);
    // What is looked for stays when there is more to look in.
    suggestions.search(u"THE"_s);
    QCOMPARE(names(suggestions), (QStringList{u"theirs"_s, u"other"_s})); // it begins with it
    use(&m_index, u"b"_s, u"4"_s, {{passwordPlace(), inAzure(u"these"_s)}});
    suggestions.load(m_index, {});
    QCOMPARE(suggestions.rowCount(), 3);
}

void TestReferenceSuggestions::showsTheFirstOnesOnly()
{
    for (int number = 0; number < 500; ++number)
        use(&m_index, u"c"_s, QString::number(number),
            {{passwordPlace(), inAzure(u"many-%1"_s.arg(number, 3, 10, QLatin1Char('0')))}});
    ReferenceSuggestions suggestions;
    const QAbstractItemModelTester tester(&suggestions);
    suggestions.load(m_index, {u"c"_s, {}, {}});
    QCOMPARE(suggestions.rowCount(), ReferenceSuggestions::mostShown);
    QCOMPARE(suggestions.reference(0).name, u"many-000"_s);
    suggestions.search(u"many-4"_s); // the others are found
    QCOMPARE(suggestions.rowCount(), 100);
    QCOMPARE(suggestions.reference(99).name, u"many-499"_s);
}

SLUICE_TEST(TestReferenceSuggestions, Core)
#include "tst_referencesuggestions.moc"
