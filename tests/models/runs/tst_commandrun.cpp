// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/runs/commandrun.h"
#include "models/runs/runmodel.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Many starts, stops and restarts over real sockets: what leaves, and what is said of each row.
class TestCommandRun : public QObject
{
    Q_OBJECT

    using State = CommandRun::State;

private Q_SLOTS:
    void init();
    void cleanup();

    void fiftyStartsWithFiveRefusalsTellEachTruth();
    void restartsEach();
    void aRefusedStartOfARestartIsTriedAlone();
    void aLostStopOfARestartIsLookedAt_data();
    void aLostStopOfARestartIsLookedAt();
    void leavesASnapshotThatBeganMeanwhile();
    void leavesWhatWasStartedMeanwhile();
    void stopsAfterSoManyFailures();
    void pausesAndResumes();
    void cancelsTheRest();
    void aRestartThatHasBegunIsNotCancelled();
    void timesOutAndMayStillBeConfirmed();
    void tellsOfAStartThatDidNotLast();
    void looksBeforeItTriesAgain_data();
    void looksBeforeItTriesAgain();
    void triesAgainWhenAskedTooMuch();
    void endsWhenTheServerIsGone();
    void tellsOfWhatLeftTheList();
    void wavesGoOneAfterTheOther();
    void aWaveThatFailsHoldsTheRestBack();
    void aWaveThatDoesNotRunOnHoldsTheRestBack();
    void aHeldBackRunCanBeCancelled();
    void whatWasTouchedIsKnownForUndo();

private:
    QString id(int pipeline) const { return u"p%1"_s.arg(pipeline); }

    PipelineKey key(int pipeline) const { return {u"acc"_s, u"prj"_s, id(pipeline)}; }

    // Makes so many pipelines with this status, and waits until it is known.
    void make(int count, const QString &status);
    void begin(RunVerb verb, int count, const CommandRun::Settings &settings = {});
    void begin(RunVerb verb, const QList<CommandRun::Item> &items,
               const CommandRun::Settings &settings = {});
    // One, then two, then the rest.
    void beginInWaves(int count, std::chrono::milliseconds hold);
    bool finish();

    QByteArrayList sent(int pipeline) const { return m_sent.value(id(pipeline)); }

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<CommandRun> m_run;
    QHash<QString, QByteArrayList> m_sent; // commands by pipeline
    QHash<QString, Act> m_answers;         // to commands to this pipeline
    QSet<QString> m_undone;                // commands to it have no effect
    QString m_started;                     // the status after a start
    std::function<void(const QString &pipeline)> m_onCommand;
    int m_most = 0; // commands that waited for their proof at once
};

void TestCommandRun::init()
{
    m_sent.clear();
    m_answers.clear();
    m_undone.clear();
    m_onCommand = {};
    m_started = u"STREAMING"_s;
    m_most = 0;
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"prj"_s, u"Orders"_s);
    m_api->ahead = [this](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        const QString pipeline = QString::fromLatin1(seen.path()).split(u'/').value(6);
        const bool isStart = seen.body.contains("start");
        m_sent[pipeline].append(isStart ? "start" : "stop");
        if (m_onCommand)
            m_onCommand(pipeline);
        if (!m_undone.contains(pipeline))
            m_api->statuses[pipeline] = isStart ? m_started : u"NOT_RUNNING"_s;
        return m_answers.contains(pipeline) ? m_answers.value(pipeline) : Act::reply(200);
    };
}

void TestCommandRun::cleanup()
{
    m_run.reset();
    m_fleet.reset();
    m_api.reset();
}

void TestCommandRun::make(int count, const QString &status)
{
    for (int pipeline = 0; pipeline < count; ++pipeline) {
        m_api->addPipeline(u"prj"_s, id(pipeline), u"orders-%1"_s.arg(pipeline), u"r"_s);
        m_api->statuses[id(pipeline)] = status;
    }
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    m_fleet->addAccount(m_api->makeAccount());
    QTRY_VERIFY(m_fleet->poller(u"acc"_s)->hasCompletedSweep());
}

