// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// The tree over an account whose lists change between two reads.
class TestNavigation : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<NavigationModel> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Account *m_account = nullptr;

    void connectAccount()
    {
        m_account = m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(isIdle());
    }

    bool isIdle() const
    {
        const QList<Project> projects = m_account->projects();
        for (const Project &project : projects) {
            if (m_account->pipelinesState(project.id) == LoadState::Loading ||
                m_account->environmentsState(project.id) == LoadState::Loading)
                return false;
        }
        return m_account->projectsState() != LoadState::Loading &&
               m_account->runnersState() != LoadState::Loading;
    }

    void readAgain()
    {
        m_account->refresh();
        QTRY_VERIFY(isIdle());
    }

    void open(const QString &project)
    {
        const QModelIndex index = m_tree->indexOfProject(u"acc"_s, project);
        if (m_tree->canFetchMore(index)) // the tester may have been here before
            m_tree->fetchMore(index);
        QTRY_VERIFY(isIdle());
    }

    // The tree as indented names.
    QStringList shape(const QModelIndex &parent = {}, int depth = 0) const
    {
        QStringList lines;
        for (int row = 0; row < m_tree->rowCount(parent); ++row) {
            const QModelIndex index = m_tree->index(row, 0, parent);
            lines.append(QString(depth, u' ') + index.data().toString());
            lines += shape(index, depth + 1);
        }
        return lines;
    }

