// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencesmodel.h"
#include "tests/support/referencesfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr ReferenceRule rule = ReferenceRule::DiffersFromSiblings;

} // namespace

// Rules that are silent for a pipeline: what is kept of them, and what it does to findings.
class TestSilences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfOnePipelineAndRule();
    void isKept_data();
    void isKept();
    void keepsReasons();
    void keepsRulesOfLaterVersions();
    void goesWithTheAccountAlone();
    void leavesFindingsOut();
    void outlivesAnAbsence();

private:
    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
};

void TestSilences::isOfOnePipelineAndRule()
{
    Silences silences(&m_settings);
    QSignalSpy changed(&silences, &Silences::changed);
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    silences.report(key, rule);
    QVERIFY(changed.isEmpty());
    silences.silence(key, rule);
    silences.silence(key, rule);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<PipelineKey>(), key);
    for (const ReferenceRule each : secretRules)
        QCOMPARE(silences.isSilenced(key, each), each == rule);
    for (const PipelineKey &other :
         {PipelineKey{u"acc"_s, u"p1"_s, u"b"_s}, PipelineKey{u"acc"_s, u"p2"_s, u"a"_s},
          PipelineKey{u"other"_s, u"p1"_s, u"a"_s}})
        QVERIFY(!silences.isSilenced(other, rule));
    silences.report(key, rule);
    QVERIFY(!silences.isSilenced(key, rule));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_settings.allKeys(), QStringList());
}

void TestSilences::isKept_data()
{
    QTest::addColumn<PipelineKey>("key");
    QTest::newRow("plain") << PipelineKey{u"acc"_s, u"p1"_s, u"a"_s};
    QTest::newRow("as the server likes") << PipelineKey{u"a/c"_s, u"p%2F1"_s, u"ä \\ = ; [x]"_s};
}

void TestSilences::isKept()
{
    QFETCH(const PipelineKey, key);
    Silences(&m_settings).silence(key, rule);
    m_settings.sync();
    QSettings read(m_settings.fileName(), QSettings::IniFormat);
    Silences silences(&read);
    QVERIFY(silences.isSilenced(key, rule));
    silences.silence(key, ReferenceRule::EmptyPart);
    silences.report(key, rule);
    read.sync();
    QSettings again(m_settings.fileName(), QSettings::IniFormat);
    QVERIFY(Silences(&again).isSilenced(key, ReferenceRule::EmptyPart));
    QVERIFY(!Silences(&again).isSilenced(key, rule));
    Silences(&again).report(key, ReferenceRule::EmptyPart);
}

void TestSilences::keepsReasons()
{
    const PipelineKey key{u"acc"_s, u"p1"_s, u"reasons"_s};
    const PipelineKey other{u"acc"_s, u"p1"_s, u"other"_s};
    {
        Silences silences(&m_settings);
        silences.silence(key, rule, u" test data, as agreed\nin May "_s);
        silences.silence(key, ReferenceRule::EmptyPart);
        silences.silence(other, rule, u"other"_s);
        silences.silence(key, rule); // says nothing new
        silences.silence(key, rule, u" \n"_s);
    }
    m_settings.sync();
    QSettings read(m_settings.fileName(), QSettings::IniFormat);
    Silences silences(&read);
    QVERIFY(silences.isSilenced(key, rule));
    QCOMPARE(silences.reason(key, rule), u"test data, as agreed in May"_s);
    QVERIFY(silences.isSilenced(key, ReferenceRule::EmptyPart));
    QCOMPARE(silences.reason(key, ReferenceRule::EmptyPart), QString());
    QCOMPARE(silences.reason(key, ReferenceRule::MixedProviders), QString());
    QSignalSpy changed(&silences, &Silences::changed);
    silences.silence(key, rule, u"another"_s);
    QCOMPARE(silences.reason(key, rule), u"another"_s);
    silences.report(key, rule);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!silences.isSilenced(key, rule));
    QCOMPARE(silences.reason(key, rule), QString());
    QCOMPARE(silences.reason(other, rule), u"other"_s);
    silences.report(key, ReferenceRule::EmptyPart);
    silences.report(other, rule);
    QCOMPARE(read.allKeys(), QStringList());
}

