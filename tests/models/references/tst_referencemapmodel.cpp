// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemapmodel.h"
#include "tests/support/referencesfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

using Mode = ReferenceMapModel::Mode;

namespace {

// The tree as indented lines, sorted within each parent: name, uses, findings.
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QList<QStringList> blocks;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString line = QString(depth, u' ') + index.data().toString() +
                             u" %1/%2"_s.arg(index.data(ReferenceMapModel::UserCountRole).toInt())
                                 .arg(index.data(ReferenceMapModel::FindingCountRole).toInt());
        blocks.append(QStringList{line} + lines(model, index, depth + 1));
    }
    std::sort(blocks.begin(), blocks.end());
    QStringList all;
    for (const QStringList &block : std::as_const(blocks))
        all += block;
    return all;
}

QModelIndex child(const QAbstractItemModel &model, const QString &name,
                  const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        if (model.index(row, 0, parent).data() == name)
            return model.index(row, 0, parent);
    }
    return {};
}

void check(QAbstractItemModel &model)
{
    new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 &model);
}

} // namespace

// Vaults, secrets and who uses them as a tree, of an account that is read over HTTP.
class TestReferenceMapModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void byVault();
    void byRunner();
    void tellsOfProperties();
    void saysWhatRowsAre();
    void keepsWhatStays();
    void followsRunnersAndSilences();
    void changesLikeOneMadeAnew_data();
    void changesLikeOneMadeAnew();
    void goesWithTheAccount();

private:
    std::unique_ptr<ReferencesFixture> m;
};

void TestReferenceMapModel::init()
{
    m = std::make_unique<ReferencesFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        m->setPassword(id, azure(u"kv-prod"_s, id == u"c" ? u"old"_s : u"sql"_s));
    m->setPrivateKey(u"a"_s, aws(u"key"_s));
    QVERIFY(m->signIn());
}

void TestReferenceMapModel::byVault()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByVault);
    check(model);
    // c is alone with its secret; a's are with two providers.
    QCOMPARE(lines(model),
             (QStringList{u"AWS Secrets Manager 1/0"_s, u" key 1/0"_s, u"  pipeline-a 1/0"_s,
                          u"kv-prod 3/2"_s, u" old 1/1"_s, u"  pipeline-c 1/1"_s, u" sql 2/1"_s,
                          u"  pipeline-a 1/1"_s, u"  pipeline-b 1/0"_s}));
}

void TestReferenceMapModel::byRunner()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByRunner);
    check(model);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex runner = child(model, u"runner-a"_s);
    QCOMPARE(lines(model, runner),
             (QStringList{u"AWS Secrets Manager 1/0"_s, u" key 1/0"_s, u"  pipeline-a 1/0"_s,
                          u"kv-prod 1/1"_s, u" sql 1/1"_s, u"  pipeline-a 1/1"_s}));
    QCOMPARE(runner.data(ReferenceMapModel::UserCountRole).toInt(), 2);
}

// A finding about a property is at no reference. The list tells it at the first one of the
// pipeline.
void TestReferenceMapModel::tellsOfProperties()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByVault);
    check(model);
    m->setProperty(u"b"_s, u"max.batch.size"_s, 10000);
    QVERIFY(m->refresh());
    const QModelIndex secret = child(model, u"sql"_s, child(model, u"kv-prod"_s));
    QCOMPARE(lines(model, secret), (QStringList{u"pipeline-a 1/1"_s, u"pipeline-b 1/1"_s}));
    QCOMPARE(m->monitor.findings(azure(u"kv-prod"_s, u"sql"_s)).size(), 2);
    const QModelIndex use = child(model, u"pipeline-b"_s, secret);
    QCOMPARE(use.siblingAtColumn(ReferenceMapModel::ChecksColumn).data(),
             m->monitor.findings(m->key(u"b"_s)).constFirst().reason);
}

void TestReferenceMapModel::saysWhatRowsAre()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByVault);
    const QModelIndex vault = child(model, u"kv-prod"_s);
    const QModelIndex secret = child(model, u"old"_s, vault);
    const QModelIndex use = child(model, u"pipeline-c"_s, secret);
    const auto cell = [](const QModelIndex &index, int column, int role = Qt::DisplayRole) {
        return index.siblingAtColumn(column).data(role).toString();
    };
    QCOMPARE(vault.data(ReferenceMapModel::ReferenceRole).value<SecretReference>(),
             azure(u"kv-prod"_s, {}));
    QCOMPARE(secret.data(ReferenceMapModel::ReferenceRole).value<SecretReference>(),
             azure(u"kv-prod"_s, u"old"_s));
    QCOMPARE(use.data(ReferenceMapModel::KeyRole).value<PipelineKey>(), m->key(u"c"_s));
    QCOMPARE(use.data(ReferenceMapModel::PathRole).toStringList().constLast(), u"password"_s);
    QCOMPARE(cell(vault, ReferenceMapModel::KindColumn), u"Azure Key Vault"_s);
    QCOMPARE(cell(vault, ReferenceMapModel::UsersColumn), u"3"_s);
    QCOMPARE(cell(vault, ReferenceMapModel::ChecksColumn), u"2 findings"_s);
    QCOMPARE(cell(secret, ReferenceMapModel::ChecksColumn), u"1 finding"_s);
    QCOMPARE(cell(use, ReferenceMapModel::ChecksColumn),
             m->monitor.findings(m->key(u"c"_s)).constFirst().reason);
    QVERIFY(cell(use, ReferenceMapModel::ChecksColumn, Qt::ToolTipRole)
                .endsWith(m->monitor.findings(m->key(u"c"_s)).constFirst().advice));
    QCOMPARE(cell(use, ReferenceMapModel::KindColumn, Qt::ToolTipRole),
             u"streamingSource.connection.password"_s);
    QVERIFY(!cell(use, ReferenceMapModel::KindColumn).isEmpty());
    QCOMPARE(cell(use, ReferenceMapModel::NameColumn, Qt::ToolTipRole),
             u"PROD › Orders › pipeline-c"_s);
}