void TestCommandRun::begin(RunVerb verb, int count, const CommandRun::Settings &settings)
{
    QList<CommandRun::Item> items;
    for (int pipeline = 0; pipeline < count; ++pipeline)
        items.append({key(pipeline), u"orders-%1"_s.arg(pipeline), u"Account"_s, u"Orders"_s});
    begin(verb, items, settings);
}

void TestCommandRun::begin(RunVerb verb, const QList<CommandRun::Item> &items,
                           const CommandRun::Settings &settings)
{
    m_run = std::make_unique<CommandRun>(m_fleet.get(), verb, items, settings);
    connect(m_run.get(), &CommandRun::itemsChanged, this, [this] {
        m_most = qMax(m_most, m_run->count(State::Sending) + m_run->count(State::Requested));
    });
    m_run->start();
}

void TestCommandRun::beginInWaves(int count, std::chrono::milliseconds hold)
{
    QList<CommandRun::Item> items;
    for (int pipeline = 0; pipeline < count; ++pipeline) {
        CommandRun::Item item{key(pipeline), u"orders-%1"_s.arg(pipeline), u"Account"_s,
                              u"Orders"_s};
        item.wave = pipeline == 0 ? 0 : pipeline < 3 ? 4 : 7;
        items.prepend(item); // the numbers count, not the order
    }
    CommandRun::Settings settings;
    settings.hold = hold;
    begin(RunVerb::Start, items, settings);
}

bool TestCommandRun::finish()
{
    return QTest::qWaitFor([this] { return !m_run->isRunning(); }, 20'000);
}

void TestCommandRun::fiftyStartsWithFiveRefusalsTellEachTruth()
{
    make(50, u"NOT_RUNNING"_s);
    const QList<int> refused{3, 11, 20, 37, 49};
    for (const int pipeline : refused) {
        m_answers.insert(id(pipeline), Act::reply(409, R"({"title":"The agent is away"})"));
        m_undone.insert(id(pipeline));
    }
    begin(RunVerb::Start, 50);
    QSignalSpy finished(m_run.get(), &CommandRun::finished);
    QVERIFY(finish());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_run->count(State::Confirmed), 45);
    QCOMPARE(m_run->count(State::Failed), 5);
    QCOMPARE(m_run->failed(), 5);
    QCOMPARE(m_run->summary(), u"45 confirmed, 5 failed"_s);
    QVERIFY(m_most <= 3);
    QCOMPARE(m_most, 3);
    const QList<QStringList> report = RunModel::report(*m_run);
    QCOMPARE(report.size(), 51);
    for (int pipeline = 0; pipeline < 50; ++pipeline) {
        QCOMPARE(sent(pipeline), QByteArrayList{"start"}); // once each
        const bool isRefused = refused.contains(pipeline);
        QCOMPARE(m_run->state(pipeline), isRefused ? State::Failed : State::Confirmed);
        QVERIFY2(m_run->text(pipeline).contains(isRefused ? u"The agent is away"_s
                                                          : u"Streaming after"_s),
                 qPrintable(m_run->text(pipeline)));
        QCOMPARE(report.at(pipeline + 1).at(5), isRefused ? u"Failed"_s : u"Confirmed"_s);
    }

    // A new run tries these five, and them alone.
    m_answers.clear();
    m_undone.clear();
    const QList<CommandRun::Item> left = m_run->left();
    QCOMPARE(left.size(), 5);
    begin(RunVerb::Start, left);
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Confirmed), 5);
    for (int pipeline = 0; pipeline < 50; ++pipeline)
        QCOMPARE(sent(pipeline).size(), refused.contains(pipeline) ? 2 : 1);
}

