// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointmodel.h"
#include "tests/support/repointfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The pipelines to choose, to review and to follow.
class TestRepointModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void ticksTheAccountInView();
    void saysWhatChanges();
    void keepsTicksWhileTyping();
    void followsTheFleet();
    void reviewsWhatIsTicked();
    void readsAgainForARetry();
    void stopsReadingWhenAllWouldFail();

private:
    int rowOf(const QString &id, const QString &account = u"acc"_s) const;
    QVariant cell(const QString &id, int column, int role = Qt::DisplayRole) const;
    bool tick(const QString &id, bool ticked);

    std::unique_ptr<RepointFixture> m;
    std::unique_ptr<RepointModel> m_model;
};

void TestRepointModel::init()
{
    m = std::make_unique<RepointFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    m->put(u"b"_s, "accountKey", m->shared);
    m->put(u"c"_s, "password", awsSecret(u"another"_s));
    QVERIFY(m->isReady());
    m_model = std::make_unique<RepointModel>(&m->fleet, &m->monitor,
                                             QSet<SecretReference>{m->shared}, QString());
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestRepointModel::cleanup()
{
    m_model.reset();
    m.reset();
}

int TestRepointModel::rowOf(const QString &id, const QString &account) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(RepointModel::KeyRole).value<PipelineKey>() ==
            RepointFixture::key(id, account))
            return row;
    }
    return -1;
}

QVariant TestRepointModel::cell(const QString &id, int column, int role) const
{
    return m_model->index(rowOf(id), column).data(role);
}

bool TestRepointModel::tick(const QString &id, bool ticked)
{
    return m_model->setData(m_model->index(rowOf(id), 0), ticked ? Qt::Checked : Qt::Unchecked,
                            Qt::CheckStateRole);
}

void TestRepointModel::ticksTheAccountInView()
{
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->tickedCount(), 2); // of the only account
    QCOMPARE(cell(u"a"_s, RepointModel::PlaceColumn).toString(), u"PROD › Orders"_s);
    m->fleet.addAccount(m->api.makeAccount(u"other"_s));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->tickedCount(), 2); // what comes later is not ticked

    const RepointModel inView(&m->fleet, &m->monitor, {m->shared}, u"other"_s);
    QCOMPARE(inView.rowCount(), 4);
    QCOMPARE(inView.tickedCount(), 2);
    for (int row = 0; row < 4; ++row) {
        const QModelIndex index = inView.index(row, 0);
        QCOMPARE(index.data(RepointModel::KeyRole).value<PipelineKey>().account,
                 row < 2 ? u"other"_s : u"acc"_s); // the account in view comes first
        QCOMPARE(index.data(Qt::CheckStateRole).toInt(),
                 int(row < 2 ? Qt::Checked : Qt::Unchecked));
    }
    const RepointModel all(&m->fleet, &m->monitor, {m->shared}, QString());
    QCOMPARE(all.tickedCount(), 0);
}

void TestRepointModel::saysWhatChanges()
{
    QCOMPARE(cell(u"a"_s, RepointModel::NoteColumn).toString(), u"1 field"_s);
    QCOMPARE(cell(u"b"_s, RepointModel::NoteColumn).toString(), u"2 fields"_s);
    QVERIFY(!cell(u"a"_s, 0, RepointModel::CautionRole).toBool());
    m->api.statuses.insert(u"a"_s, u"STREAMING"_s);
    m->fleet.refreshAll();
    QTRY_COMPARE(cell(u"a"_s, RepointModel::NoteColumn).toString(),
                 u"1 field, may need a restart"_s);
    QVERIFY(cell(u"a"_s, 0, RepointModel::CautionRole).toBool());
    QCOMPARE(cell(u"a"_s, 0, RepointModel::BadgeRole).toInt(), int(Badge::Streaming));
    m_model->setTarget(m->next);
    m_model->beginReview();
    QCOMPARE(m_model->movedWhileRunning(), 0);
    m_model->setReport({RepointFixture::key(u"a"_s)}, {ItemState::Done, u"Re-pointed."_s});
    m_model->setReport({RepointFixture::key(u"b"_s)}, {ItemState::Done, u"Re-pointed."_s});
    QCOMPARE(m_model->movedWhileRunning(), 1);
    m_model->endReview();
    QVERIFY(tick(u"a"_s, false));
    QCOMPARE(cell(u"a"_s, RepointModel::NoteColumn).toString(), u"Not selected"_s);
    m_model->tickAll(true);
    QCOMPARE(m_model->tickedCount(), 2);
    m_model->tickAll(false);
    QCOMPARE(m_model->tickedCount(), 0);
}

