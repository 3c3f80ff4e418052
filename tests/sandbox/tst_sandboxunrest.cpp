// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/agentrules.h"
#include "app/sandbox/chronicle.h"
#include "app/sandbox/habits.h"
#include "app/sandbox/seed.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Sandbox;

// What happens to pipelines and runners without a request, and what is told of it.
class TestSandboxUnrest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsByItselfAndComesBack();
    void isStoppedBySomebody();
    void sparesWhatDoesNotStream();
    void obeysCommandsBetweenIncidents();
    void tellsTheMomentsOfYears();
    void agreesWithItself_data();
    void agreesWithItself();
    void takesRunnersAwayTogether();
    void everythingHappensInASeed();
    void seasonsASeed_data();
    void seasonsASeed();
    void isTheSameOnEveryRun();
};

namespace {

constexpr qint64 begin = 1'700'000'000'000;
constexpr Pace calm{3000, 10000, 2000, 0};

Pace fated(Fate::Kind kind)
{
    Pace pace = calm;
    pace.fate = {kind, begin + 100'000, 40'000, 10'000};
    return pace;
}

// Streams since long ago, with its snapshot.
constexpr Life streaming{true, begin - 1'000'000, true};

QStringList told(const Life &life, const Pace &pace, qint64 after, qint64 until)
{
    QStringList lines;
    const QVector<Moment> moments = momentsBetween(life, pace, begin + after, begin + until, 1);
    for (const Moment &moment : moments)
        lines.append(u"%1 %2 %3"_s.arg(moment.at - begin)
                         .arg(QLatin1String(nameOf(moment.state)))
                         .arg(QLatin1String(nameOf(moment.cause))));
    return lines;
}

State at(const Life &life, const Pace &pace, qint64 after)
{
    return stateAt(life, pace, begin + after, 1);
}

} // namespace

void TestSandboxUnrest::stopsByItselfAndComesBack()
{
    const Pace pace = fated(Fate::Kind::Itself);
    QCOMPARE(at(streaming, pace, 99'999), State::Streaming);
    QCOMPARE(at(streaming, pace, 100'000), State::NotRunning);
    QCOMPARE(at(streaming, pace, 109'999), State::NotRunning);
    QCOMPARE(at(streaming, pace, 110'000), State::Starting);
    QCOMPARE(at(streaming, pace, 113'000), State::Streaming);
    QCOMPARE(at(streaming, pace, 139'999), State::Streaming);
    QCOMPARE(at(streaming, pace, 140'000), State::NotRunning);
    QCOMPARE(told(streaming, pace, 0, 120'000),
             QStringList({u"100000 NOT_RUNNING by_itself"_s, u"110000 STARTING somebody_else"_s,
                          u"113000 STREAMING course"_s}));
}

void TestSandboxUnrest::isStoppedBySomebody()
{
    const Pace pace = fated(Fate::Kind::Somebody);
    QCOMPARE(told(streaming, pace, 0, 120'000),
             QStringList({u"100000 STOPPING somebody_else"_s, u"102000 NOT_RUNNING course"_s,
                          u"110000 STARTING somebody_else"_s, u"113000 STREAMING course"_s}));
    QCOMPARE(at(streaming, pace, 101'999), State::Stopping);
}

// A snapshot is not cut, and what is stopped stays so.
void TestSandboxUnrest::sparesWhatDoesNotStream()
{
    const Pace pace = fated(Fate::Kind::Itself);
    QCOMPARE(told({}, pace, 0, 1'000'000), QStringList());
    QCOMPARE(told({false, begin - 5000, true}, pace, 0, 1'000'000), QStringList());
    const Life fresh{true, begin + 95'000, false};
    QCOMPARE(at(fresh, pace, 100'000), State::Snapshotting);
    QCOMPARE(at(fresh, pace, 139'999), State::Streaming);
    QCOMPARE(at(fresh, pace, 140'000), State::NotRunning);
}

void TestSandboxUnrest::obeysCommandsBetweenIncidents()
{
    const Pace pace = fated(Fate::Kind::Itself);
    const Life stopped = obeyed(streaming, pace, Command::Stop, begin + 120'000, 1);
    QCOMPARE(at(stopped, pace, 500'000), State::NotRunning);
    const Life started = obeyed(streaming, pace, Command::Start, begin + 105'000, 1);
    QCOMPARE(at(started, pace, 108'000), State::Streaming);
    QCOMPARE(at(started, pace, 139'999), State::Streaming);
    QCOMPARE(at(started, pace, 140'000), State::NotRunning);
}

void TestSandboxUnrest::tellsTheMomentsOfYears()
{
    const Pace pace = fated(Fate::Kind::Itself);
    constexpr qint64 later = 40'000LL * 1'000'000;
    QCOMPARE(told(streaming, pace, 99'999 + later, 100'000 + later),
             QStringList{u"%1 NOT_RUNNING by_itself"_s.arg(100'000 + later)});
    QCOMPARE(at(streaming, pace, 99'999 + later), State::Streaming);
    QCOMPARE(told(streaming, pace, 0, 40'000LL * 100).size(), 98 * 3);
}

void TestSandboxUnrest::agreesWithItself_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("hasSnapshot");
    QTest::addColumn<qint64>("streamsFirst");
    for (const int kind : {0, 1, 2})
        for (const bool hasSnapshot : {true, false})
            for (const qint64 first : {0, 7000})
                QTest::addRow("kind %d, snapshot %d, streams first %d", kind, hasSnapshot,
                              int(first))
                    << kind << hasSnapshot << first;
}

// The moments are those at which the state changes, whatever steps somebody looks in.
void TestSandboxUnrest::agreesWithItself()
{
    QFETCH(const int, kind);
    QFETCH(const bool, hasSnapshot);
    QFETCH(const qint64, streamsFirst);
    Pace pace = fated(static_cast<Fate::Kind>(kind));
    pace.streamsFirst = streamsFirst;
    const Life life{true, begin, hasSnapshot};
    QVector<qint64> seen;
    State last = stateAt(life, pace, begin, 1.5);
    for (qint64 time = begin + 1; time <= begin + 200'000; ++time) {
        const State now = stateAt(life, pace, time, 1.5);
        if (now != last)
            seen.append(time);
        last = now;
    }
    QVector<qint64> moments;
    for (qint64 time = begin; time < begin + 200'000; time += 7000) {
        const qint64 end = std::min(time + 7000, begin + 200'000);
        const QVector<Moment> some = momentsBetween(life, pace, time, end, 1.5);
        for (const Moment &moment : some)
            moments.append(moment.at);
    }
    QVERIFY(!seen.isEmpty());
    QCOMPARE(moments, seen);
}

void TestSandboxUnrest::takesRunnersAwayTogether()
{
    Agent agent;
    agent.connected = true;
    agent.absences = {begin + 1000, 4000, 500};
    QVERIFY(isConnected(agent, begin + 999));
    QVERIFY(!isConnected(agent, begin + 1000));
    QVERIFY(!isConnected(agent, begin + 1499));
    QVERIFY(isConnected(agent, begin + 1500));
    QVERIFY(!isConnected(agent, begin + 5000));
    QCOMPARE(connectionTurns(agent, begin, begin + 5000),
             QVector<qint64>({begin + 1000, begin + 1500, begin + 5000}));
    QCOMPARE(connectionTurns(agent, begin + 1000, begin + 1500), QVector<qint64>{begin + 1500});
}

// A quarter of each, in a fleet of a hundred and in the demo.
void TestSandboxUnrest::everythingHappensInASeed()
{
    const Habits habits{1, Snapshots::First, 60'000, begin};
    for (const QString &seed : {u"12"_s, u"100"_s, u"demo"_s}) {
        Records records = seedOf(seed, begin, 1);
        QSet<Fate::Kind> kinds;
        QSet<qint64> away;
        for (Pipeline &pipeline : records.pipelines) {
            habits.applyTo(pipeline);
            if (stateAt(pipeline.life, pipeline.pace, begin, 1) == State::Streaming)
                kinds.insert(pipeline.pace.fate.kind);
        }
        for (Agent &agent : records.agents) {
            habits.applyTo(agent);
            if (agent.absences.every > 0)
                away.insert(agent.absences.first);
        }
        QCOMPARE(kinds.size(), 3);
        QCOMPARE(away.size(), 1); // the same moment for all of them
    }
}

void TestSandboxUnrest::seasonsASeed_data()
{
    QTest::addColumn<int>("snapshots");
    QTest::addColumn<bool>("hasFirst");
    QTest::addColumn<bool>("hasOnDemand");
    QTest::newRow("first") << int(Snapshots::First) << true << false;
    QTest::newRow("on demand") << int(Snapshots::OnDemand) << false << true;
    QTest::newRow("mixed") << int(Snapshots::Mixed) << true << true;
}

void TestSandboxUnrest::seasonsASeed()
{
    QFETCH(const int, snapshots);
    QFETCH(const bool, hasFirst);
    QFETCH(const bool, hasOnDemand);
    const Habits habits{1, static_cast<Snapshots>(snapshots), 0, begin};
    Records records = seedOf(u"100"_s, begin, 1);
    habits.season(records);
    int first = 0;
    int under = 0;
    int done = 0;
    int toCome = 0;
    for (const Pipeline &pipeline : std::as_const(records.pipelines)) {
        if (pipeline.pace.streamsFirst == 0) {
            ++first;
            continue;
        }
        const State state = stateAt(pipeline.life, pipeline.pace, begin, 1);
        const State later = stateAt(pipeline.life, pipeline.pace, begin + 10'000, 1);
        under += state == State::Snapshotting && later == State::Snapshotting;
        done += state == State::Streaming && pipeline.life.hasSnapshot;
        toCome += state == State::Streaming && later == State::Snapshotting;
    }
    QCOMPARE(first > 0, hasFirst);
    QCOMPARE(under > 0, hasOnDemand);
    QCOMPARE(done > 0, hasOnDemand);
    QCOMPARE(toCome > 0, hasOnDemand);
}

void TestSandboxUnrest::isTheSameOnEveryRun()
{
    const auto course = [](qint64 start) {
        const Habits habits{2, Snapshots::Mixed, 60'000, start};
        Records records = seedOf(u"50"_s, start, 2);
        habits.season(records);
        QStringList lines;
        for (const Pipeline &pipeline : std::as_const(records.pipelines)) {
            const QVector<Moment> moments =
                momentsBetween(pipeline.life, pipeline.pace, start, start + 300'000, 2);
            for (const Moment &moment : moments)
                lines.append(pipeline.id.toString() + QString::number(moment.at - start) +
                             QLatin1String(nameOf(moment.state)));
        }
        return lines;
    };
    QVERIFY(course(begin).size() > 50);
    QCOMPARE(course(begin), course(begin + 12'345'678));
}

SLUICE_TEST(TestSandboxUnrest, Core)
#include "tst_sandboxunrest.moc"
