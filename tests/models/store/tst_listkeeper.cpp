// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/store/accountrecords.h"
#include "models/store/historyrecorder.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the lists said last is there at the next start before any answer, and no longer than until
// the server says otherwise.
class TestListKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theLastListsAreThereWithoutAnAnswer();
    void anAnswerConfirmsWhatIsThere();
    void whatTheServerChangedIsTaken();
    void whatIsGoneIsToldWithTheTimeInQuestion();
    void aListThatCameFirstStands();
    void projectsThatAreGoneTakeTheirPipelines();
    void recalledListsDoNotCountAsRead();
    void aForgottenAccountLeavesNothing();
    void secretsInNamesAreNotKept();

private:
    void openFleet();
    void closeFleet();
    // Another run of the program, against a server that gives no answer.
    void restartWithoutAnswers();
    const PipelineRow *row(const QString &pipeline) const;

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<HistoryRecorder> m_recorder;
};

void TestListKeeper::openFleet()
{
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
    m_fleet->addAccount(m_api->makeAccount());
}

void TestListKeeper::closeFleet()
{
    m_recorder.reset();
    m_fleet.reset();
    m_fixture->open();
}

void TestListKeeper::restartWithoutAnswers()
{
    closeFleet();
    m_api->ahead = [](const Seen &) { return Act::fault(Act::Kind::Silence); };
    openFleet();
}

const PipelineRow *TestListKeeper::row(const QString &pipeline) const
{
    return m_fleet->pipelines()->find({u"acc"_s, u"p1"_s, pipeline});
}

void TestListKeeper::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Orders"_s);
    m_api->addProject(u"p2"_s, u"Empty"_s);
    m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
    m_api->addPipeline(u"p1"_s, u"b"_s, u"returns"_s, u"r1"_s);
    m_api->agents = {QJsonObject{{u"agentId"_s, u"r1"_s}, {u"name"_s, u"runner-one"_s}}};
    m_api->statuses[u"a"_s] = u"STREAMING"_s;
    m_fixture = std::make_unique<StoreFixture>();
    openFleet();
    Account *account = m_fleet->account(u"acc"_s);
    QTRY_VERIFY(account->isListed(u"p1"_s) && account->isListed(u"p2"_s));
    QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
    QTRY_COMPARE(account->runnerName(u"r1"_s), u"runner-one"_s);
}

void TestListKeeper::cleanup()
{
    m_recorder.reset();
    m_fleet.reset();
    m_fixture.reset();
    m_api.reset();
}

void TestListKeeper::theLastListsAreThereWithoutAnAnswer()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    restartWithoutAnswers();
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 2);
    const Account *account = m_fleet->account(u"acc"_s);
    QCOMPARE(account->projects().size(), 2);
    QCOMPARE(account->projects().at(0).name, u"Orders"_s);
    QCOMPARE(account->projectsState(), LoadState::Loading);
    QVERIFY(!account->isListed(u"p1"_s));
    QCOMPARE(row(u"a"_s)->name, u"orders"_s);
    QCOMPARE(row(u"a"_s)->runnerName, u"runner-one"_s);
    QCOMPARE(row(u"a"_s)->definition, m_api->pipelines[u"p1"_s].at(0).toObject());
    QVERIFY(row(u"a"_s)->recalledFrom.isValid());
    QVERIFY(row(u"a"_s)->recalledFrom <= before);
    // The state is that of the earlier run, with its age.
    QTRY_COMPARE(row(u"a"_s)->state, PipelineState::Streaming);
    QVERIFY(row(u"a"_s)->recalled);
    QVERIFY(row(u"a"_s)->checked <= before);
}

void TestListKeeper::anAnswerConfirmsWhatIsThere()
{
    closeFleet();
    m_api->hangs = "/projects"; // until the rows are there
    openFleet();
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 2);
    QVERIFY(row(u"a"_s)->recalledFrom.isValid());
    const QSignalSpy added(m_fleet->pipelines(), &PipelineModel::pipelinesAdded);
    const QSignalSpy edited(m_fleet->pipelines(), &PipelineModel::pipelinesEdited);
    const QSignalSpy confirmed(m_fleet->pipelines(), &PipelineModel::pipelinesConfirmed);
    m_api->hangs.clear();
    m_fleet->account(u"acc"_s)->refreshProject(u"p1"_s);
    QTRY_COMPARE(confirmed.size(), 1);
    QVERIFY(!row(u"a"_s)->recalledFrom.isValid());
    QCOMPARE(added.size(), 0);
    QCOMPARE(edited.size(), 0);
}

