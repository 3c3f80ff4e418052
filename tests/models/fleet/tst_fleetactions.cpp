// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinecreation.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

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
        QSignalSpy refused(m_fleet.get(), &Fleet::actionFailed);
        QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
        for (int click = 0; click < 5; ++click)
            m_fleet->sendCommand(m_key, PipelineCommand::Start);
        m_fleet->deletePipeline(m_key); // neither while a command is under way
        QVERIFY(m_fleet->isBusy(m_key));
        QCOMPARE(refused.size(), 5); // aloud
        for (const QList<QVariant> &one : std::as_const(refused))
            QVERIFY(one[2].value<ApiError>().summary().contains(u"under way"_s));
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(!m_fleet->isBusy(m_key));
        QCOMPARE(m_api->server.count("POST"), 1);
        QCOMPARE(m_api->server.count("DELETE"), 0);
        QCOMPARE(row()->badge(), Badge::StartRequested); // until a status proves it
        m_api->statuses[u"a"_s] = u"STARTING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Starting);
    }

    // What has to follow waits for its turn: a start that a save wants is not lost to a click.
    void whatHasToFollowIsQueued()
    {
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
        QSignalSpy refused(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->sendCommand(m_key, PipelineCommand::Stop);
        m_fleet->sendCommand(m_key, PipelineCommand::Start, Fleet::IfBusy::Wait);
        m_fleet->sendCommand(m_key, PipelineCommand::Stop, Fleet::IfBusy::Wait);
        QTRY_COMPARE(accepted.size(), 3);
        QCOMPARE(accepted[1][1].value<PipelineCommand>(), PipelineCommand::Start);
        QCOMPARE(refused.size(), 0);
        QList<QByteArray> bodies;
        for (const Seen &seen : m_api->server.seen()) {
            if (seen.method == "POST")
                bodies.append(seen.body);
        }
        QCOMPARE(bodies.size(), 3);
        QVERIFY(bodies[0].contains("stop") && bodies[1].contains("start") &&
                bodies[2].contains("stop"));
        QVERIFY(!m_fleet->isBusy(m_key));
    }

    // Answered 500, and it worked: nothing stopped unexpectedly, and nothing is told to have
    // failed.
    void aStopThatWorkedAllTheSameIsSeen_data()
    {
        QTest::addColumn<Act>("act");
        for (const int status : {500, 502, 503, 408, 520})
            QTest::addRow("%d", status) << Act::reply(status, "<html>");
        QTest::newRow("200 page") << Act::reply(200, "<html>");
        QTest::newRow("closed") << Act::fault(Act::Kind::Close);
    }

    void aStopThatWorkedAllTheSameIsSeen()
    {
        QFETCH(Act, act);
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        m_api->ahead = [this, act](const Seen &seen) -> std::optional<Act> {
            if (seen.method != "POST")
                return {};
            m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
            return act;
        };
        QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->sendCommand(m_key, PipelineCommand::Stop);
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(failed.size(), 0);
        QTRY_COMPARE(row()->badge(), Badge::Stopped);
        QCOMPARE(m_api->server.count("POST"), 1);
    }

    void aDeleteThatIsNotKnownIsLookedUp_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isGone");
        for (const int status : {500, 504, 522, 200, 302}) {
            QTest::addRow("%d gone", status) << status << true;
            QTest::addRow("%d there", status) << status << false;
        }
    }

    void aDeleteThatIsNotKnownIsLookedUp()
    {
        QFETCH(int, status);
        QFETCH(bool, isGone);
        m_api->ahead = [this, status, isGone](const Seen &seen) -> std::optional<Act> {
            if (seen.method != "DELETE")
                return {};
            if (isGone)
                m_api->pipelines.clear();
            return Act::reply(status, "<html>sign in</html>");
        };
        QSignalSpy deleted(m_fleet.get(), &Fleet::pipelineDeleted);
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QTRY_COMPARE(deleted.size() + failed.size(), 1);
        QCOMPARE(deleted.size(), int(isGone));
        QCOMPARE(row() == nullptr, isGone);
        if (!isGone)
            QVERIFY(failed[0][2].value<ApiError>().summary().contains(u"still there"_s));
        QCOMPARE(m_api->server.count("DELETE"), 1);
    }

    void anAccountThatLeftIsTold()
    {
        m_fleet->setBeforeDelete([this](const PipelineRow &, const Fleet::DeleteAnswer &answer) {
            m_fleet->removeAccount(u"acc"_s); // before the trash has answered
            answer({});
        });
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][2].value<ApiError>().summary().contains(u"Nothing was deleted"_s));
        QVERIFY(!m_fleet->isBusy(m_key));
        m_fleet->sendCommand(m_key, PipelineCommand::Start);
        QCOMPARE(failed.size(), 2);
        QCOMPARE(m_api->server.count("DELETE"), 0);
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
        m_api->writeAnswer = Act::reply(404, R"({"title":"Not Found"})");
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
            Test::createPipeline(*m_fleet, u"acc"_s, u"p1"_s, "{}", &page,
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
        Test::createPipeline(*m_fleet, u"acc"_s, u"p1"_s, "{}", this,
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
        QSignalSpy lookFailed(&creation, &PipelineCreation::lookFailed);
        creation.create(u"acc"_s, u"p1"_s, {{u"name"_s, u"fresh"_s}}, false);
        QTRY_COMPARE(creation.phase(), PipelineCreation::Phase::Looking);
        m_fleet->removeAccount(u"acc"_s);
        QTRY_COMPARE(lookFailed.size(), 1);
        QCOMPARE(creation.phase(), PipelineCreation::Phase::Idle);
        QVERIFY(creation.isOutcomeUnknown());
        creation.create(u"acc"_s, u"p1"_s, {{u"name"_s, u"fresh"_s}}, false);
        QCOMPARE(creation.phase(), PipelineCreation::Phase::Idle); // not before a look has told
        creation.lookFor();
        QTRY_COMPARE(lookFailed.size(), 2);
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

        PipelineCreation creation(m_fleet.get());
        QSignalSpy created(&creation, &PipelineCreation::created);
        QSignalSpy namesake(&creation, &PipelineCreation::foundNamesake);
        m_api->ahead = [this](const Seen &seen) -> std::optional<Act> {
            if (seen.method != "POST")
                return {};
            m_api->refusals.clear();
            return Act::fault(Act::Kind::Close);
        };
        creation.create(u"acc"_s, u"p2"_s, {{u"name"_s, u"orders"_s}, {u"agentId"_s, u"r1"_s}},
                        false);
        QTRY_COMPARE(namesake.size(), 1);
        QCOMPARE(created.size(), 0);
        QCOMPARE(namesake[0][0].value<PipelineKey>().pipeline, u"old"_s);
        QVERIFY(creation.isOutcomeUnknown());
        creation.allowNamesake();
        QVERIFY(!creation.isOutcomeUnknown());
    }

    void createInAnAccountThatLeftIsAnswered()
    {
        std::optional<ApiError> error;
        Test::createPipeline(*m_fleet, u"gone"_s, u"p1"_s, "{}", this,
                             [&](const Result<QJsonObject> &created) { error = created.error(); });
        QVERIFY(!error);
        QTRY_VERIFY(error);
        QCOMPARE(m_api->server.count("POST"), 0);
    }
};

SLUICE_TEST(TestFleetActions, Core)
#include "tst_fleetactions.moc"