void TestCommandRun::wavesGoOneAfterTheOther()
{
    make(6, u"NOT_RUNNING"_s);
    QStringList order;
    m_onCommand = [&order](const QString &pipeline) { order.append(pipeline); };
    QStringList texts;
    beginInWaves(6, 100ms);
    connect(m_run.get(), &CommandRun::stateChanged, this,
            [this, &texts] { texts.append(m_run->waveText()); });
    QVERIFY(finish());
    QCOMPARE(m_run->waveCount(), 3);
    QCOMPARE(m_run->count(State::Confirmed), 6);
    QCOMPARE(order.constFirst(), id(0));
    QCOMPARE(QSet<QString>(order.cbegin() + 1, order.cbegin() + 3), (QSet<QString>{id(1), id(2)}));
    QVERIFY(texts.contains(u"Wave 3 of 3"_s));
    QVERIFY(!texts.filter(u"Wave 1 of 3 has to run for"_s).isEmpty());
    QVERIFY(m_run->waveText().isEmpty()); // it is over
}

void TestCommandRun::aWaveThatFailsHoldsTheRestBack()
{
    make(6, u"NOT_RUNNING"_s);
    m_answers.insert(id(0), Act::reply(400, R"({"title":"no"})"));
    m_undone.insert(id(0));
    beginInWaves(6, 0ms);
    QTRY_VERIFY(m_run->isHeldBack());
    QVERIFY(m_run->isPaused());
    QVERIFY(m_run->waveText().startsWith(u"1 pipeline"_s));
    QCOMPARE(m_sent.size(), 1);
    m_run->resume(); // the user wants it all the same
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Confirmed), 5);
    QCOMPARE(m_run->count(State::Failed), 1);
}

void TestCommandRun::aWaveThatDoesNotRunOnHoldsTheRestBack()
{
    make(6, u"NOT_RUNNING"_s);
    beginInWaves(6, 10min);
    QTRY_COMPARE(m_run->count(State::Confirmed), 1);
    QVERIFY(m_run->isRunning() && !m_run->isPaused());
    QCOMPARE(m_sent.size(), 1);
    m_api->statuses[id(0)] = u"NOT_RUNNING"_s;
    QTRY_VERIFY(m_run->isHeldBack());
    QCOMPARE(m_run->waveText(), u"Wave 1 did not hold: orders-0 was confirmed, and does not run "
                                "any more. Resume goes on with the next wave."_s);
    QCOMPARE(m_sent.size(), 1);
}

void TestCommandRun::aHeldBackRunCanBeCancelled()
{
    make(6, u"NOT_RUNNING"_s);
    beginInWaves(6, 10min);
    QTRY_COMPARE(m_run->count(State::Confirmed), 1);
    m_run->cancelRest();
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Cancelled), 5);
    QCOMPARE(m_sent.size(), 1);
}

void TestCommandRun::whatWasTouchedIsKnownForUndo()
{
    make(4, u"NOT_RUNNING"_s);
    m_answers.insert(id(1), Act::reply(400, R"({"title":"no"})"));
    m_undone.insert(id(1));
    m_api->statuses[id(2)] = u"STREAMING"_s;
    QTRY_COMPARE(m_fleet->pipelines()->state(key(2)), PipelineState::Streaming);
    begin(RunVerb::Start, 4);
    QVERIFY(finish());
    QCOMPARE(m_run->undoVerb(), std::optional(RunVerb::Stop));
    const QList<PipelineKey> touched = m_run->touched();
    // What was refused, or ran already, is not this run's.
    QCOMPARE(QSet<PipelineKey>(touched.cbegin(), touched.cend()),
             (QSet<PipelineKey>{key(0), key(3)}));
    begin(RunVerb::Restart, 1);
    QVERIFY(!m_run->undoVerb());
    QVERIFY(finish());
}

