// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencefindingsmodel.h"
#include "models/references/referencesmodel.h"
#include "models/references/referenceusersmodel.h"
#include "tests/support/referencesfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The references of an account that is read over HTTP, and what becomes of them.
class TestReferencesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsEachReferenceOnce();
    void followsTheFleet();
    void knowsTheRunnersCloud();
    void goesWithTheAccount();
    void listsTheUsers();
    void listsTheFindings();

private:
    void setSecret(const QString &pipeline, const QString &secret);
    QStringList names() const;
    QVariant cell(const QString &secret, int role, int column = 0) const;

    std::unique_ptr<ReferencesFixture> m_f;
    std::unique_ptr<ReferencesModel> m_model;
};

void TestReferencesModel::init()
{
    m_f = std::make_unique<ReferencesFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        setSecret(id, u"shared"_s);
    m_model = std::make_unique<ReferencesModel>(&m_f->monitor);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    QVERIFY(m_f->signIn());
    QVERIFY(m_model->rowCount() > 0);
}

void TestReferencesModel::cleanup()
{
    m_model.reset();
    m_f.reset();
}

void TestReferencesModel::setSecret(const QString &pipeline, const QString &secret)
{
    m_f->setPassword(pipeline, {u"AWS_SECRETS_MANAGER"_s, {}, secret, {}});
}

QStringList TestReferencesModel::names() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all.append(m_model->index(row, ReferencesModel::NameColumn).data().toString());
    all.sort();
    return all;
}

QVariant TestReferencesModel::cell(const QString &secret, int role, int column) const
{
    const int row = m_model->rowOf({u"AWS_SECRETS_MANAGER"_s, {}, secret, {}});
    return row < 0 ? QVariant() : m_model->index(row, column).data(role);
}

void TestReferencesModel::listsEachReferenceOnce()
{
    QCOMPARE(names(), QStringList{u"shared"_s});
    QCOMPARE(cell(u"shared"_s, ReferencesModel::UserCountRole).toInt(), 3);
    QCOMPARE(cell(u"shared"_s, ReferencesModel::AccountsRole).toStringList(),
             QStringList{u"acc"_s});
    QVERIFY(cell(u"shared"_s, ReferencesModel::SeenRole).toDateTime().isValid());
    QVERIFY(cell(u"shared"_s, ReferencesModel::SearchRole).toString().contains(u"pipeline-b"_s));
    QCOMPARE(cell(u"shared"_s, Qt::DisplayRole, ReferencesModel::ChecksColumn).toString(),
             u"No findings"_s);
    QCOMPARE(m_model->withFindings(), 0);
}