void TestListKeeper::whatTheServerChangedIsTaken()
{
    closeFleet();
    QJsonObject changed = m_api->pipelines[u"p1"_s].at(0).toObject();
    changed.insert(u"name"_s, u"renamed"_s);
    m_api->pipelines[u"p1"_s].replace(0, changed);
    m_api->addPipeline(u"p1"_s, u"c"_s, u"third"_s, u"r2"_s);
    openFleet();
    QTRY_VERIFY(m_fleet->account(u"acc"_s)->isListed(u"p1"_s));
    QCOMPARE(m_fleet->pipelines()->rowCount(), 3);
    QCOMPARE(row(u"a"_s)->name, u"renamed"_s);
    QVERIFY(!row(u"c"_s)->recalledFrom.isValid());
}

void TestListKeeper::whatIsGoneIsToldWithTheTimeInQuestion()
{
    closeFleet();
    // As if it had been closed two hours ago.
    m_fixture->store->database()->write(
        [](Sql &sql) { sql.run(u"UPDATE listed_project SET read_at = read_at - 7200000"_s); });
    QVERIFY(m_fixture->settle());
    m_fixture->open();
    m_api->hangs = "/projects"; // until the rows are there
    openFleet();
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 2);
    m_api->hangs.clear();
    m_api->pipelines[u"p1"_s].removeLast();
    m_fleet->account(u"acc"_s)->refreshProject(u"p1"_s);
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 1);
    EventFilter filter;
    filter.categories = {Event::Category::Change};
    const auto texts = [&] {
        QStringList told;
        const auto page = answerTo<EventStore::Page>([&](QObject *context, auto got) {
            m_fixture->store->events()->page(filter, 0, 100, context, got);
        });
        for (const Event &event : page.events)
            told.append(event.name + u": "_s + event.text());
        return told;
    };
    QTRY_COMPARE(texts(), QStringList{u"returns: Gone from the server, not deleted from here, at "
                                      "some time in the last 2 h 0 min"_s});
}

void TestListKeeper::aListThatCameFirstStands()
{
    m_recorder.reset();
    m_fleet.reset();
    m_fixture->open();
    m_api->pipelines[u"p1"_s].removeLast();
    // The store is slower than the server.
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    const Account *account = m_fleet->addAccount(m_api->makeAccount());
    QTRY_VERIFY(account->isListed(u"p1"_s));
    m_recorder = std::make_unique<HistoryRecorder>(m_fleet.get(), m_fixture->store.get());
    QVERIFY(m_fixture->settle()); // what was asked before is answered
    QCoreApplication::processEvents();
    QCOMPARE(m_fleet->pipelines()->rowCount(), 1);
}

void TestListKeeper::projectsThatAreGoneTakeTheirPipelines()
{
    closeFleet();
    m_api->projects.removeFirst();
    openFleet();
    QTRY_COMPARE(m_fleet->account(u"acc"_s)->projectsState(), LoadState::Loaded);
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 0);
    QCOMPARE(m_fleet->account(u"acc"_s)->projects().size(), 1);
    // And they are not there at the start after that.
    restartWithoutAnswers();
    QTRY_COMPARE(m_fleet->account(u"acc"_s)->projects().size(), 1);
    QCOMPARE(m_fleet->pipelines()->rowCount(), 0);
}

// A create whose answer is lost looks for what is new since the list was read. What others made
// before this run is not.
void TestListKeeper::recalledListsDoNotCountAsRead()
{
    restartWithoutAnswers();
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 2);
    QVERIFY(!m_fleet->account(u"acc"_s)->isListed(u"p1"_s));
}

void TestListKeeper::aForgottenAccountLeavesNothing()
{
    m_recorder.reset();
    m_fleet.reset();
    removeAccountRecords(m_fixture->store.get(), u"acc"_s);
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM listed_project"_s).toInt(), 0);
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM listed_runner"_s).toInt(), 0);
}

void TestListKeeper::secretsInNamesAreNotKept()
{
    m_api->projects.append(
        QJsonObject{{u"id"_s, u"p3"_s},
                    {u"name"_s, u"Third"_s},
                    {u"description"_s, u"jdbc:postgresql://h/db?password=hunter2secret"_s}});
    m_fleet->refreshAll();
    QTRY_COMPARE(m_fleet->account(u"acc"_s)->projects().size(), 3);
    m_recorder.reset();
    QVERIFY(m_fixture->settle());
    QVERIFY(!m_fixture->bytes().contains("hunter2secret"));
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM listed_project"_s).toInt(), 3);
}

SLUICE_TEST(TestListKeeper, Core)
#include "tst_listkeeper.moc"