void TestCommandRun::restartsEach()
{
    make(4, u"STREAMING"_s);
    m_api->statuses[id(3)] = u"NOT_RUNNING"_s;
    QTRY_COMPARE(m_fleet->pipelines()->state(key(3)), PipelineState::NotRunning);
    begin(RunVerb::Restart, 4);
    QVERIFY(finish());
    for (int pipeline = 0; pipeline < 3; ++pipeline) {
        QCOMPARE(m_run->state(pipeline), State::Confirmed);
        QCOMPARE(sent(pipeline), (QByteArrayList{"stop", "start"}));
        QVERIFY2(m_run->text(pipeline).startsWith(u"Stopped after"_s) &&
                     m_run->text(pipeline).contains(u"streaming after"_s),
                 qPrintable(m_run->text(pipeline)));
    }
    QCOMPARE(m_run->state(3), State::Skipped);
    QVERIFY(sent(3).isEmpty());
}

void TestCommandRun::aRefusedStartOfARestartIsTriedAlone()
{
    make(1, u"STREAMING"_s);
    m_onCommand = [this](const QString &pipeline) {
        if (m_sent.value(pipeline).constLast() == "start") {
            m_answers.insert(pipeline, Act::reply(409));
            m_undone.insert(pipeline);
        }
    };
    begin(RunVerb::Restart, 1);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Failed);
    QVERIFY2(m_run->text(0).startsWith(u"Stopped after"_s), qPrintable(m_run->text(0)));
    m_onCommand = {};
    m_answers.clear();
    m_undone.clear();
    begin(RunVerb::Restart, m_run->left());
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Confirmed);
    QCOMPARE(sent(0), (QByteArrayList{"stop", "start", "start"}));
}

void TestCommandRun::aLostStopOfARestartIsLookedAt_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("it had worked") << true;
    QTest::newRow("it had not") << false;
}

void TestCommandRun::aLostStopOfARestartIsLookedAt()
{
    QFETCH(bool, isStopped);
    make(1, u"STREAMING"_s);
    m_undone.insert(id(0));
    m_answers.insert(id(0), Act::fault(Act::Kind::Close));
    begin(RunVerb::Restart, 1);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Unknown);
    QCOMPARE(sent(0), QByteArrayList{"stop"});
    const QList<CommandRun::Item> left = m_run->left();
    m_run.reset();
    if (isStopped)
        m_api->statuses[id(0)] = u"NOT_RUNNING"_s;
    m_answers.clear();
    m_undone.clear();
    begin(RunVerb::Restart, left);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Confirmed);
    QCOMPARE(sent(0), isStopped ? (QByteArrayList{"stop", "start"})
                                : (QByteArrayList{"stop", "stop", "start"}));
}

void TestCommandRun::leavesASnapshotThatBeganMeanwhile()
{
    make(2, u"STREAMING"_s);
    QList<CommandRun::Item> items{{key(0), u"a"_s, {}, {}}, {key(1), u"b"_s, {}, {}}};
    items[1].mayEndSnapshot = true;
    m_api->statuses[id(0)] = u"SNAPSHOTTING"_s;
    m_api->statuses[id(1)] = u"SNAPSHOTTING"_s;
    QTRY_COMPARE(m_fleet->pipelines()->state(key(0)), PipelineState::Snapshotting);
    QTRY_COMPARE(m_fleet->pipelines()->state(key(1)), PipelineState::Snapshotting);
    begin(RunVerb::Stop, items);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Skipped);
    QVERIFY(m_run->text(0).contains(u"snapshot"_s));
    QVERIFY(sent(0).isEmpty());
    QCOMPARE(m_run->state(1), State::Confirmed); // by its own tick
}

void TestCommandRun::leavesWhatWasStartedMeanwhile()
{
    make(3, u"NOT_RUNNING"_s);
    m_onCommand = [this](const QString &) { m_api->statuses[id(2)] = u"STREAMING"_s; };
    m_undone.insert(id(0));
    begin(RunVerb::Start, 3, {.atOnce = 1});
    QTRY_COMPARE(m_run->state(0), State::Requested);
    QTRY_COMPARE(m_fleet->pipelines()->state(key(2)), PipelineState::Streaming);
    m_api->statuses[id(0)] = u"STREAMING"_s;
    QVERIFY(finish());
    QCOMPARE(m_run->state(2), State::Skipped);
    QVERIFY(sent(2).isEmpty());
}