void TestReferenceMapModel::keepsWhatStays()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByVault);
    check(model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy gone(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex vault = child(model, u"kv-prod"_s);
    const QPersistentModelIndex sql = child(model, u"sql"_s, vault);
    const QPersistentModelIndex b = child(model, u"pipeline-b"_s, sql);
    m->setPassword(u"c"_s, azure(u"kv-prod"_s, u"sql"_s));
    QVERIFY(m->refresh());
    QCOMPARE(gone.size(), 1); // "old", with the use below it
    QCOMPARE(lines(model, vault), (QStringList{u"sql 3/1"_s, u" pipeline-a 1/1"_s,
                                               u" pipeline-b 1/0"_s, u" pipeline-c 1/0"_s}));
    QVERIFY(vault.isValid() && sql.isValid() && b.isValid());
    QCOMPARE(b.data().toString(), u"pipeline-b"_s);
    QCOMPARE(vault.data(ReferenceMapModel::UserCountRole).toInt(), 3);
    QVERIFY(reset.isEmpty());
}

void TestReferenceMapModel::followsRunnersAndSilences()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByRunner);
    check(model);
    const QPersistentModelIndex runner = child(model, u"runner-c"_s);
    m->api.agents.append(QJsonObject{{u"agentId"_s, u"runner-c"_s},
                                     {u"name"_s, u"Night runner"_s},
                                     {u"cloudProvider"_s, u"azure"_s}});
    m->fleet.refreshAll(); // the first reading may see the runner already
    QTRY_COMPARE(runner.data().toString(), u"Night runner"_s);
    QTRY_COMPARE(
        QModelIndex(runner).siblingAtColumn(ReferenceMapModel::KindColumn).data().toString(),
        u"Azure · PROD"_s);
    QCOMPARE(runner.data(ReferenceMapModel::FindingCountRole).toInt(), 1);
    m->silences.silence(m->key(u"c"_s), ReferenceRule::DiffersFromSiblings);
    QTRY_COMPARE(runner.data(ReferenceMapModel::FindingCountRole).toInt(), 0);
}

void TestReferenceMapModel::changesLikeOneMadeAnew_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("by vault") << Mode::ByVault;
    QTest::newRow("by runner") << Mode::ByRunner;
}

// However it came about, the tree says what one that is made anew says.
void TestReferenceMapModel::changesLikeOneMadeAnew()
{
    QFETCH(const Mode, mode);
    ReferenceMapModel model(&m->fleet, &m->monitor, mode);
    check(model);
    QRandomGenerator random(11);
    const Project project{u"p1"_s, u"Orders"_s, {}};
    for (int round = 0; round < 120; ++round) {
        for (int step = random.bounded(4); step >= 0; --step) {
            const QString id = QString::number(random.bounded(8));
            if (random.bounded(4) == 0) {
                m->fleet.pipelines()->removePipeline({u"acc"_s, u"p1"_s, id});
                continue;
            }
            const auto reference = [&random] {
                return azure(u"v%1"_s.arg(random.bounded(3)), u"n%1"_s.arg(random.bounded(2)))
                    .writtenInto({});
            };
            const QJsonObject definition{{u"streamingPipelineId"_s, id},
                                         {u"name"_s, u"p%1"_s.arg(random.bounded(50))},
                                         {u"agentId"_s, u"r%1"_s.arg(random.bounded(3))},
                                         {u"password"_s, reference()},
                                         {u"privateKey"_s, reference()}};
            m->fleet.pipelines()->putPipeline(u"acc"_s, u"PROD"_s, project, definition);
        }
        // The monitor tells of it in a later turn of the event loop, or has nothing to tell.
        QTRY_COMPARE(lines(model), lines(ReferenceMapModel(&m->fleet, &m->monitor, mode)));
    }
}

void TestReferenceMapModel::goesWithTheAccount()
{
    ReferenceMapModel model(&m->fleet, &m->monitor, Mode::ByVault);
    check(model);
    m->fleet.removeAccount(u"acc"_s);
    QTRY_COMPARE(model.rowCount(), 0);
}

SLUICE_TEST(TestReferenceMapModel, Core)
#include "tst_referencemapmodel.moc"
