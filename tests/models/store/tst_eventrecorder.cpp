// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "models/store/accountrecords.h"
#include "models/store/historyrecorder.h"
#include "models/store/spankeeper.h"
#include "models/store/watchtimes.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What happens to a fleet is in the log, once, and in words that claim no more than was seen.
class TestEventRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstLookIsNoEvent();
    void changesOfStateAreEvents();
    void stopOfSomebodyElseIsAProblem();
    void stopFromHereIsACommandAndAChange();
    void refusedCommandsAreEvents();
    void changesWhileClosedAreToldWithTheGap();
    void changesElsewhereLeadToTheirVersion();
    void whatIsGoneElsewhereIsTold();
    void whatIsDeletedHereIsTold();
    void troubleHasABeginAndAnEnd();
    void forgottenAccountsLeaveNothing();
    void nothingIsWrittenBehindAnAccountThatLeft();
    void looksBecomeSpans();
    void pausesBetweenLooksBreakSpans();
    void sleepAndPauseAreGaps();
    void saveIsToldOnce();
    void listThatOvertakesASaveIsNoChangeElsewhere();
    void contentOfAnUnansweredSaveIsNobodys();
    void changeElsewhereDuringAStopIsTold();
    void projectsOutOfSightAreNoDeletions();
    void askingToWaitIsNoTrouble();
    void secondProgramTellsWhatItDidOnly();
    void aStopIsAlertedOnce();

private:
    void open();
    QList<Event> events(Event::Category category);
    QStringList texts(Event::Category category);

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<HistoryRecorder> m_recorder;
    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"a"_s};
};

void TestEventRecorder::open()
{
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
    m_fleet->addAccount(m_api->makeAccount());
    QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
}

void TestEventRecorder::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Orders"_s);
    m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
    m_api->statuses[u"a"_s] = u"STREAMING"_s;
    m_fixture = std::make_unique<StoreFixture>();
    open();
}

void TestEventRecorder::cleanup()
{
    m_recorder.reset();
    m_fleet.reset();
    m_fixture.reset();
    m_api.reset();
}

// Newest first.
QList<Event> TestEventRecorder::events(Event::Category category)
{
    EventFilter filter;
    filter.categories = {category};
    return answerTo<EventStore::Page>([&](QObject *context, auto got) {
               m_fixture->store->events()->page(filter, 0, 100, context, got);
           })
        .events;
}

QStringList TestEventRecorder::texts(Event::Category category)
{
    QStringList texts;
    const QList<Event> found = events(category);
    for (const Event &event : found)
        texts.prepend(event.text());
    return texts;
}

void TestEventRecorder::firstLookIsNoEvent()
{
    m_recorder.reset(); // writes what waits
    for (const auto category : {Event::Category::State, Event::Category::Change,
                                Event::Category::Api, Event::Category::Gap})
        QCOMPARE(texts(category), QStringList());
}

void TestEventRecorder::changesOfStateAreEvents()
{
    m_api->statuses[u"a"_s] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(texts(Event::Category::State), QStringList{u"Streaming → Snapshotting"_s});
    const Event event = events(Event::Category::State).constFirst();
    QCOMPARE(event.key, m_key);
    QCOMPARE(event.name, u"orders"_s);
    QCOMPARE(event.projectName, u"Orders"_s);
    QVERIFY(!event.accountName.isEmpty());
    QVERIFY(event.began.isValid());
    QVERIFY(event.began <= event.at);
}

void TestEventRecorder::stopOfSomebodyElseIsAProblem()
{
    m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
    QTRY_COMPARE(texts(Event::Category::State),
                 QStringList{u"Streaming → Stopped. No stop from here explains it."_s});
    QCOMPARE(events(Event::Category::State).constFirst().severity(), Event::Severity::Problem);
}

void TestEventRecorder::stopFromHereIsACommandAndAChange()
{
    m_fleet->sendCommand(m_key, PipelineCommand::Stop);
    QTRY_COMPARE(texts(Event::Category::Command), QStringList{u"Stop sent and accepted"_s});
    m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
    QTRY_COMPARE(texts(Event::Category::State), QStringList{u"Streaming → Stopped"_s});
}