void TestCommandRun::stopsAfterSoManyFailures()
{
    make(6, u"NOT_RUNNING"_s);
    for (int pipeline = 1; pipeline < 6; ++pipeline) {
        m_answers.insert(id(pipeline), Act::reply(409));
        m_undone.insert(id(pipeline));
    }
    begin(RunVerb::Start, 6, {.atOnce = 1, .mostFailures = 2});
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Confirmed);
    QCOMPARE(m_run->count(State::Failed), 2);
    QCOMPARE(m_run->count(State::NotSent), 3);
    QVERIFY(m_run->text(5).contains(u"too many failed"_s));
    QVERIFY(sent(5).isEmpty());
    QCOMPARE(m_run->left().size(), 5);
}

void TestCommandRun::pausesAndResumes()
{
    make(3, u"NOT_RUNNING"_s);
    m_undone.insert(id(0));
    begin(RunVerb::Start, 3, {.atOnce = 1});
    QTRY_COMPARE(m_run->state(0), State::Requested);
    m_run->pause();
    m_api->statuses[id(0)] = u"STREAMING"_s;
    QTRY_COMPARE(m_run->state(0), State::Confirmed); // what is under way goes on
    QTest::qWait(0);
    QCoreApplication::processEvents();
    QCOMPARE(m_run->count(State::Waiting), 2);
    QVERIFY(m_run->isRunning() && m_run->isPaused());
    m_run->resume();
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Confirmed), 3);
}

void TestCommandRun::cancelsTheRest()
{
    make(4, u"NOT_RUNNING"_s);
    m_undone.insert(id(0));
    begin(RunVerb::Start, 4, {.atOnce = 1});
    QTRY_COMPARE(m_run->state(0), State::Requested);
    m_run->cancelRest();
    QTRY_COMPARE(m_run->count(State::Cancelled), 3);
    QVERIFY(m_run->isRunning());
    m_api->statuses[id(0)] = u"STREAMING"_s;
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Confirmed);
    QVERIFY(m_run->left().isEmpty()); // the user gave them up
    QCOMPARE(m_sent.size(), 1);
}

void TestCommandRun::aRestartThatHasBegunIsNotCancelled()
{
    make(2, u"STREAMING"_s);
    m_undone.insert(id(0));
    begin(RunVerb::Restart, 2, {.atOnce = 1});
    QTRY_COMPARE(m_run->state(0), State::Requested);
    m_run->cancelRest();
    m_undone.clear();
    m_api->statuses[id(0)] = u"NOT_RUNNING"_s;
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Confirmed);
    QCOMPARE(sent(0), (QByteArrayList{"stop", "start"}));
    QCOMPARE(m_run->state(1), State::Cancelled);
}

void TestCommandRun::timesOutAndMayStillBeConfirmed()
{
    make(2, u"NOT_RUNNING"_s);
    m_started = u"STARTING"_s;
    begin(RunVerb::Start, 2, {.atOnce = 1, .patience = 200ms});
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::TimedOut), 2); // the second one had its turn
    QVERIFY2(m_run->text(0).contains(u"still \"Starting\""_s), qPrintable(m_run->text(0)));
    QCOMPARE(m_run->failed(), 2);
    m_api->statuses[id(0)] = u"STREAMING"_s;
    QTRY_COMPARE(m_run->state(0), State::Confirmed);
    QCOMPARE(m_run->state(1), State::TimedOut);

    // Who starts meanwhile is not sent a second start.
    m_started = u"STREAMING"_s;
    m_api->statuses[id(1)] = u"STARTING"_s;
    begin(RunVerb::Start, m_run->left());
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Skipped);
    QCOMPARE(sent(1), QByteArrayList{"start"});
}

