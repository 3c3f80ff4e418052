// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/watch.h"
#include "tests/support/sandboxlog.h"
#include "tests/support/sandboxprofile.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What a watch tells, against what really happened.
class TestWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappened();
    void tellsOneProjectOnly();
    void tellsOnePipelineOnly();
    void namesANewWordAndAGonePipeline();
    void needsNoListOfProjects();
    void saysWhatItDidNotSee();
    void knowsWhenAllAreThere();
    void readsListsAgain();

private:
    // Watches, and collects what is told.
    struct Watcher {
        Watcher(std::unique_ptr<Account> account, const Watch::Scope &scope,
                std::chrono::milliseconds interval = std::chrono::milliseconds(150))
            : watch(std::move(account), scope, interval)
        {
            connect(&watch, &Watch::told, &watch,
                    [this](const WatchEvent &event) { events.append(event); });
            watch.start();
        }

        QStringList lines() const
        {
            QStringList lines;
            for (const WatchEvent &event : events)
                lines.append(event.line().section(u"  "_s, 1));
            return lines;
        }

        qsizetype count(WatchEvent::Kind kind) const
        {
            return std::count_if(events.begin(), events.end(),
                                 [kind](const WatchEvent &event) { return event.kind == kind; });
        }

        QList<WatchEvent> events;
        Watch watch;
    };
};

namespace {

QStringList statesOf(const QList<WatchEvent> &events, const QString &pipeline)
{
    QStringList states;
    for (const WatchEvent &event : events)
        if (event.pipelineId == pipeline && event.kind != WatchEvent::Kind::Trouble)
            states.append(event.to);
    return states;
}

QHash<QString, QList<LoggedTransition>> byPipeline(const QList<LoggedTransition> &log)
{
    QHash<QString, QList<LoggedTransition>> courses;
    for (const LoggedTransition &each : log)
        courses[each.pipeline].append(each);
    return courses;
}

std::unique_ptr<Account> accountOn(const SandboxProcess &sandbox)
{
    Profile profile = profileOf(sandbox, u"acc"_s);
    profile.rateLimit = 0;
    return makeAccount(profile, sandbox.clientSecret());
}

} // namespace

// None lost and none invented, and none told before it happened. The states last half a second and
// longer, and each is asked more often.
void TestWatch::tellsWhatHappened()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"log.jsonl"_s);
    SandboxProcess sandbox({u"--seed"_s, u"16"_s, u"--unrest"_s, u"10"_s, u"--speed"_s, u"3"_s,
                            u"--snapshots"_s, u"mixed"_s, u"--rate-limit"_s, u"0"_s, u"--log"_s,
                            file});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Watcher watcher(accountOn(sandbox), {});
    const auto causes = [&] {
        QSet<QString> seen;
        const QList<LoggedTransition> log = readSandboxLog(file);
        for (const LoggedTransition &each : log)
            seen.insert(each.cause);
        return seen;
    };
    QTRY_COMPARE_WITH_TIMEOUT(watcher.count(WatchEvent::Kind::Found), 16, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(causes().contains(QSet<QString>{u"by_itself"_s, u"somebody_else"_s,
                                                             u"runner"_s, u"course"_s}),
                             60000);
    // Two more rounds, and then the watch may take in what has just happened.
    const qsizetype logged = readSandboxLog(file).size();
    QTRY_VERIFY_WITH_TIMEOUT(readSandboxLog(file).size() > logged + 20, 60000);
    QVERIFY(sandbox.terminate());
    const QList<LoggedTransition> log = readSandboxLog(file);
    QVERIFY(isUnbroken(log));
    const qint64 last = log.constLast().at;
    QCOMPARE(watcher.count(WatchEvent::Kind::Gone), 0);
    const QHash<QString, QList<LoggedTransition>> courses = byPipeline(log);
    for (auto it = courses.begin(); it != courses.end(); ++it) {
        QList<WatchEvent> seen = watcher.events;
        erase_if(seen, [&](const WatchEvent &event) { return event.pipelineId != it.key(); });
        // The watch began when the states may have changed already once.
        const QList<LoggedTransition> &course = it.value();
        qsizetype begin = 0;
        while (begin + 1 < course.size() && course.at(begin).to != seen.constFirst().to)
            ++begin;
        for (qsizetype i = 0; begin + i < course.size(); ++i) {
            const LoggedTransition &truth = course.at(begin + i);
            if (i >= seen.size()) {
                // Only the newest ones may be missing: the server ended before the next look.
                QVERIFY2(truth.at > last - 1500, qPrintable(truth.name + u' ' + truth.to));
                continue;
            }
            QCOMPARE(seen.at(i).to, truth.to);
            QVERIFY(seen.at(i).time.toMSecsSinceEpoch() >= truth.at);
            QCOMPARE(seen.at(i).isUnexpected,
                     truth.cause == u"by_itself" && truth.from == u"STREAMING");
        }
        QVERIFY2(seen.size() <= course.size() - begin, qPrintable(it.key()));
    }
}