void TestEventRecorder::refusedCommandsAreEvents()
{
    m_api->writeAnswer = Act::reply(403, "{}");
    m_fleet->sendCommand(m_key, PipelineCommand::Stop);
    QTRY_COMPARE(events(Event::Category::Api).size(), 1);
    const Event event = events(Event::Category::Api).constFirst();
    QVERIFY2(event.text().startsWith(u"This was not done: stop orders."_s),
             qPrintable(event.text()));
    QCOMPARE(event.key, m_key);
    QVERIFY(events(Event::Category::Command).isEmpty());
}

void TestEventRecorder::changesWhileClosedAreToldWithTheGap()
{
    m_recorder.reset();
    m_fleet.reset();
    // As if it had been closed two hours ago.
    m_fixture->store->database()->write([](Sql &sql) {
        sql.run(u"UPDATE last_state SET seen = seen - 7200000"_s);
        sql.run(u"UPDATE moment SET at = at - 7200000"_s);
    });
    QVERIFY(m_fixture->settle());
    m_fixture->open();
    m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
    open();
    QTRY_COMPARE(texts(Event::Category::State),
                 QStringList{u"Streaming → Stopped, at some time in the last 2 h 0 min. No stop "
                             "from here explains it."_s});
    QTRY_COMPARE(texts(Event::Category::Gap),
                 QStringList{u"Not observed for 2 h 0 min. Sluice was not running."_s});
}

void TestEventRecorder::changesElsewhereLeadToTheirVersion()
{
    QJsonObject definition = m_api->pipelines[u"p1"_s].at(0).toObject();
    definition.insert(u"agentId"_s, u"r2"_s);
    m_api->pipelines[u"p1"_s] = {definition};
    m_fleet->refreshAll();
    QTRY_COMPARE(texts(Event::Category::Change), QStringList{u"Changed, not from here"_s});
    const Event event = events(Event::Category::Change).constFirst();
    const auto versions = answerTo<QList<Version>>([this](QObject *context, auto got) {
        m_fixture->store->versions()->list(m_key, context, got);
    });
    QCOMPARE(event.version, versions.first().id);
    QCOMPARE(event.name, u"orders"_s);
}

void TestEventRecorder::whatIsGoneElsewhereIsTold()
{
    m_api->pipelines[u"p1"_s] = {};
    m_fleet->refreshAll();
    QTRY_COMPARE(texts(Event::Category::Change),
                 QStringList{u"Gone from the server, not deleted from here"_s});
    QCOMPARE(events(Event::Category::Change).constFirst().name, u"orders"_s);
}

void TestEventRecorder::whatIsDeletedHereIsTold()
{
    m_api->writeAnswer = Act::reply(204);
    m_fleet->deletePipeline(m_key);
    QTRY_COMPARE(texts(Event::Category::Change), QStringList{u"Deleted from here"_s});
    QCOMPARE(events(Event::Category::Change).constFirst().name, u"orders"_s);
}

void TestEventRecorder::troubleHasABeginAndAnEnd()
{
    m_api->refusals["streaming-pipelines"] = 403;
    m_fleet->refreshAll();
    QTRY_COMPARE(events(Event::Category::Api).size(), 1);
    QCOMPARE(events(Event::Category::Api).constFirst().kind, Event::Kind::AccountTrouble);
    m_api->refusals.clear();
    m_fleet->refreshAll();
    QTRY_COMPARE(events(Event::Category::Api).size(), 2);
    QVERIFY2(texts(Event::Category::Api).constLast().startsWith(u"Over after "_s),
             qPrintable(texts(Event::Category::Api).constLast()));
}

void TestEventRecorder::forgottenAccountsLeaveNothing()
{
    m_api->statuses[u"a"_s] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(events(Event::Category::State).size(), 1);
    m_recorder.reset();
    m_fleet.reset();
    m_fixture->open();
    m_fleet = std::make_unique<Fleet>();
    m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
    m_recorder->forget(u"acc"_s);
    QCOMPARE(events(Event::Category::State).size(), 0);
    QCOMPARE(m_fixture->value(u"SELECT COUNT(*) FROM observed"_s).toInt(), 0);
}

