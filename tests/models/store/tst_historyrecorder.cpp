// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/store/accountrecords.h"
#include "models/store/historyrecorder.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a fleet sees and does is in the store, with a peer that refuses, forgets or never answers.
class TestHistoryRecorder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<HistoryRecorder> m_recorder;
    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"a"_s};

    QList<TrashEntry> trash()
    {
        return answerTo<QList<TrashEntry>>(
            [this](QObject *context, auto got) { m_fixture->store->trash()->list(context, got); });
    }

    QList<Version> versions(const PipelineKey &key)
    {
        return answerTo<QList<Version>>([&](QObject *context, auto got) {
            m_fixture->store->versions()->list(key, context, got);
        });
    }

private Q_SLOTS:

    void init()
    {
        m_api = std::make_unique<ScriptedApi>();
        m_api->addProject(u"p1"_s, u"Orders"_s);
        m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
        m_fixture = std::make_unique<StoreFixture>();
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
    }

    void cleanup()
    {
        m_recorder.reset();
        m_fleet.reset();
        m_fixture.reset();
        m_api.reset();
    }

    void whatIsReadIsAVersion()
    {
        QCOMPARE(versions(m_key).size(), 1);
        QCOMPARE(versions(m_key).at(0).origin, Version::Origin::Read);
        QCOMPARE(versions(m_key).at(0).name, u"orders"_s);
    }

    void whatIsCreatedIsAVersion()
    {
        m_api->writeAnswer =
            Act::reply(201, R"({"streamingPipelineId":"new","name":"fresh","agentId":"r"})");
        Test::createPipeline(*m_fleet, u"acc"_s, u"p1"_s, "{}", this,
                             [](const Result<QJsonObject> &) {});
        const PipelineKey key{u"acc"_s, u"p1"_s, u"new"_s};
        QTRY_COMPARE(versions(key).size(), 1);
        QCOMPARE(versions(key).at(0).origin, Version::Origin::Created);
    }

    void whatIsSavedIsAVersion()
    {
        m_api->writeAnswer = Act::reply(200, R"({"streamingPipelineId":"a","name":"renamed"})");
        QSignalSpy saved(m_fleet.get(), &Fleet::pipelineSaved);
        Test::savePipeline(*m_fleet, m_key, R"({"name":"renamed"})", this,
                           [](const Result<QJsonObject> &) {});
        QVERIFY(saved.wait());
        const QList<Version> found = versions(m_key);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].origin, Version::Origin::Saved);
        QCOMPARE(found[0].name, u"renamed"_s);
        QCOMPARE(found[1].origin, Version::Origin::BeforeSave);
        QCOMPARE(found[1].name, u"orders"_s);
    }

    void whatAnEditorReadsIsAVersion()
    {
        m_fleet->setPolling(false);
        m_api->pipelines[u"p1"_s] = QJsonArray{QJsonObject{
            {u"streamingPipelineId"_s, u"a"_s}, {u"name"_s, u"moved"_s}, {u"agentId"_s, u"r1"_s}}};
        QSignalSpy read(m_fleet.get(), &Fleet::pipelineRead);
        m_fleet->readPipeline(m_key, this, [](const Result<QJsonObject> &) {});
        QVERIFY(read.wait());
        QCOMPARE(versions(m_key).size(), 2);
        QCOMPARE(versions(m_key).at(0).name, u"moved"_s);
        QCOMPARE(versions(m_key).at(0).origin, Version::Origin::Read);
    }

    void aSaveWhoseAnswerWasLostIsToldByTheNextReading_data()
    {
        QTest::addColumn<QString>("found"); // the name that is read next
        QTest::addColumn<QList<Version::Origin>>("origins");
        using Origin = Version::Origin;
        QTest::newRow("it took place") << u"renamed"_s << QList{Origin::Saved, Origin::BeforeSave};
        QTest::newRow("it did not") << u"orders"_s << QList{Origin::Read};
        QTest::newRow("somebody else's") << u"other"_s << QList{Origin::Read, Origin::Read};
    }

    void aSaveWhoseAnswerWasLostIsToldByTheNextReading()
    {
        QFETCH(const QString, found);
        QFETCH(const QList<Version::Origin>, origins);
        QJsonObject renamed = m_fleet->pipelines()->definition(m_key);
        renamed.insert(u"name"_s, u"renamed"_s);
        m_api->writeAnswer = Act::fault(Act::Kind::Close);
        QSignalSpy failed(m_fleet.get(), &Fleet::saveFailed);
        Test::savePipeline(*m_fleet, m_key, QJsonDocument(renamed).toJson(), this,
                           [](const Result<QJsonObject> &) {});
        QVERIFY(failed.wait());
        QSignalSpy read(m_fleet.get(), &Fleet::pipelineRead);
        m_fleet->readPipeline(m_key, this, [](const Result<QJsonObject> &) {}); // too early
        QVERIFY(read.wait());
        QCOMPARE(versions(m_key).size(), 1);
        QJsonObject now = renamed;
        now.insert(u"name"_s, found);
        m_api->pipelines[u"p1"_s] = QJsonArray{now};
        m_fleet->account(u"acc"_s)->refreshProject(u"p1"_s);
        QTRY_COMPARE(versions(m_key).size(), origins.size());
        QTRY_COMPARE(m_fleet->pipelines()->definition(m_key), now);
        const QList<Version> kept = versions(m_key);
        for (int row = 0; row < int(kept.size()); ++row)
            QCOMPARE(kept[row].origin, origins[row]);
    }

    void theTrashHasItBeforeTheRequestLeaves()
    {
        m_api->writeAnswer = Act::reply(204);
        QSignalSpy deleted(m_fleet.get(), &Fleet::pipelineDeleted);
        const auto disk = std::make_shared<QSemaphore>();
        m_fixture->store->database()->write([disk](Sql &) { disk->acquire(); });
        m_fleet->deletePipeline(m_key);
        QVERIFY(m_fleet->isBusy(m_key));
        // Other requests come and go while this one waits for the disk.
        const int before = m_api->server.count("GET");
        QTRY_VERIFY(m_api->server.count("GET") > before + 3);
        QCOMPARE(m_api->server.count("DELETE"), 0);
        disk->release();
        QVERIFY(deleted.wait());
        const QList<TrashEntry> entries = trash();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].key, m_key);
        QCOMPARE(entries[0].projectName, u"Orders"_s);
        QVERIFY(!entries[0].accountName.isEmpty());
        QVERIFY(entries[0].confirmed);
        QCOMPARE(versions(m_key).value(0).origin, Version::Origin::Deleted);
    }

    void aRefusedDeleteLeavesTheTrash()
    {
        m_api->writeAnswer = Act::reply(409, R"({"title":"running"})");
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QVERIFY(failed.wait());
        QCOMPARE(m_api->server.count("DELETE"), 1);
        QCOMPARE(trash(), QList<TrashEntry>());
        QCOMPARE(versions(m_key).size(), 1);
    }

    void aLostAnswerIsSettledByTheNextList_data()
    {
        QTest::addColumn<int>("status"); // 0: the connection ends
        QTest::newRow("no answer") << 0;
        QTest::newRow("a gateway's answer") << 504;
    }

    void aLostAnswerIsSettledByTheNextList()
    {
        QFETCH(int, status);
        m_api->writeAnswer = status == 0 ? Act::fault(Act::Kind::Close) : Act::reply(status, "{}");
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QVERIFY(failed.wait());
        QCOMPARE(trash().size(), 1);
        QVERIFY(!trash().at(0).confirmed);
        m_api->pipelines[u"p1"_s] = {};
        // A list may be on its way that says otherwise.
        QTRY_VERIFY(
            (m_fleet->account(u"acc"_s)->refreshProject(u"p1"_s), trash().value(0).confirmed));
    }

    void nothingIsDeletedThatTheTrashCannotHold()
    {
        QVERIFY(m_fixture->settle());
        m_fixture->store->database()->write([](Sql &sql) { sql.run(u"DROP TABLE trash"_s); });
        QVERIFY(m_fixture->settle());
        QSignalSpy failed(m_fleet.get(), &Fleet::actionFailed);
        m_fleet->deletePipeline(m_key);
        QVERIFY(failed.wait());
        QCOMPARE(m_api->server.count("DELETE"), 0);
        QVERIFY(!m_fleet->isBusy(m_key));
        const auto error = failed[0][2].value<ApiError>();
        QVERIFY2(error.summary().contains(u"nothing was deleted"_s), qPrintable(error.summary()));
    }

    void withoutAStoreDeletesGoOn()
    {
        m_recorder.reset();
        StoreFixture broken;
        LocalStore store(broken.folder.path()); // a folder
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), &store);
        QTRY_VERIFY(store.database()->problem());
        m_api->writeAnswer = Act::reply(204);
        QSignalSpy deleted(m_fleet.get(), &Fleet::pipelineDeleted);
        m_fleet->deletePipeline(m_key);
        QVERIFY(deleted.wait());
        m_recorder.reset();
    }

    // After a restart it is not like any pipeline that was stopped; once it runs it is forgotten.
    void anUnexpectedStopOutlivesTheProgram()
    {
        const auto badge = [this] {
            const PipelineRow *row = m_fleet->pipelines()->find(m_key);
            return row ? row->badge() : Badge::NotChecked;
        };
        const auto restart = [this] {
            m_recorder.reset();
            m_fleet.reset();
            QVERIFY(m_fixture->settle());
            m_fixture->open();
            m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
            m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
            m_fleet->addAccount(m_api->makeAccount());
            QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
        };
        restart(); // one that was stopped when it was first seen
        QTRY_COMPARE(badge(), Badge::Stopped);
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(badge(), Badge::Streaming);
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        QTRY_COMPARE(badge(), Badge::StoppedUnexpectedly);
        restart();
        QTRY_COMPARE(badge(), Badge::StoppedUnexpectedly);
        restart();
        QTRY_COMPARE(badge(), Badge::StoppedUnexpectedly);
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(badge(), Badge::Streaming);
        restart();
        QTRY_COMPARE(badge(), Badge::Streaming);
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        QTRY_COMPARE(badge(), Badge::StoppedUnexpectedly);
        m_fleet->removeAccount(u"acc"_s);
        removeAccountRecords(m_fixture->store.get(), u"acc"_s);
        restart();
        QTRY_COMPARE(badge(), Badge::Stopped);
    }

    // Before the server answers, a row shows what the run before saw, and when.
    void lastStatesOutliveTheProgram()
    {
        const auto row = [this] { return m_fleet->pipelines()->find(m_key); };
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        const QDateTime seen = row()->checked;
        m_recorder.reset();
        m_fleet.reset();
        QVERIFY(m_fixture->settle());
        m_fixture->open();
        m_api->hangs = QByteArrayLiteral("/status");
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms, 300ms});
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(row() && row()->recalled);
        QCOMPARE(row()->badge(), Badge::Streaming);
        QVERIFY(row()->outdated);
        QVERIFY(row()->checked >= seen && row()->checked <= QDateTime::currentDateTimeUtc());
        QVERIFY(row()->sinceExact);
        m_api->hangs.clear();
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        m_fleet->refresh(m_key);
        QTRY_COMPARE(row()->badge(), Badge::StoppedUnexpectedly);
        QVERIFY(!row()->outdated);
    }

    // Another window may have seen more meanwhile.
    void whatWasOnlyRecalledIsNotWrittenAgain()
    {
        const auto row = [this] { return m_fleet->pipelines()->find(m_key); };
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        m_recorder.reset();
        m_fleet.reset();
        QVERIFY(m_fixture->settle());
        m_fixture->open();
        m_api->hangs = QByteArrayLiteral("/status");
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(row() && row()->recalled);
        m_fixture->store->database()->write(
            [](Sql &sql) { sql.run(u"UPDATE last_state SET status = 'STOPPING'"_s); });
        m_recorder.reset();
        m_fleet.reset();
        QCOMPARE(m_fixture->value(u"SELECT status FROM last_state"_s).toString(), u"STOPPING"_s);
    }

    void aWorldThatBeginsAnewRecallsNothing()
    {
        m_api->statuses[u"a"_s] = u"STREAMING"_s;
        const auto row = [this] { return m_fleet->pipelines()->find(m_key); };
        QTRY_COMPARE(row()->badge(), Badge::Streaming);
        m_recorder.reset();
        m_fleet.reset();
        QVERIFY(m_fixture->settle());
        m_fixture->open();
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
        m_recorder->forget(u"acc"_s);
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
        QCOMPARE(row()->badge(), Badge::Stopped);
    }

    // Of a store that an older program wrote the unexpected stops are known, and nothing else.
    void olderStoresKeepTheirStops()
    {
        m_recorder.reset();
        m_fleet.reset();
        QVERIFY(m_fixture->settle());
        m_fixture->store.reset();
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            old.setDatabaseName(m_fixture->path());
            QVERIFY(old.open());
            QSqlQuery query(old);
            for (const QString &statement :
                 {u"DROP TABLE event"_s, u"DROP TABLE observed"_s, u"DROP TABLE moment"_s,
                  u"DROP TABLE mute"_s, u"DROP TABLE label"_s, u"DROP TABLE last_state"_s,
                  u"DROP TABLE cleaned"_s, u"DROP TABLE listed_project"_s,
                  u"DROP TABLE listed_runner"_s,
                  u"CREATE TABLE unexpected_stop (account TEXT NOT NULL, project TEXT NOT NULL, "
                  "pipeline TEXT NOT NULL, PRIMARY KEY (account, project, pipeline))"_s,
                  u"INSERT INTO unexpected_stop VALUES ('acc', 'p1', 'a')"_s,
                  u"PRAGMA user_version = 4"_s})
                QVERIFY2(query.exec(statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        m_fixture->open();
        m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
        m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
        m_fleet->addAccount(m_api->makeAccount());
        QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
        QTRY_COMPARE(m_fleet->pipelines()->find(m_key)->badge(), Badge::StoppedUnexpectedly);
    }

    void anAccountMayLeaveMeanwhile()
    {
        const auto disk = std::make_shared<QSemaphore>();
        m_fixture->store->database()->write([disk](Sql &) { disk->acquire(); });
        QSignalSpy failed(m_fleet.get(), &Fleet::deleteFailed);
        m_fleet->deletePipeline(m_key);
        m_fleet->removeAccount(u"acc"_s);
        disk->release();
        QTRY_COMPARE(failed.size(), 1); // told, and what is not deleted is not in the trash
        QTRY_COMPARE(trash().size(), 0);
        QCOMPARE(m_api->server.count("DELETE"), 0);
    }
};

SLUICE_TEST(TestHistoryRecorder, Core)
#include "tst_historyrecorder.moc"
