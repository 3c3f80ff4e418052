// SPDX-License-Identifier: Apache-2.0
// The fleet on a real sandbox over real HTTP: accounts, poller, commands and the navigation tree.
#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/sandboxprofile.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr StatusPoller::Intervals quick{50ms, 100ms, 400ms, 50ms};

} // namespace

class TestFleet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<NavigationModel> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void begin(const QStringList &options, StatusPoller::Intervals intervals = quick)
    {
        m_sandbox = std::make_unique<SandboxProcess>(options);
        QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
        m_fleet = std::make_unique<Fleet>(intervals);
        m_tree = std::make_unique<NavigationModel>(m_fleet.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    Account *connectAccount(int rateLimit = 0)
    {
        Profile profile = profileOf(*m_sandbox, u"acc"_s);
        profile.rateLimit = rateLimit;
        return m_fleet->addAccount(makeAccount(profile, m_sandbox->clientSecret()));
    }

    PipelineModel *pipelines() const { return m_fleet->pipelines(); }

    PipelineKey keyAt(int row) const { return pipelines()->row(row).key; }

    // The first pipeline in this state.
    PipelineKey keyIn(PipelineState state) const
    {
        for (int row = 0; row < pipelines()->rowCount(); ++row) {
            if (pipelines()->row(row).state == state)
                return keyAt(row);
        }
        return {};
    }

    void awaitSweep() const { QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep()); }

private Q_SLOTS:

    void cleanup()
    {
        m_tester.reset();
        m_tree.reset();
        m_fleet.reset();
        m_sandbox.reset();
    }

    void everyPipelineIsReadAndAsked()
    {
        begin({u"--seed"_s, u"60"_s, u"--rate-limit"_s, u"0"_s});
        connectAccount();
        QTRY_COMPARE(pipelines()->rowCount(), 60);
        awaitSweep();
        for (int row = 0; row < 60; ++row)
            QVERIFY(pipelines()->row(row).badge() != Badge::NotChecked);
        m_fleet->removeAccount(u"acc"_s);
        QCOMPARE(pipelines()->rowCount(), 0);
        QCOMPARE(m_tree->rowCount(), 0);
    }

    void startIsRequestedThenConfirmed()
    {
        begin({u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"0"_s, u"--speed"_s, u"5"_s});
        Account *account = connectAccount();
        QTRY_COMPARE(account->projects().size(), 1);
        const QString projectId = account->projects().constFirst().id;

        QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        PipelineKey key;
        Test::createPipeline(
            *m_fleet, u"acc"_s, projectId, file.readAll(), this,
            [&](const Result<QJsonObject> &created) {
                QVERIFY(created);
                key = {u"acc"_s, projectId, (*created)["streamingPipelineId"_L1].toString()};
            });
        QTRY_VERIFY(key.isValid());
        QTRY_COMPARE(pipelines()->state(key), PipelineState::NotRunning);

        QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        QSignalSpy states(pipelines(), &PipelineModel::statusChanged);
        m_fleet->sendCommand(key, PipelineCommand::Start);
        QCOMPARE(pipelines()->find(key)->badge(), Badge::StartRequested); // at once
        m_fleet->sendCommand(key, PipelineCommand::Start); // an impatient second click
        QTRY_COMPARE(pipelines()->state(key), PipelineState::Streaming);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(failed.size(), 1); // the second command was not sent, as it would be a conflict
        QVERIFY(failed[0][2].value<ApiError>().summary().contains(u"under way"_s));
        QCOMPARE(states[0][2].value<PipelineState>(), PipelineState::Starting);

        m_fleet->sendCommand(key, PipelineCommand::Stop);
        QCOMPARE(pipelines()->find(key)->badge(), Badge::StopRequested);
        QTRY_COMPARE(pipelines()->state(key), PipelineState::NotRunning);
        QCOMPARE(pipelines()->find(key)->badge(), Badge::Stopped);
    }

    void aRefusedCommandIsTakenBack()
    {
        begin({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
        connectAccount();
        awaitSweep();
        const PipelineKey key = keyIn(PipelineState::Streaming);
        QVERIFY(key.isValid());
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->sendCommand(key, PipelineCommand::Start);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<ApiError>().kind, ApiError::Kind::Conflict);
        QVERIFY(!pipelines()->find(key)->requested);
        QVERIFY(failed[0][1].toString().contains(pipelines()->find(key)->name));
    }

    void deletedPipelineLeaves()
    {
        begin({u"--seed"_s, u"30"_s, u"--rate-limit"_s, u"0"_s});
        connectAccount();
        awaitSweep();
        const int before = pipelines()->rowCount();
        const PipelineKey key = keyIn(PipelineState::NotRunning);
        QVERIFY(key.isValid());
        QSignalSpy deleted(m_fleet.get(), &Fleet::pipelineDeleted);
        m_fleet->deletePipeline(key);
        m_fleet->deletePipeline(key);
        QTRY_COMPARE(deleted.size(), 1);
        QCOMPARE(pipelines()->rowCount(), before - 1);
        QCOMPARE(pipelines()->rowOf(key), -1);
    }

    void aDeadServerMarksAllAndItsReturnClearsThem()
    {
        QTemporaryDir data;
        begin({u"--seed"_s, u"10"_s, u"--rate-limit"_s, u"0"_s, u"--data"_s, data.path()});
        connectAccount();
        awaitSweep();
        const PipelineState state = pipelines()->row(0).state;
        const int port = m_sandbox->url().port();
        m_sandbox->kill();
        for (int row = 0; row < 10; ++row)
            QTRY_VERIFY_WITH_TIMEOUT(pipelines()->row(row).outdated, 20'000);
        QVERIFY(!pipelines()->row(0).error.isEmpty());
        QCOMPARE(pipelines()->row(0).state, state); // the last known state stays

        SandboxProcess again({u"--port"_s, QString::number(port), u"--rate-limit"_s, u"0"_s,
                              u"--data"_s, data.path()});
        QVERIFY2(again.isReady(), qPrintable(again.errorOutput()));
        for (int row = 0; row < 10; ++row)
            QTRY_VERIFY_WITH_TIMEOUT(!pipelines()->row(row).outdated, 20'000);
    }

    void theBudgetIsKept()
    {
        begin({u"--seed"_s, u"100"_s, u"--rate-limit"_s, u"0"_s});
        QElapsedTimer clock;
        clock.start();
        Account *account = connectAccount(600);
        QSignalSpy checked(m_fleet->poller(u"acc"_s), &StatusPoller::checked);
        // A burst of 30 at the beginning. Then 55 % of 600 calls a minute are 11 in two seconds.
        QTRY_VERIFY_WITH_TIMEOUT(checked.size() >= 41, 20'000);
        QVERIFY2(clock.elapsed() >= 1900, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(account->client()->waiting() <= 16);
    }

    void neverTwoCallsOfOnePipeline()
    {
        begin({u"--seed"_s, u"5"_s, u"--rate-limit"_s, u"0"_s, u"--latency"_s, u"100"_s});
        Account *account = connectAccount();
        QTRY_COMPARE(pipelines()->rowCount(), 5);
        awaitSweep();
        for (int i = 0; i < 20; ++i) {
            for (int row = 0; row < 5; ++row)
                m_fleet->refresh(keyAt(row));
            QVERIFY(account->client()->inFlight() + account->client()->waiting() <= 5);
        }
    }

    void theTreeShowsTheDemo()
    {
        begin({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
        Account *account = connectAccount();
        awaitSweep();
        QCOMPARE(m_tree->rowCount(), 1);
        const QModelIndex top = m_tree->index(0, 0);
        QCOMPARE(m_tree->rowCount(top), account->projects().size());
        QCOMPARE(top.data(NavigationModel::CountRole).toInt(), pipelines()->rowCount());
        QSignalSpy reset(m_tree.get(), &QAbstractItemModel::modelReset);

        int places = 0;
        for (int i = 0; i < m_tree->rowCount(top); ++i) {
            const QPersistentModelIndex project = m_tree->index(i, 0, top);
            QVERIFY(m_tree->hasChildren(project));
            if (m_tree->canFetchMore(project))
                m_tree->fetchMore(project);
            QTRY_COMPARE(project.data(NavigationModel::LoadStateRole).toInt(),
                         static_cast<int>(LoadState::Loaded));
            for (int j = 0; j < m_tree->rowCount(project); ++j) {
                const QModelIndex place = m_tree->index(j, 0, project);
                QCOMPARE(place.data(NavigationModel::CountRole).toInt(), m_tree->rowCount(place));
                places += m_tree->rowCount(place);
            }
        }
        QVERIFY(places >= pipelines()->rowCount());
        for (int row = 0; row < pipelines()->rowCount(); ++row) {
            const QModelIndex at = m_tree->indexOf(keyAt(row));
            QCOMPARE(at.data().toString(), pipelines()->row(row).name);
            QCOMPARE(at.data(NavigationModel::BadgeRole).toInt(),
                     static_cast<int>(pipelines()->row(row).badge()));
        }
        const QPersistentModelIndex kept = m_tree->indexOf(keyAt(0));
        m_fleet->refreshAll();
        QTRY_COMPARE(account->projectsState(), LoadState::Loaded);
        QVERIFY(kept.isValid());
        QCOMPARE(reset.size(), 0);
    }
};

SLUICE_TEST(TestFleet, Core)
#include "tst_fleet.moc"