void TestEventRecorder::nothingIsWrittenBehindAnAccountThatLeft()
{
    m_api->statuses[u"a"_s] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(m_fleet->pipelines()->state(m_key), PipelineState::Snapshotting);
    m_fleet->removeAccount(u"acc"_s);
    removeAccountRecords(m_fixture->store.get(), u"acc"_s);
    m_recorder.reset(); // writes what waits
    QCOMPARE(m_fixture->value(u"SELECT COUNT(*) FROM event WHERE account = 'acc'"_s).toInt(), 0);
    QCOMPARE(m_fixture->value(u"SELECT COUNT(*) FROM observed"_s).toInt(), 0);
}

void TestEventRecorder::looksBecomeSpans()
{
    m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
    QTRY_COMPARE(m_recorder->spans()->spans(m_key).size(), 2);
    const QList<ObservedSpan> seen = m_recorder->spans()->spans(m_key);
    QCOMPARE(seen.at(0).state, PipelineState::Streaming);
    QVERIFY(seen.at(0).ended <= seen.at(1).began);
    m_recorder.reset();
    QVERIFY(m_fixture->settle());
    const auto kept = answerTo<SpanStore::Spans>([this](QObject *context, auto got) {
        m_fixture->store->spans()->spans({m_key}, 0, context, got);
    });
    QCOMPARE(kept.value(m_key).size(), 2);
    QCOMPARE(kept.value(m_key).at(0), seen.at(0));
    QCOMPARE(kept.value(m_key).at(1).began, seen.at(1).began);
    QVERIFY(kept.value(m_key).at(1).ended >= seen.at(1).ended);
}

void TestEventRecorder::pausesBetweenLooksBreakSpans()
{
    m_fleet->setPolling(false);
    QDateTime now = QDateTime::currentDateTimeUtc();
    SpanKeeper keeper(m_fleet.get(), m_fixture->store->spans(), [&now] { return now; });
    QSignalSpy late(&keeper, &SpanKeeper::lookedLate);
    const auto look = [this, &now](qint64 ms) {
        now = now.addMSecs(ms);
        m_fleet->pipelines()->setStatus(m_key, u"STREAMING"_s);
    };
    look(0);
    look(longestPauseMs);
    QCOMPARE(keeper.spans(m_key).size(), 1);
    QCOMPARE(late.size(), 0);
    const QDateTime last = now;
    look(longestPauseMs + 1);
    QCOMPARE(keeper.spans(m_key).size(), 2);
    QCOMPARE(late.size(), 1);
    QCOMPARE(late.at(0).at(1).toDateTime().toMSecsSinceEpoch(), last.toMSecsSinceEpoch());
    look(-1000); // the clock was set back
    QCOMPARE(keeper.spans(m_key).size(), 3);
    QCOMPARE(late.size(), 1);
}

void TestEventRecorder::sleepAndPauseAreGaps()
{
    QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr qint64 hour = 60LL * 60;
    qint64 awake = 0;
    qint64 passed = 0;
    const auto pass = [&](qint64 seconds, qint64 asleep) {
        now = now.addSecs(seconds);
        passed += 1000 * seconds;
        awake += 1000 * (seconds - asleep);
    };
    WatchTimes times(
        m_fleet.get(), m_fixture->store->events(),
        {[&now] { return now; }, [&awake] { return awake; }, [&passed] { return passed; }});
    QSignalSpy ended(&times, &WatchTimes::ended);
    const auto gap = [&ended] { return ended.takeLast().at(0).value<Event::Gap>(); };
    pass(longestPauseMs / 1000, 0);
    times.tick();
    QCOMPARE(ended.size(), 0);
    pass(hour, hour);
    times.tick();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(gap(), Event::Gap::Asleep);
    QVERIFY(times.isGapIn(now.addSecs(-1800), now));
    QVERIFY(!times.isGapIn(now.addSecs(1), now.addSecs(2)));
    pass(hour, 0); // the program itself stood still
    times.tick();
    QCOMPARE(gap(), Event::Gap::NotKnown);
    now = now.addDays(1); // somebody set the clock
    times.tick();
    QCOMPARE(ended.size(), 0);
    m_fleet->setPolling(false);
    pass(hour, 0);
    times.tick();
    QCOMPARE(ended.size(), 0);
    m_fleet->setPolling(true);
    QCOMPARE(gap(), Event::Gap::Paused);
    m_fleet->setPolling(false);
    pass(hour, 0);
    times.finish();
    QCOMPARE(gap(), Event::Gap::Paused);
}