void TestCommandRun::tellsOfAStartThatDidNotLast()
{
    make(1, u"NOT_RUNNING"_s);
    m_started = u"STARTING"_s;
    begin(RunVerb::Start, 1);
    QTRY_COMPARE(m_fleet->pipelines()->state(key(0)), PipelineState::Starting);
    QCOMPARE(m_run->state(0), State::Requested); // on its way proves nothing
    m_api->statuses[id(0)] = u"NOT_RUNNING"_s;
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Failed);
    QVERIFY(m_run->text(0).contains(u"stopped again"_s));
}

void TestCommandRun::looksBeforeItTriesAgain_data()
{
    QTest::addColumn<bool>("happened");
    QTest::newRow("it had worked") << true;
    QTest::newRow("it had not") << false;
}

void TestCommandRun::looksBeforeItTriesAgain()
{
    QFETCH(bool, happened);
    make(1, u"NOT_RUNNING"_s);
    m_undone.insert(id(0));
    m_answers.insert(id(0), Act::reply(502, "<html>"));
    begin(RunVerb::Start, 1);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Unknown);
    const QList<CommandRun::Item> left = m_run->left();
    QCOMPARE(left.size(), 1);
    m_run.reset();
    if (happened)
        m_api->statuses[id(0)] = u"SNAPSHOTTING"_s;
    m_undone.clear();
    m_answers.clear();
    begin(RunVerb::Start, left);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), happened ? State::Skipped : State::Confirmed);
    QCOMPARE(sent(0).size(), happened ? 1 : 2);
}

void TestCommandRun::triesAgainWhenAskedTooMuch()
{
    make(2, u"NOT_RUNNING"_s);
    m_undone.insert(id(0));
    m_answers.insert(id(0), Act::reply(429, "{}", {{"Retry-After", "0"}}));
    m_onCommand = [this](const QString &pipeline) {
        if (m_sent.value(pipeline).size() < 2)
            return;
        m_undone.clear();
        m_answers.clear();
    };
    begin(RunVerb::Start, 2, {.atOnce = 1});
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Confirmed), 2);
    QCOMPARE(sent(0).size(), 2); // the server said that it did not act
    QCOMPARE(sent(1).size(), 1);
}

void TestCommandRun::endsWhenTheServerIsGone()
{
    make(8, u"NOT_RUNNING"_s);
    bool isGone = false;
    const auto answers = m_api->ahead;
    m_api->ahead = [answers, &isGone](const Seen &seen) -> std::optional<Act> {
        const std::optional<Act> answer = answers(seen);
        return isGone ? Act::fault(Act::Kind::Close) : answer;
    };
    m_onCommand = [this, &isGone](const QString &) { isGone = m_sent.size() >= 3; };
    begin(RunVerb::Start, 8, {.atOnce = 1});
    QVERIFY(finish());
    QCOMPARE(m_run->count(State::Confirmed), 2);
    QCOMPARE(m_run->count(State::Unknown), 1);
    QCOMPARE(m_run->count(State::NotSent), 5);
    QVERIFY2(m_run->text(7).contains(u"stands in its way"_s), qPrintable(m_run->text(7)));
    QCOMPARE(m_sent.size(), 3);
    isGone = false; // it had worked, and is seen to
    QTRY_COMPARE(m_run->state(2), State::Confirmed);
}

void TestCommandRun::tellsOfWhatLeftTheList()
{
    make(2, u"NOT_RUNNING"_s);
    m_undone.insert(id(0));
    begin(RunVerb::Start, 2, {.atOnce = 1});
    QTRY_COMPARE(m_run->state(0), State::Requested);
    m_fleet->removeAccount(u"acc"_s);
    QVERIFY(finish());
    QCOMPARE(m_run->state(0), State::Unknown);
    QCOMPARE(m_run->state(1), State::Skipped);
    QCOMPARE(m_sent.size(), 1);
}

SLUICE_TEST(TestCommandRun, Core)
#include "tst_commandrun.moc"