void TestSilences::keepsRulesOfLaterVersions()
{
    const QString place = u"secretSilences/acc/p1/a"_s;
    m_settings.setValue(place, QStringList{u"rotated-never"_s});
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    Silences silences(&m_settings);
    silences.silence(key, rule);
    silences.report(key, rule);
    QCOMPARE(m_settings.value(place).toStringList(), QStringList{u"rotated-never"_s});
    silences.forgetAccount(u"acc"_s);
    QCOMPARE(m_settings.allKeys(), QStringList());
}

void TestSilences::goesWithTheAccountAlone()
{
    Silences silences(&m_settings);
    const PipelineKey mine{u"acc"_s, u"p1"_s, u"a"_s};
    const PipelineKey other{u"acc2"_s, u"p1"_s, u"a"_s};
    silences.silence(mine, rule);
    silences.silence(other, rule);
    m_settings.setValue(u"theme"_s, u"dark"_s);
    silences.forgetAccount(u"acc"_s);
    QVERIFY(!silences.isSilenced(mine, rule));
    QVERIFY(silences.isSilenced(other, rule));
    QCOMPARE(m_settings.allKeys().size(), 2);
    silences.forgetAccount(u"acc2"_s);
    QCOMPARE(m_settings.allKeys(), QStringList{u"theme"_s});
    m_settings.clear();
}

void TestSilences::leavesFindingsOut()
{
    ReferencesFixture f({u"a"_s, u"b"_s, u"c"_s});
    f.setPassword(u"b"_s, aws(u"shared"_s));
    f.setPassword(u"c"_s, aws(u"shared"_s));
    QVERIFY(f.signIn());
    const SecretReference lonely = aws(u"password-a"_s);
    QVERIFY(f.rules(u"a"_s) == QList{rule});
    ReferencesModel model(&f.monitor);
    QCOMPARE(model.withFindings(), 1);

    QSignalSpy changed(&f.monitor, &ReferenceMonitor::changed);
    f.silences.silence(ReferencesFixture::key(u"a"_s), rule);
    QVERIFY(changed.wait());
    QVERIFY(changed.at(0).at(0).value<QSet<SecretReference>>().contains(lonely));
    QVERIFY(f.rules(u"a"_s).isEmpty());
    QVERIFY(f.monitor.findings(lonely).isEmpty());
    QCOMPARE(model.withFindings(), 0);
    QCOMPARE(f.monitor.silenced(ReferencesFixture::key(u"a"_s)).size(), 1);
    QCOMPARE(f.monitor.silenced(lonely), f.monitor.silenced(ReferencesFixture::key(u"a"_s)));

    f.silences.report(ReferencesFixture::key(u"a"_s), rule);
    QVERIFY(changed.wait());
    QVERIFY(f.rules(u"a"_s) == QList{rule});
    QVERIFY(f.monitor.silenced(lonely).isEmpty());
}

void TestSilences::outlivesAnAbsence()
{
    ReferencesFixture f({u"a"_s, u"b"_s, u"c"_s});
    f.setPassword(u"b"_s, aws(u"shared"_s));
    f.setPassword(u"c"_s, aws(u"shared"_s));
    f.silences.silence(ReferencesFixture::key(u"a"_s), rule);
    QVERIFY(f.signIn());
    QVERIFY(f.rules(u"a"_s).isEmpty());
    const QJsonArray all = f.api.pipelines.value(u"p1"_s);
    f.removePipeline(u"a"_s);
    QVERIFY(f.refresh());
    QVERIFY(!f.monitor.index().pipeline(ReferencesFixture::key(u"a"_s)));
    f.api.pipelines[u"p1"_s] = all;
    QVERIFY(f.refresh());
    QVERIFY(f.monitor.index().pipeline(ReferencesFixture::key(u"a"_s)));
    QVERIFY(f.rules(u"a"_s).isEmpty());
    QCOMPARE(f.monitor.silenced(ReferencesFixture::key(u"a"_s)).size(), 1);
}

SLUICE_TEST(TestSilences, Core)
#include "tst_silences.moc"
