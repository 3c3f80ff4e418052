// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencesmodel.h"
#include "tests/support/referencesfixture.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

using Pipelines = QSet<PipelineKey>;

QList<PipelineKey> sortedKeys(const Pipelines &keys)
{
    QList<PipelineKey> sorted(keys.begin(), keys.end());
    std::sort(sorted.begin(), sorted.end(), [](const PipelineKey &one, const PipelineKey &other) {
        return one.pipeline < other.pipeline;
    });
    return sorted;
}

// A pipeline with references drawn from few, so that they meet.
PipelineReferences anyPipeline(const QString &id, QRandomGenerator &random)
{
    const auto anyReference = [&random] {
        static const QStringList secrets{u"one"_s, u"One"_s, u"two"_s};
        static const QStringList vaults{u"v"_s, u"V"_s, u"w"_s, {}};
        return azure(vaults.at(random.bounded(4)), secrets.at(random.bounded(3)));
    };
    PipelineReferences made;
    made.key = {u"acc%1"_s.arg(random.bounded(2)), u"p"_s, id};
    made.source = u"s%1"_s.arg(random.bounded(2));
    made.uses = {{{u"password"_s}, anyReference()}, {{u"privateKey"_s}, anyReference()}};
    return made;
}

} // namespace

// Findings that change because another pipeline did, and the few that are worked out anew for it.
class TestReferenceMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursAreAllThatChange();
    void manyVaultsAreNotAllNamed();
    void findingsFollowOtherPipelines_data();
    void findingsFollowOtherPipelines();
    void tellsOfFewOnly();
    void manyChangeTogether();
    void nothingIsFoundOfWhatIsGone();
    void tellsOfWhatIsSeenAnew();
    void forgetsAnAccountThatIsGone();

private:
    static Pipelines told(const QSignalSpy &changed)
    {
        Pipelines all;
        for (const QList<QVariant> &signal : changed)
            all += signal.at(1).value<Pipelines>();
        return all;
    }
};

// Whatever changes: who is no neighbour keeps its findings.
void TestReferenceMonitor::neighboursAreAllThatChange()
{
    QRandomGenerator random(7);
    ReferenceIndex index;
    QHash<PipelineKey, QList<ReferenceFinding>> kept;
    qsizetype spared = 0;
    for (int round = 0; round < 800; ++round) {
        PipelineReferences next = anyPipeline(QString::number(random.bounded(9)), random);
        if (const PipelineReferences *former = index.pipeline(next.key)) {
            const Pipelines neighbours = index.neighbours(*former);
            for (const PipelineKey &key : neighbours)
                kept.remove(key);
        }
        if (random.bounded(3) == 0) {
            index.remove(next.key);
        } else {
            index.put(next);
            const Pipelines neighbours = index.neighbours(next);
            for (const PipelineKey &key : neighbours)
                kept.remove(key);
        }
        spared += kept.size();
        const QList<PipelineKey> all = index.pipelines();
        for (const PipelineKey &key : all) {
            const QList<ReferenceFinding> fresh = referenceFindings(index, key);
            QVERIFY(kept.value(key, fresh) == fresh);
            kept.insert(key, fresh);
        }
    }
    QVERIFY(spared > 800); // it would prove nothing if all were neighbours always
}

void TestReferenceMonitor::manyVaultsAreNotAllNamed()
{
    ReferenceIndex index;
    for (int i = 0; i < 6; ++i) {
        PipelineReferences pipeline;
        pipeline.key = ReferencesFixture::key(QString::number(i));
        pipeline.uses = {{{u"password"_s}, azure(u"vault-%1"_s.arg(i), u"n"_s)}};
        index.put(pipeline);
    }
    const auto reason = [&index](const QString &id) {
        return referenceFindings(index, ReferencesFixture::key(id)).constFirst().reason;
    };
    QCOMPARE(reason(u"1"_s), u"n is also used from vault-0, vault-2, vault-3, 2 more."_s);
    QVERIFY(index.remove(ReferencesFixture::key(u"5"_s)));
    QCOMPARE(reason(u"1"_s), u"n is also used from vault-0, vault-2, vault-3, 1 more."_s);
    QVERIFY(index.remove(ReferencesFixture::key(u"4"_s)));
    QCOMPARE(reason(u"1"_s), u"n is also used from vault-0, vault-2, vault-3."_s);
}

