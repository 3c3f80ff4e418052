// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinecreation.h"
#include "tests/unit/scriptedapi.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Commands, delete and create, with a peer that refuses, forgets or never answers.
class TestFleetActions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"a"_s};

    const PipelineRow *row() { return m_fleet->pipelines()->find(m_key); }

private Q_SLOTS:

    void init()
    {
        m_api = std::make_unique<ScriptedApi>();
        m_api->addProject(u"p1"_s, u"Orders"_s);
        m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
    }

    void cleanup()
    {
        m_fleet.reset();
        m_api.reset();
    }

    void impatientClicksAreSentOnce()
    {
        QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
        for (int click = 0; click < 5; ++click)
            m_fleet->sendCommand(m_key, PipelineCommand::Start);
        m_fleet->deletePipeline(m_key); // neither while a command is under way
        QVERIFY(m_fleet->isBusy(m_key));
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(!m_fleet->isBusy(m_key));
        QCOMPARE(m_api->server.count("POST"), 1);
        QCOMPARE(m_api->server.count("DELETE"), 0);
        QCOMPARE(row()->badge(), Badge::StartRequested); // until a status proves it
        m_api->statuses[u"a"_s] = u"STARTING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Starting);
    }

    void aLostAnswerIsNotSentAgain()
    {
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        m_api->writeAnswer = Act::fault(Act::Kind::Close);
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->sendCommand(m_key, PipelineCommand::Stop);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<ApiError>().effect, Effect::Unknown);
        QCOMPARE(m_api->server.count("POST"), 1);
        QCOMPARE(row()->badge(), Badge::Streaming); // the last word of the server
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Stopped); // the stop had arrived: nothing unexpected
    }

    void aRefusedDeleteKeepsTheRow()
    {
        m_api->writeAnswer = Act::reply(409, R"({"title":"running"})");
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(row());
    }

    void whatIsGoneAlreadyCountsAsDeleted()
    {
        m_api->writeAnswer = Act::reply(404);
        QSignalSpy deleted(m_fleet.get(), &Fleet::pipelineDeleted);
        m_fleet->deletePipeline(m_key);
        QTRY_COMPARE(deleted.size(), 1);
        QCOMPARE(deleted[0][1].toString(), u"orders"_s);
        QVERIFY(!row());
    }

    void aListOnItsWayDoesNotBringADeletedPipelineBack()
    {
        Account *account = m_fleet->account(u"acc"_s);
        m_api->writeAnswer = Act::reply(204);
        account->refreshProject(u"p1"_s);
        account->dropPendingList(u"p1"_s); // as a delete that is answered now
        QSignalSpy loaded(account, &Account::pipelinesLoaded);
        QTRY_COMPARE(loaded.size(), 1);
        const QByteArray list = "/dpc/v1/projects/p1/streaming-pipelines";
        QCOMPARE(m_api->server.count("GET", list), 3); // at first, the stale one, the one after it
    }

    void createdRowAppearsThoughNobodyWaits()
    {
        m_api->writeAnswer =
            Act::reply(201, R"({"streamingPipelineId":"new","name":"fresh","agentId":"r"})");
        bool called = false;
        {
            QObject page;
            m_fleet->createPipeline(u"acc"_s, u"p1"_s, "{}", &page,
                                    [&](const Result<QJsonObject> &) { called = true; });
        }
        const PipelineKey key{u"acc"_s, u"p1"_s, u"new"_s};
        QTRY_COMPARE(m_fleet->pipelines()->state(key), PipelineState::NotRunning);
        QVERIFY(!called);
        QCOMPARE(m_fleet->pipelines()->find(key)->projectName, u"Orders"_s);
    }

    void refusedCreateGivesTheViolations()
    {
        QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-400.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_api->writeAnswer = Act::reply(400, file.readAll());
        std::optional<ApiError> error;
        m_fleet->createPipeline(u"acc"_s, u"p1"_s, "{}", this,
                                [&](const Result<QJsonObject> &created) {
                                    if (!created)
                                        error = created.error();
                                });
        QTRY_VERIFY(error);
        QCOMPARE(error->violations.size(), 2);
        QCOMPARE(m_fleet->pipelines()->rowCount(), 1);
    }

    void aRemovedProjectTakesItsPipelines()
    {
        m_api->projects = {};
        m_fleet->refreshAll();
        QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 0);
    }

    void anUnknownPipelineLeavesWithTheNextList()
    {
        m_api->pipelines.clear();
        m_api->refusals[QByteArrayLiteral("/status")] = 404;
        QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 0);
    }

    void aCommandToAnUnknownPipelineIsNotSilent()
    {
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->sendCommand({u"acc"_s, u"p1"_s, u"elsewhere"_s}, PipelineCommand::Start);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<ApiError>().kind, ApiError::Kind::NotFound);
        QCOMPARE(m_api->server.count("POST"), 0);
    }

    void anAccountWithoutPipelinesIsSwept()
    {
        ScriptedApi empty;
        empty.addProject(u"p"_s, u"Empty"_s);
        m_fleet->addAccount(empty.makeAccount(u"other"_s));
        QVERIFY(!m_fleet->poller(u"other"_s)->hasCompletedSweep());
        QTRY_VERIFY(m_fleet->poller(u"other"_s)->hasCompletedSweep());
        m_fleet->removeAccount(u"other"_s);
    }

    void anAccountThatLeavesEndsTheLook()
    {
        PipelineCreation creation(m_fleet.get());
        m_api->writeAnswer = Act::fault(Act::Kind::Close);
        QSignalSpy failed(&creation, &PipelineCreation::failed);
        creation.create(u"acc"_s, u"p1"_s, {{u"name"_s, u"orders"_s}}, false);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(creation.isOutcomeUnknown());
        QSignalSpy lookFailed(&creation, &PipelineCreation::lookFailed);
        creation.lookFor();
        QCOMPARE(creation.step(), PipelineCreation::Step::Looking);
        m_fleet->removeAccount(u"acc"_s);
        QCOMPARE(creation.step(), PipelineCreation::Step::Idle);
        QCOMPARE(lookFailed.size(), 1);
    }

    void anOlderNamesakeIsNotCalledNew()
    {
        // A list that cannot be read when the request leaves.
        m_api->addProject(u"p2"_s, u"Closed"_s);
        m_api->addPipeline(u"p2"_s, u"old"_s, u"orders"_s, u"r1"_s);
        m_api->refusals[QByteArrayLiteral("p2/streaming-pipelines")] = 403;
        m_fleet->refreshAll();
        Account *account = m_fleet->account(u"acc"_s);
        QTRY_COMPARE(account->pipelinesState(u"p2"_s), LoadState::Failed);
        m_api->refusals.clear();

        PipelineCreation creation(m_fleet.get());
        QSignalSpy failed(&creation, &PipelineCreation::failed);
        QSignalSpy found(&creation, &PipelineCreation::found);
        QSignalSpy namesake(&creation, &PipelineCreation::foundNamesake);
        m_api->writeAnswer = Act::fault(Act::Kind::Close);
        creation.create(u"acc"_s, u"p2"_s, {{u"name"_s, u"orders"_s}}, false);
        QTRY_COMPARE(failed.size(), 1);
        creation.lookFor();
        QTRY_COMPARE(namesake.size(), 1);
        QCOMPARE(found.size(), 0);
        QCOMPARE(namesake[0][0].value<PipelineKey>().pipeline, u"old"_s);
    }

    void createInAnAccountThatLeftIsAnswered()
    {
        std::optional<ApiError> error;
        m_fleet->createPipeline(
            u"gone"_s, u"p1"_s, "{}", this,
            [&](const Result<QJsonObject> &created) { error = created.error(); });
        QVERIFY(!error);
        QTRY_VERIFY(error);
        QCOMPARE(m_api->server.count("POST"), 0);
    }
};

QTEST_GUILESS_MAIN(TestFleetActions)
#include "tst_fleetactions.moc"