// What the save replaced was known: that it stood before a save is no news.
void TestEventRecorder::saveIsToldOnce()
{
    QJsonObject changed = m_api->pipelines[u"p1"_s].at(0).toObject();
    changed.insert(u"agentId"_s, u"r2"_s);
    m_api->writeAnswer = Act::reply(200, compactJson(changed));
    Test::savePipeline(*m_fleet, m_key, compactJson(changed), this,
                       [](const Result<QJsonObject> &) {});
    QTRY_VERIFY(texts(Event::Category::Change).contains(u"Saved from here"_s));
    m_recorder.reset(); // writes what waits
    QCOMPARE(texts(Event::Category::Change), QStringList{u"Saved from here"_s});
}

void TestEventRecorder::listThatOvertakesASaveIsNoChangeElsewhere()
{
    QJsonObject changed = m_api->pipelines[u"p1"_s].at(0).toObject();
    changed.insert(u"agentId"_s, u"r2"_s);
    // The server takes the new content, and its answer comes after a list that has it already.
    m_api->writeAnswer = Act::fault(Act::Kind::SlowBody, 200, compactJson(changed));
    m_api->ahead = [this, changed](const Seen &seen) -> std::optional<Act> {
        if (seen.method == "PUT")
            m_api->pipelines[u"p1"_s] = {changed};
        return std::nullopt;
    };
    Test::savePipeline(*m_fleet, m_key, compactJson(changed), this,
                       [](const Result<QJsonObject> &) {});
    QTRY_VERIFY(m_api->server.count("PUT") > 0);
    m_fleet->refreshAll();
    QTRY_VERIFY(texts(Event::Category::Change).contains(u"Saved from here"_s));
    m_recorder.reset(); // writes what waits
    const auto versions = answerTo<QList<Version>>([this](QObject *context, auto got) {
        m_fixture->store->versions()->list(m_key, context, got);
    });
    QCOMPARE(versions.size(), 2); // nothing went back and forth
    QCOMPARE(versions.first().origin, Version::Origin::Saved);
    QCOMPARE(texts(Event::Category::Change), QStringList{u"Saved from here"_s});
}

void TestEventRecorder::contentOfAnUnansweredSaveIsNobodys()
{
    QJsonObject changed = m_api->pipelines[u"p1"_s].at(0).toObject();
    changed.insert(u"agentId"_s, u"r2"_s);
    bool isWritten = false;
    m_api->ahead = [&, changed](const Seen &seen) -> std::optional<Act> {
        if (seen.method == "PUT") {
            m_api->pipelines[u"p1"_s] = {changed};
            isWritten = true;
            return Act::fault(Act::Kind::CloseAfterStatus);
        }
        // No look tells what became of it, but the list comes.
        if (isWritten && seen.path().endsWith("/streaming-pipelines/a"))
            return Act::reply(500);
        return std::nullopt;
    };
    bool isSettled = false;
    Test::savePipeline(*m_fleet, m_key, compactJson(changed), this,
                       [&isSettled](const Result<QJsonObject> &) { isSettled = true; });
    QTRY_VERIFY(isWritten);
    m_fleet->refreshAll();
    QTRY_COMPARE(m_fleet->pipelines()->definition(m_key), changed);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled, 60000);
    m_recorder.reset(); // writes what waits
    QVERIFY(!texts(Event::Category::Change).contains(u"Changed, not from here"_s));
}

void TestEventRecorder::changeElsewhereDuringAStopIsTold()
{
    m_api->hangs = QByteArrayLiteral("/commands");
    m_fleet->sendCommand(m_key, PipelineCommand::Stop);
    QTRY_VERIFY(m_fleet->isBusy(m_key));
    changesElsewhereLeadToTheirVersion();
}