void TestReferenceMonitor::findingsFollowOtherPipelines_data()
{
    QTest::addColumn<SecretReference>("a");
    QTest::addColumn<SecretReference>("b");
    QTest::addColumn<SecretReference>("changed");
    QTest::addColumn<QList<ReferenceRule>>("rules");
    const QList<ReferenceRule> none;
    QTest::newRow("siblings come to agree")
        << aws(u"x"_s) << aws(u"y"_s) << aws(u"y"_s) << QList{ReferenceRule::DiffersFromSiblings};
    QTest::newRow("another vault")
        << azure(u"kv1"_s, u"n"_s) << azure(u"kv1"_s, u"m"_s) << azure(u"kv2"_s, u"n"_s)
        << QList{ReferenceRule::SameNameInTwoVaults};
    QTest::newRow("another spelling")
        << aws(u"name"_s) << aws(u"b"_s) << aws(u"Name"_s) << QList{ReferenceRule::DiffersByCase};
    QTest::newRow("nothing") << aws(u"x"_s) << aws(u"y"_s) << aws(u"z"_s) << none;
}

// a itself never changes. Its findings come and go because c changes.
void TestReferenceMonitor::findingsFollowOtherPipelines()
{
    QFETCH(const SecretReference, a);
    QFETCH(const SecretReference, b);
    QFETCH(const SecretReference, changed);
    QFETCH(const QList<ReferenceRule>, rules);
    ReferencesFixture f({u"a"_s, u"b"_s, u"c"_s});
    f.setPassword(u"a"_s, a);
    f.setPassword(u"b"_s, b);
    QVERIFY(f.signIn());
    QVERIFY(f.rules(u"a"_s).isEmpty());
    QVERIFY(f.monitor.findings(a).isEmpty());

    QSignalSpy told(&f.monitor, &ReferenceMonitor::changed);
    f.setPassword(u"c"_s, changed);
    QVERIFY(f.refresh());
    QVERIFY(f.rules(u"a"_s) == rules);
    QCOMPARE(f.monitor.findings(a).size(), rules.size());
    QVERIFY(rules.isEmpty() ||
            TestReferenceMonitor::told(told).contains(ReferencesFixture::key(u"a"_s)));

    f.setPassword(u"c"_s, aws(u"password-c"_s));
    QVERIFY(f.refresh());
    QVERIFY(f.rules(u"a"_s).isEmpty());
    QVERIFY(f.monitor.findings(a).isEmpty());
}

