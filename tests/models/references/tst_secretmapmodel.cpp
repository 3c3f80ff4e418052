// SPDX-License-Identifier: Apache-2.0
#include "models/references/secretmapmodel.h"
#include "tests/support/secretsfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

using Mode = SecretMapModel::Mode;

namespace {

// The tree as indented lines, sorted within each parent: name, uses, findings.
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QList<QStringList> blocks;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString line = QString(depth, u' ') + index.data().toString() +
                             u" %1/%2"_s.arg(index.data(SecretMapModel::UserCountRole).toInt())
                                 .arg(index.data(SecretMapModel::FindingCountRole).toInt());
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
class TestSecretMapModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void byVault();
    void byRunner();
    void saysWhatRowsAre();
    void keepsWhatStays();
    void followsRunnersAndSilences();
    void changesLikeOneMadeAnew_data();
    void changesLikeOneMadeAnew();
    void goesWithTheAccount();

private:
    std::unique_ptr<SecretsFixture> m;
};

void TestSecretMapModel::init()
{
    m = std::make_unique<SecretsFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        m->setPassword(id, azure(u"kv-prod"_s, id == u"c" ? u"old"_s : u"sql"_s));
    m->setPrivateKey(u"a"_s, aws(u"key"_s));
    QVERIFY(m->signIn());
}

void TestSecretMapModel::byVault()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByVault);
    check(model);
    // c is alone with its secret; a's are with two providers.
    QCOMPARE(lines(model),
             (QStringList{u"AWS Secrets Manager 1/0"_s, u" key 1/0"_s, u"  pipeline-a 1/0"_s,
                          u"kv-prod 3/2"_s, u" old 1/1"_s, u"  pipeline-c 1/1"_s, u" sql 2/1"_s,
                          u"  pipeline-a 1/1"_s, u"  pipeline-b 1/0"_s}));
}

void TestSecretMapModel::byRunner()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByRunner);
    check(model);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex runner = child(model, u"runner-a"_s);
    QCOMPARE(lines(model, runner),
             (QStringList{u"AWS Secrets Manager 1/0"_s, u" key 1/0"_s, u"  pipeline-a 1/0"_s,
                          u"kv-prod 1/1"_s, u" sql 1/1"_s, u"  pipeline-a 1/1"_s}));
    QCOMPARE(runner.data(SecretMapModel::UserCountRole).toInt(), 2);
}

void TestSecretMapModel::saysWhatRowsAre()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByVault);
    const QModelIndex vault = child(model, u"kv-prod"_s);
    const QModelIndex secret = child(model, u"old"_s, vault);
    const QModelIndex use = child(model, u"pipeline-c"_s, secret);
    const auto cell = [](const QModelIndex &index, int column, int role = Qt::DisplayRole) {
        return index.siblingAtColumn(column).data(role).toString();
    };
    QCOMPARE(vault.data(SecretMapModel::ReferenceRole).value<SecretReference>(),
             azure(u"kv-prod"_s, {}));
    QCOMPARE(secret.data(SecretMapModel::ReferenceRole).value<SecretReference>(),
             azure(u"kv-prod"_s, u"old"_s));
    QCOMPARE(use.data(SecretMapModel::KeyRole).value<PipelineKey>(), m->key(u"c"_s));
    QCOMPARE(use.data(SecretMapModel::PathRole).toStringList().constLast(), u"password"_s);
    QCOMPARE(cell(vault, SecretMapModel::KindColumn), u"Azure Key Vault"_s);
    QCOMPARE(cell(vault, SecretMapModel::UsersColumn), u"3"_s);
    QCOMPARE(cell(vault, SecretMapModel::ChecksColumn), u"2 findings"_s);
    QCOMPARE(cell(secret, SecretMapModel::ChecksColumn), u"1 finding"_s);
    QCOMPARE(cell(use, SecretMapModel::ChecksColumn),
             m->watch.findings(m->key(u"c"_s)).constFirst().reason);
    QVERIFY(cell(use, SecretMapModel::ChecksColumn, Qt::ToolTipRole)
                .endsWith(m->watch.findings(m->key(u"c"_s)).constFirst().advice));
    QCOMPARE(cell(use, SecretMapModel::KindColumn, Qt::ToolTipRole),
             u"streamingSource.connection.password"_s);
    QVERIFY(!cell(use, SecretMapModel::KindColumn).isEmpty());
    QCOMPARE(cell(use, SecretMapModel::NameColumn, Qt::ToolTipRole),
             u"PROD › Orders › pipeline-c"_s);
}

void TestSecretMapModel::keepsWhatStays()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByVault);
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
    QCOMPARE(vault.data(SecretMapModel::UserCountRole).toInt(), 3);
    QVERIFY(reset.isEmpty());
}

void TestSecretMapModel::followsRunnersAndSilences()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByRunner);
    check(model);
    const QPersistentModelIndex runner = child(model, u"runner-c"_s);
    m->api.agents.append(QJsonObject{{u"agentId"_s, u"runner-c"_s},
                                     {u"name"_s, u"Night runner"_s},
                                     {u"cloudProvider"_s, u"azure"_s}});
    QVERIFY(m->refresh());
    QTRY_COMPARE(runner.data().toString(), u"Night runner"_s);
    QTRY_COMPARE(QModelIndex(runner).siblingAtColumn(SecretMapModel::KindColumn).data().toString(),
                 u"Azure · PROD"_s);
    QCOMPARE(runner.data(SecretMapModel::FindingCountRole).toInt(), 1);
    m->silences.setSilenced(m->key(u"c"_s), SecretRule::DiffersFromSiblings, true);
    QTRY_COMPARE(runner.data(SecretMapModel::FindingCountRole).toInt(), 0);
}

void TestSecretMapModel::changesLikeOneMadeAnew_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("by vault") << Mode::ByVault;
    QTest::newRow("by runner") << Mode::ByRunner;
}

// However it came about, the tree says what one that is made anew says.
void TestSecretMapModel::changesLikeOneMadeAnew()
{
    QFETCH(const Mode, mode);
    SecretMapModel model(&m->fleet, &m->watch, mode);
    check(model);
    QRandomGenerator random(11);
    const Project project{u"p1"_s, u"Orders"_s, {}};
    QSignalSpy changed(&m->watch, &ReferenceMonitor::changed);
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
        changed.clear();
        QCoreApplication::processEvents();
        if (changed.isEmpty())
            changed.wait(10);
        QCOMPARE(lines(model), lines(SecretMapModel(&m->fleet, &m->watch, mode)));
    }
}

void TestSecretMapModel::goesWithTheAccount()
{
    SecretMapModel model(&m->fleet, &m->watch, Mode::ByVault);
    check(model);
    m->fleet.removeAccount(u"acc"_s);
    QTRY_COMPARE(model.rowCount(), 0);
}

SLUICE_TEST(TestSecretMapModel, Core)
#include "tst_secretmapmodel.moc"