void TestWatch::tellsOneProjectOnly()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
    Talk talk(sandbox);
    const QString shop = u"73e70f26-ee19-506e-84ff-3896e9b4249c"_s;
    Watcher watcher(accountOn(sandbox), {Project{shop, u"Online shop"_s, {}}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(watcher.count(WatchEvent::Kind::Found), 8, 20000);
    QCOMPARE(watcher.watch.rows().size(), 8);
    for (const WatchEvent &event : std::as_const(watcher.events))
        QCOMPARE(event.projectId, shop);
}

void TestWatch::tellsOnePipelineOnly()
{
    SandboxProcess sandbox(
        {u"--seed"_s, u"demo"_s, u"--speed"_s, u"10"_s, u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    const QString project = u"9ceecfb2-ac72-51de-bd66-0e60140b8729"_s;
    const QString pipeline = u"89bd6823-0e64-51d4-b245-74814ee2d400"_s;
    Watcher watcher(accountOn(sandbox), {Project{project, u"Finance"_s, {}}, pipeline},
                    std::chrono::milliseconds(50));
    QTRY_COMPARE_WITH_TIMEOUT(watcher.events.size(), 1, 20000);
    QCOMPARE(watcher.watch.rows().size(), 1);
    const QString commands =
        u"/v1/projects/%1/streaming-pipelines/%2/commands"_s.arg(project, pipeline);
    QCOMPARE(talk.post(commands, {{u"command"_s, u"start"_s}}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(watcher.events.constLast().to, u"STREAMING"_s, 20000);
    QCOMPARE(watcher.watch.rows().size(), 1);
    QCOMPARE(statesOf(watcher.events, pipeline),
             QStringList({u"NOT_RUNNING"_s, u"STARTING"_s, u"SNAPSHOTTING"_s, u"STREAMING"_s}));
    const QString age = watcher.lines().constLast();
    QVERIFY2(
        age.startsWith("Finance  treasury-to-snowflake  SNAPSHOTTING -> STREAMING  (after "_L1),
        qPrintable(age));
    // When it was found, it had been so for a time that nobody knows.
    QCOMPARE(watcher.lines().at(0), u"Finance  treasury-to-snowflake  NOT_RUNNING  (found)"_s);
    QCOMPARE(watcher.lines().at(1), u"Finance  treasury-to-snowflake  NOT_RUNNING -> STARTING"_s);
}

void TestWatch::namesANewWordAndAGonePipeline()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project\nof two lines"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"or\u202Eders"_s, u"r"_s);
    api.statuses.insert(u"a"_s, u"STREAMING"_s);
    Watcher watcher(api.makeAccount(), {});
    QTRY_COMPARE(watcher.events.size(), 1);
    api.statuses.insert(u"a"_s, u"REBALANCING"_s);
    QTRY_COMPARE(watcher.events.size(), 2);
    api.statuses.insert(u"a"_s, u"PAUSED"_s); // from one unknown word to another
    QTRY_COMPARE(watcher.events.size(), 3);
    api.pipelines[u"p"_s] = {};
    api.refusals.insert("/a/status", 404);
    QTRY_COMPARE(watcher.count(WatchEvent::Kind::Gone), 1);
    const QStringList lines = watcher.lines();
    const QString name = u"Project<U+000A>of two lines  or<U+202E>ders  "_s;
    QCOMPARE(lines.at(0), name + u"STREAMING  (found)"_s);
    QCOMPARE(lines.at(1), name + u"STREAMING -> REBALANCING"_s);
    QVERIFY(lines.at(2).startsWith(name + u"REBALANCING -> PAUSED"_s));
    QVERIFY(lines.constLast().startsWith(name + u"PAUSED -> not there any more"_s));
    const QJsonObject gone = watcher.events.constLast().json();
    QCOMPARE(gone.value("pipeline"_L1).toString(), u"or\u202Eders"_s);
    QVERIFY(gone.value("to"_L1).isNull());
}

// Who names a project by its id may be one who may not list projects.
void TestWatch::needsNoListOfProjects()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"orders"_s, u"r"_s);
    api.refusals.insert("/v1/projects", 403);
    Watcher watcher(api.makeAccount(), {Project{u"p"_s, u"p"_s, {}}, {}});
    QTRY_COMPARE(watcher.events.size(), 1);
    QCOMPARE(watcher.events.constFirst().kind, WatchEvent::Kind::Found);
    QCOMPARE(api.server.count("GET", "/dpc/v1/projects"), 0);
}

void TestWatch::saysWhatItDidNotSee()
{
    WatchEvent event;
    event.kind = WatchEvent::Kind::Changed;
    event.time = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    event.project = u"p"_s;
    event.pipeline = u"orders"_s;
    event.to = u"STREAMING"_s;
    event.lastSeen = event.time.addSecs(-240);
    event.isLongUnseen = true;
    QVERIFY(event.line().endsWith(
        "  p  orders  not known -> STREAMING  (not seen for 4 min before)"_L1));
    QVERIFY(event.json().value("from"_L1).isNull());
    QVERIFY(!event.json().contains("afterSeconds"_L1));
    event.from = u"STREAMING"_s;
    event.to = u"NOT_RUNNING"_s;
    event.isLongUnseen = false;
    event.isUnexpected = true;
    event.since = event.time.addSecs(-3600);
    QVERIFY(event.line().endsWith("  p  orders  STREAMING -> NOT_RUNNING  (after 1 h 0 min; "
                                  "stopped unexpectedly, or by somebody else)"_L1));
    QCOMPARE(event.json().value("afterSeconds"_L1).toInt(), 3600);
    QCOMPARE(event.json().value("unexpected"_L1).toBool(), true);
    static const QRegularExpression stamp(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d  "_s);
    QVERIFY(stamp.match(event.line()).hasMatch());
}

void TestWatch::knowsWhenAllAreThere()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"a"_s, u"r"_s);
    api.addPipeline(u"p"_s, u"b"_s, u"b"_s, u"s"_s);
    api.statuses.insert(u"a"_s, u"streaming"_s); // in the spelling of the guide
    Watcher watcher(api.makeAccount(), {});
    QVERIFY(!watcher.watch.areAllIn(PipelineState::Streaming));
    QTRY_COMPARE(watcher.events.size(), 2);
    QVERIFY(!watcher.watch.areAllIn(PipelineState::Streaming));
    api.statuses.insert(u"b"_s, u"STREAMING"_s);
    QTRY_VERIFY(watcher.watch.areAllIn(PipelineState::Streaming));
    // What is not known now is in no state.
    api.refusals.insert("/b/status", 500);
    QTRY_VERIFY(!watcher.watch.areAllIn(PipelineState::Streaming));
}

void TestWatch::readsListsAgain()
{
    ScriptedApi api;
    api.addProject(u"p"_s, u"First"_s);
    api.addProject(u"q"_s, u"Second"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"a"_s, u"r"_s);
    api.addPipeline(u"q"_s, u"b"_s, u"b"_s, u"s"_s);
    api.refusals.insert("/q/streaming-pipelines", 403);
    Watcher watcher(api.makeAccount(), {});
    QTRY_COMPARE(watcher.count(WatchEvent::Kind::Found), 1);
    QTRY_COMPARE(watcher.count(WatchEvent::Kind::Trouble), 1);
    QVERIFY(!watcher.watch.areListsRead());
    watcher.watch.account()->refresh();
    QTRY_COMPARE(watcher.watch.account()->pipelinesState(u"q"_s), LoadState::Failed);
    api.refusals.clear();
    watcher.watch.account()->refresh();
    QTRY_COMPARE(watcher.count(WatchEvent::Kind::Found), 2);
    QCOMPARE(watcher.count(WatchEvent::Kind::Trouble), 1);
    QCOMPARE(watcher.count(WatchEvent::Kind::Recovered), 1);
    QVERIFY(watcher.lines().contains(u"The pipelines of Second can be read again."_s));
}

SLUICE_TEST(TestWatch, Core)
#include "tst_watch.moc"