private Q_SLOTS:

    void init()
    {
        m_api = std::make_unique<ScriptedApi>();
        m_api->addProject(u"p2"_s, u"beta"_s);
        m_api->addProject(u"p1"_s, u"Alpha"_s);
        m_api->addEnvironment(u"p1"_s, u"prod"_s, u"r1"_s);
        m_api->addEnvironment(u"p1"_s, u"Dev"_s, u"r2"_s);
        m_api->addEnvironment(u"p1"_s, u"copy of prod"_s, u"r1"_s);
        m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
        m_api->addPipeline(u"p1"_s, u"b"_s, u"Invoices"_s, u"r1"_s);
        m_api->addPipeline(u"p1"_s, u"c"_s, u"stray"_s, u"r9"_s);
        m_fleet = std::make_unique<Fleet>();
        m_tree = std::make_unique<NavigationModel>(m_fleet.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_tree.reset();
        m_fleet.reset();
        m_api.reset();
    }

    void placesPipelinesByTheirRunner()
    {
        connectAccount();
        open(u"p1"_s);
        const QStringList expected{
            u"PROD"_s,      u" Alpha"_s,          u"  copy of prod"_s, u"   Invoices"_s,
            u"   orders"_s, u"  Dev"_s,           u"  prod"_s,         u"   Invoices"_s,
            u"   orders"_s, u"  Other runners"_s, u"   stray"_s,       u" beta"_s};
        QCOMPARE(shape(), expected);
        const QModelIndex orders = m_tree->indexOf({u"acc"_s, u"p1"_s, u"a"_s});
        QVERIFY(orders.data(NavigationModel::SharedRole).toBool());
        const QModelIndex prod = m_tree->index(2, 0, m_tree->indexOfProject(u"acc"_s, u"p1"_s));
        QCOMPARE(prod.data(NavigationModel::DetailRole).toString(), u"Runner of copy of prod"_s);
        QCOMPARE(prod.data(NavigationModel::CountRole).toInt(), 2);
        const auto scope = prod.data(NavigationModel::ScopeRole).value<PipelineFilter::Scope>();
        QCOMPARE(scope.agents, QSet<QString>{u"r1"_s});
        const QModelIndex other = m_tree->index(3, 0, m_tree->indexOfProject(u"acc"_s, u"p1"_s));
        const auto others = other.data(NavigationModel::ScopeRole).value<PipelineFilter::Scope>();
        QCOMPARE(others.notAgents, QSet<QString>({u"r1"_s, u"r2"_s}));
    }

    void countsComeBeforeTheChildren()
    {
        m_tester.reset(); // it reads all children
        connectAccount();
        const QModelIndex alpha = m_tree->indexOfProject(u"acc"_s, u"p1"_s);
        QCOMPARE(alpha.data(NavigationModel::CountRole).toInt(), 3);
        QCOMPARE(m_tree->rowCount(alpha), 0);
        QVERIFY(m_tree->hasChildren(alpha));
        QCOMPARE(m_tree->indexOfAccount(u"acc"_s).data(NavigationModel::CountRole).toInt(), 3);
    }

    void problemsAreCounted()
    {
        connectAccount();
        open(u"p1"_s);
        PipelineModel *pipelines = m_fleet->pipelines();
        const QModelIndex alpha = m_tree->indexOfProject(u"acc"_s, u"p1"_s);
        const QModelIndex prod = m_tree->index(2, 0, alpha);
        const QModelIndex other = m_tree->index(3, 0, alpha);
        m_fleet->setPolling(false);
        for (const QString &id : {u"a"_s, u"b"_s})
            pipelines->setStatus({u"acc"_s, u"p1"_s, id}, u"STREAMING"_s);
        pipelines->setStatus({u"acc"_s, u"p1"_s, u"c"_s}, u"STREAMING"_s);
        QVERIFY(!alpha.data(NavigationModel::BadgeRole).isValid());
        QCOMPARE(alpha.data(NavigationModel::ProblemCountRole).toInt(), 0);
        pipelines->setStatus({u"acc"_s, u"p1"_s, u"a"_s}, u"UNKNOWN"_s);
        pipelines->setStatus({u"acc"_s, u"p1"_s, u"c"_s}, u"UNKNOWN"_s);
        QCOMPARE(alpha.data(NavigationModel::ProblemCountRole).toInt(), 2);
        QCOMPARE(alpha.data(NavigationModel::CountRole).toInt(), 3);
        QCOMPARE(prod.data(NavigationModel::ProblemCountRole).toInt(), 1);
        QCOMPARE(other.data(NavigationModel::ProblemCountRole).toInt(), 1);
        QCOMPARE(m_tree->indexOfAccount(u"acc"_s).data(NavigationModel::ProblemCountRole).toInt(),
                 2);
        // The worst kind is the one that is counted.
        pipelines->setStatus({u"acc"_s, u"p1"_s, u"b"_s}, u"NOT_RUNNING"_s);
        QCOMPARE(alpha.data(NavigationModel::BadgeRole).toInt(), int(Badge::StoppedUnexpectedly));
        QCOMPARE(alpha.data(NavigationModel::ProblemCountRole).toInt(), 1);
    }

    void refreshMovesWhatChangedAndKeepsTheRest()
    {
        connectAccount();
        open(u"p1"_s);
        const QPersistentModelIndex dev =
            m_tree->index(1, 0, m_tree->indexOfProject(u"acc"_s, u"p1"_s));
        const QPersistentModelIndex orders = m_tree->indexOf({u"acc"_s, u"p1"_s, u"a"_s});
        QSignalSpy reset(m_tree.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_tree.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_tree.get(), &QAbstractItemModel::rowsRemoved);
        readAgain();
        QCOMPARE(inserted.size() + removed.size(), 0);

        m_api->pipelines[u"p1"_s] = {};
        m_api->addPipeline(u"p1"_s, u"a"_s, u"zebra"_s, u"r1"_s); // renamed
        m_api->addPipeline(u"p1"_s, u"b"_s, u"Invoices"_s, u"r1"_s);
        m_api->addPipeline(u"p1"_s, u"c"_s, u"stray"_s, u"r2"_s); // moved to Dev
        m_api->addPipeline(u"p1"_s, u"d"_s, u"Kiwi"_s, u"r1"_s);  // new
        m_api->projects = {};
        m_api->addProject(u"p1"_s, u"Zeta"_s); // renamed; beta is gone
        readAgain();
        const QStringList expected{u"PROD"_s,        u" Zeta"_s,    u"  copy of prod"_s,
                                   u"   Invoices"_s, u"   Kiwi"_s,  u"   zebra"_s,
                                   u"  Dev"_s,       u"   stray"_s, u"  prod"_s,
                                   u"   Invoices"_s, u"   Kiwi"_s,  u"   zebra"_s};
        QCOMPARE(shape(), expected);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(dev.data().toString(), u"Dev"_s);
        QCOMPARE(orders.data().toString(), u"zebra"_s);
    }

    void errorsStandAtTheirNode()
    {
        m_api->refusals[QByteArrayLiteral("p1/environments")] = 403;
        connectAccount();
        open(u"p1"_s);
        const QPersistentModelIndex alpha = m_tree->indexOfProject(u"acc"_s, u"p1"_s);
        QCOMPARE(alpha.data(NavigationModel::LoadStateRole).toInt(),
                 static_cast<int>(LoadState::Failed));
        QVERIFY(!alpha.data(NavigationModel::ErrorRole).toString().isEmpty());
        QVERIFY(!m_tree->canFetchMore(alpha)); // no storm: only Retry asks again
        QCOMPARE(m_tree->rowCount(alpha), 1);  // the pipelines are known all the same
        const QModelIndex beta = m_tree->indexOfProject(u"acc"_s, u"p2"_s);
        QVERIFY(beta.data(NavigationModel::ErrorRole).toString().isEmpty());

        m_api->refusals.clear();
        m_tree->retry(alpha);
        QTRY_VERIFY(isIdle());
        QVERIFY(alpha.data(NavigationModel::ErrorRole).toString().isEmpty());
        QCOMPARE(m_tree->rowCount(alpha), 4);
    }

    void refusedAccountIsRetried()
    {
        m_api->refusals[QByteArrayLiteral("/v1/projects")] = 403;
        connectAccount();
        const QPersistentModelIndex top = m_tree->indexOfAccount(u"acc"_s);
        QCOMPARE(m_tree->rowCount(top), 0);
        QVERIFY(!top.data(NavigationModel::ErrorRole).toString().isEmpty());
        QCOMPARE(top.data(NavigationModel::CountRole).toInt(), -1);
        m_api->refusals.clear();
        m_tree->retry(top);
        QTRY_COMPARE(m_tree->rowCount(top), 2);
        QVERIFY(top.data(NavigationModel::ErrorRole).toString().isEmpty());
    }

    void noProjectsAreExplained()
    {
        m_api->projects = {};
        connectAccount();
        const QModelIndex top = m_tree->indexOfAccount(u"acc"_s);
        QVERIFY(top.data(NavigationModel::ErrorRole).toString().isEmpty());
        QVERIFY(top.data(NavigationModel::NoteRole).toString().contains(u"Super Admin"));
        QCOMPARE(top.data(NavigationModel::CountRole).toInt(), 0);
    }

    void problemsBubbleUp()
    {
        connectAccount();
        open(u"p1"_s);
        const QModelIndex top = m_tree->indexOfAccount(u"acc"_s);
        const QModelIndex alpha = m_tree->indexOfProject(u"acc"_s, u"p1"_s);
        QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
        m_fleet->pipelines()->flush();
        QVERIFY(!top.data(NavigationModel::BadgeRole).isValid());
        QSignalSpy changed(m_tree.get(), &QAbstractItemModel::dataChanged);
        m_fleet->setPolling(false);
        m_fleet->pipelines()->setStatus({u"acc"_s, u"p1"_s, u"a"_s}, u"UNKNOWN"_s);
        m_fleet->pipelines()->flush();
        QVERIFY(!changed.isEmpty());
        for (const QModelIndex &index :
             {top, alpha, m_tree->index(0, 0, alpha), m_tree->indexOf({u"acc"_s, u"p1"_s, u"a"_s})})
            QCOMPARE(index.data(NavigationModel::BadgeRole).toInt(),
                     static_cast<int>(Badge::Unknown));
        QVERIFY(!m_tree->index(1, 0, alpha).data(NavigationModel::BadgeRole).isValid());
    }

    void manyProjectsComeInOneGo()
    {
        m_tester.reset(); // it reads all children
        m_api->projects = {};
        for (int p = 0; p < 40; ++p) {
            const QString project = u"q%1"_s.arg(p);
            m_api->addProject(project, u"Project %1"_s.arg(p));
            for (int i = 0; i < 25; ++i)
                m_api->addPipeline(project, u"%1-%2"_s.arg(project).arg(i), u"name %1"_s.arg(i),
                                   u"r1"_s);
        }
        QSignalSpy inserted(m_tree.get(), &QAbstractItemModel::rowsInserted);
        connectAccount();
        QCOMPARE(inserted.size(), 2); // the account, then its projects in one go
        const QModelIndex top = m_tree->indexOfAccount(u"acc"_s);
        QCOMPARE(top.data(NavigationModel::CountRole).toInt(), 1000);
    }
};

SLUICE_TEST(TestNavigation, Core)
#include "tst_navigation.moc"