void TestReferencesModel::followsTheFleet()
{
    const QPersistentModelIndex shared = m_model->index(0, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    setSecret(u"c"_s, u"another"_s);
    m_f->fleet.refreshAll();
    QTRY_COMPARE(names(), (QStringList{u"another"_s, u"shared"_s}));
    QCOMPARE(shared.data(ReferencesModel::UserCountRole).toInt(), 2);
    // Alone, where two siblings with the same source agree.
    QCOMPARE(cell(u"another"_s, ReferencesModel::FindingCountRole).toInt(), 1);
    QCOMPARE(m_model->withFindings(), 1);
    QVERIFY(cell(u"another"_s, Qt::ToolTipRole, ReferencesModel::ChecksColumn)
                .toString()
                .contains(u"shared"_s));

    setSecret(u"c"_s, u"shared"_s);
    m_f->fleet.refreshAll();
    QTRY_COMPARE(names(), QStringList{u"shared"_s});
    QCOMPARE(shared.data(ReferencesModel::UserCountRole).toInt(), 3);
    QVERIFY(reset.isEmpty());
}

void TestReferencesModel::knowsTheRunnersCloud()
{
    m_f->api.agents.append(QJsonObject{{u"agentId"_s, u"runner-a"_s},
                                       {u"name"_s, u"runner"_s},
                                       {u"agentType"_s, u"streaming"_s},
                                       {u"cloudProvider"_s, u"azure"_s}});
    m_f->fleet.refreshAll();
    QTRY_COMPARE(cell(u"shared"_s, ReferencesModel::FindingCountRole).toInt(), 1);
    const QList<ReferenceFinding> found =
        m_f->monitor.findings(PipelineKey{u"acc"_s, u"p1"_s, u"a"_s});
    QCOMPARE(found.size(), 1);
    QVERIFY(found.constFirst().rule == ReferenceRule::OtherCloud);
}

void TestReferencesModel::goesWithTheAccount()
{
    m_f->fleet.removeAccount(u"acc"_s);
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestReferencesModel::listsTheUsers()
{
    ReferenceUsersModel users(&m_f->fleet, &m_f->monitor);
    new QAbstractItemModelTester(&users, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 &users);
    QCOMPARE(users.rowCount(), 0);
    users.setReference({u"AWS_SECRETS_MANAGER"_s, {}, u"shared"_s, {}});
    QCOMPARE(users.rowCount(), 3);
    const QPersistentModelIndex second = users.index(1, ReferenceUsersModel::NameColumn);
    QCOMPARE(second.data().toString(), u"pipeline-b"_s);
    QCOMPARE(second.sibling(second.row(), ReferenceUsersModel::PlaceColumn).data().toString(),
             u"PROD › Orders"_s);
    QCOMPARE(second.sibling(second.row(), ReferenceUsersModel::FieldColumn).data().toString(),
             u"Source connection › Password"_s);
    QCOMPARE(second.data(ReferenceUsersModel::PathRole).toStringList().join(u'.'),
             u"streamingSource.connection.password"_s);

    QSignalSpy changed(&users, &QAbstractItemModel::dataChanged);
    m_f->fleet.pipelines()->setStatus(
        second.data(ReferenceUsersModel::KeyRole).value<PipelineKey>(), u"STREAMING"_s);
    m_f->fleet.pipelines()->flush();
    QCOMPARE(second.data(ReferenceUsersModel::BadgeRole).value<Badge>(), Badge::Streaming);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    m_f->fleet.pipelines()->setStatus(
        second.data(ReferenceUsersModel::KeyRole).value<PipelineKey>(),
        u"STREAMING"_s); // checked once more
    m_f->fleet.pipelines()->flush();
    QCOMPARE(changed.size(), 1);
    // A range of rows, in which nothing changed that is shown here.
    const PipelineModel *pipelines = m_f->fleet.pipelines();
    Q_EMIT m_f->fleet.pipelines()->dataChanged(
        pipelines->index(0, PipelineModel::StatusColumn),
        pipelines->index(pipelines->rowCount() - 1, PipelineModel::StatusColumn));
    QCOMPARE(changed.size(), 1);

    setSecret(u"a"_s, u"another"_s);
    m_f->fleet.refreshAll();
    QTRY_COMPARE(users.rowCount(), 2);
    QCOMPARE(second.row(), 0);
    users.setReference({});
    QCOMPARE(users.rowCount(), 0);
}

void TestReferencesModel::listsTheFindings()
{
    ReferenceFindingsModel findings(&m_f->monitor);
    new QAbstractItemModelTester(&findings, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 &findings);
    findings.setReference({u"AWS_SECRETS_MANAGER"_s, {}, u"another"_s, {}});
    QCOMPARE(findings.rowCount(), 0);
    setSecret(u"c"_s, u"another"_s);
    m_f->fleet.refreshAll();
    QTRY_COMPARE(findings.rowCount(), 1);
    QCOMPARE(findings.count(), 1);
    const QModelIndex row = findings.index(0, ReferenceFindingsModel::NameColumn);
    QCOMPARE(row.data().toString(), u"pipeline-c"_s);
    const auto rule = ReferenceRule(row.data(ReferenceFindingsModel::RuleRole).toInt());
    QVERIFY(rule == ReferenceRule::DiffersFromSiblings);

    const auto key = row.data(ReferenceFindingsModel::KeyRole).value<PipelineKey>();
    m_f->monitor.silences()->silence(key, rule);
    QTRY_VERIFY(row.data(ReferenceFindingsModel::SilencedRole).toBool());
    QCOMPARE(findings.rowCount(), 1);
    QCOMPARE(findings.count(), 0);
}

SLUICE_TEST(TestReferencesModel, Core)
#include "tst_referencesmodel.moc"