void TestReferenceMonitor::tellsOfFewOnly()
{
    ReferencesFixture f({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        f.setPassword(id, aws(u"password-"_s + id), u"host-"_s + id);
        f.setPrivateKey(id, azure(u"vault"_s, u"shared"_s));
    }
    QVERIFY(f.signIn());
    ReferencesModel model(&f.monitor);
    QSignalSpy changed(&f.monitor, &ReferenceMonitor::changed);
    QSignalSpy rows(&model, &QAbstractItemModel::dataChanged);
    f.setPassword(u"b"_s, aws(u"other"_s), u"host-b"_s);
    QVERIFY(f.refresh());
    QCOMPARE(told(changed), Pipelines{ReferencesFixture::key(u"b"_s)});
    const auto references = changed.at(0).at(0).value<QSet<SecretReference>>();
    QCOMPARE(references,
             (QSet{aws(u"password-b"_s), aws(u"other"_s), azure(u"vault"_s, u"shared"_s)}));
    rows.removeIf([](const QList<QVariant> &signal) { // when each was last seen
        return signal.at(0).toModelIndex().column() == ReferencesModel::SeenColumn;
    });
    QCOMPARE(rows.size(), 1); // of the shared one
    QCOMPARE(model.rowCount(), 5);
}

void TestReferenceMonitor::manyChangeTogether()
{
    QStringList ids;
    for (int i = 0; i < 1010; ++i)
        ids.append(QString::number(i));
    ReferencesFixture f(ids);
    QVERIFY(f.signIn());
    ReferencesModel model(&f.monitor);
    const PipelineKey first = ReferencesFixture::key(u"0"_s);
    QVERIFY(f.monitor.findings(first).isEmpty());
    for (const QString &id : std::as_const(ids))
        f.setPassword(id, aws(id == u"0" ? u"lonely"_s : u"shared"_s));
    QSignalSpy changed(&f.monitor, &ReferenceMonitor::changed);
    QVERIFY(f.refresh());
    QCOMPARE(sortedKeys(told(changed)), sortedKeys([&f] {
                 const QList<PipelineKey> all = f.monitor.index().pipelines();
                 return Pipelines(all.begin(), all.end());
             }()));
    QCOMPARE(f.monitor.findings(first).size(), 1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(aws(u"lonely"_s)) + model.rowOf(aws(u"shared"_s)), 1);

    f.fleet.removeAccount(u"acc"_s);
    QVERIFY(changed.wait());
    QVERIFY(told(changed).contains(first));
    QCOMPARE(model.rowCount(), 0);
}

// Also before the change is told.
void TestReferenceMonitor::nothingIsFoundOfWhatIsGone()
{
    ReferencesFixture f({u"a"_s, u"b"_s});
    f.setPrivateKey(u"a"_s, azure(u"vault"_s, u"key"_s));
    QVERIFY(f.signIn());
    const SecretReference password = aws(u"password-a"_s);
    QCOMPARE(f.monitor.findings(password).size(), 1); // mixed providers
    f.fleet.removeAccount(u"acc"_s);
    QVERIFY(f.monitor.findings(password).isEmpty());
    QVERIFY(f.monitor.findings(ReferencesFixture::key(u"a"_s)).isEmpty());
    QVERIFY(!f.monitor.lastSeen(password).isValid());
}

void TestReferenceMonitor::tellsOfWhatIsSeenAnew()
{
    ReferencesFixture f({u"a"_s});
    QVERIFY(f.signIn());
    const QDateTime first = f.monitor.lastSeen(aws(u"password-a"_s));
    QVERIFY(first.isValid());
    QSignalSpy seen(&f.monitor, &ReferenceMonitor::seenAnew);
    QSignalSpy changed(&f.monitor, &ReferenceMonitor::changed);
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > first);
    f.fleet.refreshAll();
    QTRY_VERIFY(!seen.isEmpty());
    QVERIFY(f.monitor.lastSeen(aws(u"password-a"_s)) > first);
    QVERIFY(changed.isEmpty());
}

// An account that comes back is treated as a new one: what was read of it before does not count.
void TestReferenceMonitor::forgetsAnAccountThatIsGone()
{
    ReferencesFixture f({u"a"_s, u"b"_s});
    QVERIFY(f.signIn());
    const SecretReference password = aws(u"password-a"_s);
    QVERIFY(f.monitor.lastSeen(password).isValid());
    QVERIFY(f.monitor.index().pipeline(ReferencesFixture::key(u"a"_s)));

    QSignalSpy changed(&f.monitor, &ReferenceMonitor::changed);
    f.fleet.removeAccount(u"acc"_s);
    QVERIFY(changed.wait());
    QVERIFY(f.monitor.index().pipelines().isEmpty());
    QVERIFY(f.monitor.index().references().isEmpty());
    QVERIFY(!f.monitor.lastSeen(password).isValid());

    // They are in the list a moment before it is told that the list was read.
    QList<bool> seen;
    connect(f.fleet.pipelines(), &PipelineModel::pipelinesAdded, &f.monitor,
            [&] { seen.append(f.monitor.lastSeen(password).isValid()); });
    QVERIFY(f.signIn());
    QCOMPARE(seen, QList{false});
    QTRY_VERIFY(f.monitor.lastSeen(password).isValid());
    QCOMPARE(f.monitor.index().pipelines().size(), 2);
}

SLUICE_TEST(TestReferenceMonitor, Core)
#include "tst_referencemonitor.moc"