void TestRepointModel::keepsTicksWhileTyping()
{
    QVERIFY(tick(u"a"_s, false));
    for (const SecretReference &typed :
         {m->shared, SecretReference(), awsSecret(u"s"_s), m->shared, m->next}) {
        m_model->setTarget(typed);
        QCOMPARE(m_model->tickedCount(), 1);
        QCOMPARE(cell(u"b"_s, RepointModel::NoteColumn).toString(), u"2 fields"_s);
    }
}

void TestRepointModel::followsTheFleet()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m->put(u"c"_s, "password", m->shared);
    m->put(u"a"_s, "password", m->next);
    m->fleet.refreshAll();
    QTRY_VERIFY(rowOf(u"c"_s) >= 0 && rowOf(u"a"_s) < 0);
    QCOMPARE(cell(u"c"_s, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(m_model->tickedCount(), 1);
    m->fleet.removeAccount(u"acc"_s);
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(reset.size(), 0);
}

void TestRepointModel::reviewsWhatIsTicked()
{
    m_model->setTarget(m->next);
    QVERIFY(tick(u"a"_s, false));
    m_model->beginReview();
    QVERIFY(!tick(u"a"_s, true));
    QVERIFY(!cell(u"a"_s, 0, RepointModel::ReviewRole).toBool());
    QVERIFY(cell(u"b"_s, 0, RepointModel::ReviewRole).toBool());
    QCOMPARE(m_model->left().size(), 1);
    QCOMPARE(m_model->left().first().base, m->onServer(u"b"_s));
    const QList<Change> changes = m_model->changes(rowOf(u"b"_s));
    QCOMPARE(changes.size(), 2);
    // Rows do not go under the review.
    m->put(u"a"_s, "password", m->next);
    m->fleet.refreshAll();
    QTRY_VERIFY(!m->monitor.index().users(m->shared).contains(ReferenceUser{
        RepointFixture::key(u"a"_s), {u"streamingSource"_s, u"connection"_s, u"password"_s}}));
    QVERIFY(rowOf(u"a"_s) >= 0);
    m_model->endReview();
    QVERIFY(rowOf(u"a"_s) < 0);
    QCOMPARE(m_model->tickedCount(), 1);
}

void TestRepointModel::readsAgainForARetry()
{
    m_model->setTarget(m->next);
    m_model->beginReview();
    m_model->setReport({RepointFixture::key(u"a"_s)}, {ItemState::Done, u"Re-pointed."_s});
    m_model->setReport({RepointFixture::key(u"b"_s)}, {ItemState::Failed, u"Refused."_s});
    QCOMPARE(m_model->count(ItemState::Failed), 1);
    QVERIFY(m_model->report().contains(u"pipeline-b\tPROD › Orders\tRefused.\n"_s));
    QVERIFY(m_model->left().isEmpty());

    QJsonObject renamed = m->onServer(u"b"_s);
    renamed.insert(u"name"_s, u"renamed"_s);
    m->replace(u"b"_s, renamed);
    QSignalSpy read(m_model.get(), &RepointModel::readAgain);
    m_model->beginRetry();
    QVERIFY(m_model->isReading());
    QVERIFY(read.wait());
    QVERIFY(!m_model->isReading());
    QCOMPARE(m_model->left().size(), 1);
    QCOMPARE(m_model->left().first().base, renamed);
    QVERIFY(!cell(u"a"_s, 0, RepointModel::ReviewRole).toBool());
    QCOMPARE(m_model->count(ItemState::Done), 1); // what was done before stays
    QVERIFY(m_model->report().contains(u"pipeline-a\tPROD › Orders\tRe-pointed.\n"_s));

    // It is known by now that the lost answer meant yes.
    m_model->setReport({RepointFixture::key(u"b"_s)}, {ItemState::Unknown, u"No answer."_s});
    m->replace(u"b"_s, repointed(renamed, m_model->repointing()));
    m_model->beginRetry();
    QVERIFY(read.wait());
    QVERIFY(m_model->left().isEmpty());
    QCOMPARE(m_model->count(ItemState::Done), 2);
    QCOMPARE(m_model->movedCount(), 2);
}

void TestRepointModel::stopsReadingWhenAllWouldFail()
{
    m_model->setTarget(m->next);
    m_model->beginReview();
    for (const QString &id : {u"a"_s, u"b"_s})
        m_model->setReport({RepointFixture::key(id)}, {ItemState::Failed, u"Refused."_s});
    m->api.refusals.insert("streaming-pipelines/a", 403);
    m->api.refusals.insert("streaming-pipelines/b", 403);
    QSignalSpy read(m_model.get(), &RepointModel::readAgain);
    m_model->beginRetry();
    QVERIFY(read.wait());
    QCOMPARE(m_model->count(ItemState::Failed), 1);
    QCOMPARE(m_model->count(ItemState::NotSent), 1);
    QVERIFY(m_model->left().isEmpty());
}

SLUICE_TEST(TestRepointModel, Core)
#include "tst_repointmodel.moc"