void TestEventRecorder::projectsOutOfSightAreNoDeletions()
{
    m_api->projects = {};
    m_api->addProject(u"p2"_s, u"Other"_s);
    m_fleet->refreshAll();
    QTRY_COMPARE(texts(Event::Category::Change),
                 QStringList{u"A project with 1 pipeline is not listed any more."_s});
}

void TestEventRecorder::askingToWaitIsNoTrouble()
{
    m_api->refusals["streaming-pipelines"] = 429;
    m_fleet->refreshAll();
    m_recorder->history().events->settle(this, [] {});
    m_recorder.reset();
    const QList<Event> found = events(Event::Category::Api);
    for (const Event &event : found)
        QVERIFY2(!event.detail.contains(u"wait"_s), qPrintable(event.detail));
}

void TestEventRecorder::secondProgramTellsWhatItDidOnly()
{
    LocalStore second(m_fixture->path());
    QVERIFY(!second.isAlone());
    Fleet fleet(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    HistoryRecorder recorder(&fleet, &second);
    fleet.addAccount(m_api->makeAccount());
    QTRY_VERIFY(fleet.poller(u"acc"_s)->hasCompletedSweep());
    m_api->statuses[u"a"_s] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(fleet.pipelines()->state(m_key), PipelineState::Snapshotting);
    QTRY_COMPARE(m_fleet->pipelines()->state(m_key), PipelineState::Snapshotting);
    QTRY_COMPARE(events(Event::Category::State).size(), 1);
    recorder.forget(u"acc"_s); // the first one goes on with it
    fleet.sendCommand(m_key, PipelineCommand::Stop);
    QTRY_COMPARE(texts(Event::Category::Command), QStringList{u"Stop sent and accepted"_s});
    QTRY_COMPARE(texts(Event::Category::State), QStringList{u"Streaming → Snapshotting"_s});
}

// It is open again after a restart, for it is stopped still; in the log it happened once.
void TestEventRecorder::aStopIsAlertedOnce()
{
    const QStringList once{u"Alert: orders stopped unexpectedly"_s};
    int ahead = 0; // s
    const auto now = [&ahead] { return QDateTime::currentDateTimeUtc().addSecs(ahead); };
    std::unique_ptr<AlertWatch> alerts;
    const auto stop = [&] {
        m_api->statuses[u"a"_s] = u"NOT_RUNNING"_s;
        const bool isSeen = QTest::qWaitFor(
            [this] { return m_fleet->pipelines()->find(m_key)->stoppedUnexpectedly; });
        ahead += 5;
        return isSeen;
    };
    const auto restart = [&](int secondsStopped) {
        alerts.reset();
        m_recorder.reset();
        m_fleet.reset();
        m_fixture->store->database()->write([secondsStopped](Sql &sql) {
            sql.run(u"UPDATE last_state SET since = seen - ?"_s, {secondsStopped * 1000});
        });
        QVERIFY(m_fixture->settle());
        m_fixture->open();
        open();
        alerts = std::make_unique<AlertWatch>(m_fleet.get(), now);
        m_recorder->follow(alerts.get());
        QTRY_VERIFY(m_fleet->pipelines()->find(m_key)->stoppedUnexpectedly);
        const auto isOpen = [&] {
            ++ahead;
            return !alerts->open().isEmpty();
        };
        QTRY_VERIFY(isOpen());
    };
    alerts = std::make_unique<AlertWatch>(m_fleet.get(), now);
    m_recorder->follow(alerts.get());
    QVERIFY(stop());
    QTRY_COMPARE(texts(Event::Category::Alert), once);
    restart(60);
    QTRY_COMPARE(events(Event::Category::State).size(), 1);
    QCOMPARE(texts(Event::Category::Alert), once);
    m_recorder.reset(); // writes what waits
    QCOMPARE(texts(Event::Category::Alert), once);

    // One that ended before the second look told nothing, and the next one does.
    restart(2);
    QTRY_COMPARE(texts(Event::Category::Alert), once + once);
}

SLUICE_TEST(TestEventRecorder, Core)

#include "tst_eventrecorder.moc"
