// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/pipelinelife.h"
#include "app/sandbox/ratelimiter.h"
#include "app/sandbox/seedlife.h"
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Sluice::Sandbox;
using namespace Sluice::Test;

// The states of a pipeline: as a function of time, and as a client sees them.
class TestSandboxLifeCycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughAllStates();
    void takesOneSnapshotOnly();
    void snapshotsAgainWhenTheFirstWasCut();
    void runsFaster();
    void streamsBeforeASnapshotOnDemand();
    void endsByItself();
    void keepsThePaceInBounds();
    void allowsCommandsByState();
    void seedsEveryState();
    void fillsTheBucketAgain();
    void startsAndStopsOverHttp();
    void refusesCommandsInTheWrongState();
    void losesPipelinesOfLostRunners();
};

namespace {

constexpr qint64 begin = 1'700'000'000'000;
constexpr Pace pace{3000, 10000, 2000, 0};

State at(const Life &life, qint64 after, double speed = 1)
{
    return stateAt(life, pace, begin + after, speed);
}

} // namespace

void TestSandboxLifeCycle::goesThroughAllStates()
{
    QCOMPARE(at({}, 0), State::NotRunning);
    const Life started = obeyed({}, pace, Command::Start, begin, 1);
    QCOMPARE(at(started, 0), State::Starting);
    QCOMPARE(at(started, 2999), State::Starting);
    QCOMPARE(at(started, 3000), State::Snapshotting);
    QCOMPARE(at(started, 12999), State::Snapshotting);
    QCOMPARE(at(started, 13000), State::Streaming);
    QCOMPARE(at(started, 1'000'000'000), State::Streaming);
    const Life stopped = obeyed(started, pace, Command::Stop, begin + 20000, 1);
    QCOMPARE(at(stopped, 20000), State::Stopping);
    QCOMPARE(at(stopped, 21999), State::Stopping);
    QCOMPARE(at(stopped, 22000), State::NotRunning);
}

void TestSandboxLifeCycle::takesOneSnapshotOnly()
{
    Life life = obeyed({}, pace, Command::Start, begin, 1);
    life = obeyed(life, pace, Command::Stop, begin + 20000, 1);
    life = obeyed(life, pace, Command::Start, begin + 30000, 1);
    QCOMPARE(at(life, 32999), State::Starting);
    QCOMPARE(at(life, 33000), State::Streaming);
    // The snapshot stays done, also when the pipeline is stopped while it starts for the second
    // time.
    life = obeyed(life, pace, Command::Stop, begin + 40000, 1);
    life = obeyed(life, pace, Command::Start, begin + 50000, 1);
    life = obeyed(life, pace, Command::Stop, begin + 50001, 1);
    life = obeyed(life, pace, Command::Start, begin + 60000, 1);
    QCOMPARE(at(life, 63000), State::Streaming);
}

void TestSandboxLifeCycle::snapshotsAgainWhenTheFirstWasCut()
{
    Life life = obeyed({}, pace, Command::Start, begin, 1);
    life = obeyed(life, pace, Command::Stop, begin + 5000, 1);
    life = obeyed(life, pace, Command::Start, begin + 10000, 1);
    QCOMPARE(at(life, 13000), State::Snapshotting);
}

void TestSandboxLifeCycle::runsFaster()
{
    const Life started = obeyed({}, pace, Command::Start, begin, 100);
    QCOMPARE(at(started, 29, 100), State::Starting);
    QCOMPARE(at(started, 31, 100), State::Snapshotting);
    QCOMPARE(at(started, 131, 100), State::Streaming);
}

void TestSandboxLifeCycle::streamsBeforeASnapshotOnDemand()
{
    Pace onDemand = pace;
    onDemand.streamsFirst = 5000;
    Life life = obeyed({}, onDemand, Command::Start, begin, 1);
    const auto after = [&](qint64 time) { return stateAt(life, onDemand, begin + time, 1); };
    QCOMPARE(after(2999), State::Starting);
    QCOMPARE(after(3000), State::Streaming);
    QCOMPARE(after(7999), State::Streaming);
    QCOMPARE(after(8000), State::Snapshotting);
    QCOMPARE(after(17999), State::Snapshotting);
    QCOMPARE(after(18000), State::Streaming);
    onDemand.lengthened = 10;
    QCOMPARE(after(107999), State::Snapshotting);
    QCOMPARE(after(108000), State::Streaming);
    // A second run has its snapshot, unless the first one was cut.
    Life cut = obeyed(life, onDemand, Command::Stop, begin + 10000, 1);
    cut = obeyed(cut, onDemand, Command::Start, begin + 20000, 1);
    QCOMPARE(stateAt(cut, onDemand, begin + 28000, 1), State::Snapshotting);
    life = obeyed(life, onDemand, Command::Stop, begin + 200000, 1);
    life = obeyed(life, onDemand, Command::Start, begin + 300000, 1);
    QCOMPARE(after(308000), State::Streaming);
}

void TestSandboxLifeCycle::endsByItself()
{
    const Pace mortal{3000, 10000, 2000, 60000};
    const Life started = obeyed({}, mortal, Command::Start, begin, 1);
    QCOMPARE(stateAt(started, mortal, begin + 13000 + 44999, 1), State::Streaming);
    QCOMPARE(stateAt(started, mortal, begin + 13000 + 75001, 1), State::NotRunning);
    const Life again = obeyed(started, mortal, Command::Start, begin + 100000, 1);
    QCOMPARE(stateAt(again, mortal, begin + 103000, 1), State::Streaming);
}

void TestSandboxLifeCycle::keepsThePaceInBounds()
{
    for (int i = 0; i < 1000; ++i) {
        const Pace drawn = paceOf(QUuid::createUuid(), i);
        QVERIFY(drawn.starting >= 2000 && drawn.starting <= 4000);
        QVERIFY(drawn.stopping >= 2000 && drawn.stopping <= 4000);
        QVERIFY(drawn.snapshot >= 10000 && drawn.snapshot <= 60000);
        QCOMPARE(drawn.endsAfter, 0);
    }
}

void TestSandboxLifeCycle::allowsCommandsByState()
{
    for (const State state : {State::Starting, State::Snapshotting, State::Streaming}) {
        QVERIFY(!isAllowed(Command::Start, state));
        QVERIFY(isAllowed(Command::Stop, state));
    }
    QVERIFY(isAllowed(Command::Start, State::NotRunning));
    QVERIFY(!isAllowed(Command::Stop, State::NotRunning));
    QVERIFY(!isAllowed(Command::Start, State::Stopping));
    QVERIFY(!isAllowed(Command::Stop, State::Stopping));
}

void TestSandboxLifeCycle::seedsEveryState()
{
    for (const State state : {State::NotRunning, State::Starting, State::Snapshotting,
                              State::Streaming, State::Stopping}) {
        const Life life = lifeIn(QString::fromLatin1(nameOf(state)), pace, 1000, begin, 1);
        QCOMPARE(stateAt(life, pace, begin, 1), state);
    }
    QCOMPARE(stateAt(lifeIn(u"NEVER_STARTED"_s, pace, 0, begin, 1), pace, begin, 1),
             State::NotRunning);
}

void TestSandboxLifeCycle::fillsTheBucketAgain()
{
    const RateLimiter::Clock::time_point now;
    RateLimiter limiter(6, now);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(limiter.take(now), 0);
    QCOMPARE(limiter.take(now), 10);
    QCOMPARE(limiter.take(now + std::chrono::milliseconds(9001)), 1);
    QCOMPARE(limiter.take(now + std::chrono::milliseconds(10001)), 0);
    QVERIFY(limiter.take(now + std::chrono::milliseconds(10001)) > 0);
    for (int i = 0; i < 6; ++i) // an hour fills the bucket once, not sixty times
        QCOMPARE(limiter.take(now + std::chrono::hours(1)), 0);
    QCOMPARE(limiter.take(now + std::chrono::hours(1)), 10);
    RateLimiter none(0, now);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(none.take(now), 0);
}

void TestSandboxLifeCycle::startsAndStopsOverHttp()
{
    SandboxProcess sandbox({u"--speed"_s, u"10"_s, u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    const QString id = talk.post(guidePipelines, guideFile(u"create-request.json"_s))
                           .json()
                           .value("streamingPipelineId"_L1)
                           .toString();
    const QString path = guidePipelines + u'/' + id;
    QStringList seen{talk.statusOf(path)};
    const auto watchUntil = [&](const QString &last) {
        const auto look = [&] {
            QString status = talk.statusOf(path);
            if (seen.constLast() != status)
                seen.append(status);
            return status;
        };
        QTRY_COMPARE_WITH_TIMEOUT(look(), last, 20000);
    };
    const Talk::Reply start = talk.post(path + u"/commands"_s, guideFile(u"command-start.json"_s));
    QCOMPARE(start.status, 200);
    QCOMPARE(start.body, QByteArray());
    watchUntil(u"STREAMING"_s);
    QCOMPARE(talk.post(path + u"/commands"_s, {{u"command"_s, u"STOP"_s}}).status, 200);
    watchUntil(u"NOT_RUNNING"_s);
    QCOMPARE(seen, QStringList({u"NOT_RUNNING"_s, u"STARTING"_s, u"SNAPSHOTTING"_s, u"STREAMING"_s,
                                u"STOPPING"_s, u"NOT_RUNNING"_s}));
    seen = QStringList{u"NOT_RUNNING"_s};
    QCOMPARE(talk.post(path + u"/commands"_s, {{u"command"_s, u"Start"_s}}).status, 200);
    watchUntil(u"STREAMING"_s);
    QCOMPARE(seen, QStringList({u"NOT_RUNNING"_s, u"STARTING"_s, u"STREAMING"_s}));
}

void TestSandboxLifeCycle::refusesCommandsInTheWrongState()
{
    SandboxProcess sandbox({u"--speed"_s, u"0.001"_s});
    Talk talk(sandbox);
    const QString id = talk.post(guidePipelines, guideFile(u"create-request.json"_s))
                           .json()
                           .value("streamingPipelineId"_L1)
                           .toString();
    const QString commands = guidePipelines + u'/' + id + u"/commands"_s;
    const QJsonObject start = guideFile(u"command-start.json"_s);
    const QJsonObject stop = guideFile(u"command-stop.json"_s);
    const Talk::Reply early = talk.post(commands, stop);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.json().value("title"_L1).toString(), u"Conflict"_s);
    QVERIFY(early.json().value("detail"_L1).toString().contains("NOT_RUNNING"_L1));
    QCOMPARE(talk.post(commands, start).status, 200);
    QCOMPARE(talk.post(commands, start).status, 409);
    QCOMPARE(talk.post(commands, stop).status, 200);
    QCOMPARE(talk.post(commands, stop).status, 409);
    QCOMPARE(talk.post(commands, start).status, 409);
    QCOMPARE(talk.statusOf(guidePipelines + u'/' + id), u"STOPPING"_s);
}

void TestSandboxLifeCycle::losesPipelinesOfLostRunners()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    QJsonObject body = guideFile(u"create-request.json"_s);
    body.insert("agentId"_L1, u"12345678-1234-1234-1234-123456789012"_s);
    const Talk::Reply reply = talk.post(guidePipelines, body); // creation checks only the form
    QCOMPARE(reply.status, 201);
    const QString path =
        guidePipelines + u'/' + reply.json().value("streamingPipelineId"_L1).toString();
    QCOMPARE(talk.statusOf(path), u"UNKNOWN"_s);
    QCOMPARE(talk.post(path + u"/commands"_s, guideFile(u"command-start.json"_s)).status, 409);
}

SLUICE_TEST(TestSandboxLifeCycle, Core)
#include "tst_sandboxlifecycle.moc"
