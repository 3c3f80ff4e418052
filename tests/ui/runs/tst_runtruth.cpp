// SPDX-License-Identifier: Apache-2.0
#include "models/api/endpoints.h"
#include "models/fleet/fleet.h"
#include "models/runs/commandrun.h"
#include "tests/support/sandboxlog.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A bulk start on the real sandbox, whose tokens expire and which goes away in the middle. What is
// said of each row at the end is what the sandbox's own log says.
class TestRunTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStartOfFiftyInHardWeatherEndsWithEachRowsTruth();
};

namespace {

constexpr int count = 50;
constexpr int refused = 5;

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

} // namespace

void TestRunTruth::aStartOfFiftyInHardWeatherEndsWithEachRowsTruth()
{
    using State = CommandRun::State;
    const QTemporaryDir dir;
    const QString log = dir.filePath(u"log"_s);
    const QStringList options{u"--port"_s,
                              QString::number(freePort()),
                              u"--data"_s,
                              dir.filePath(u"data"_s),
                              u"--seed"_s,
                              u"120"_s,
                              u"--speed"_s,
                              u"200"_s,
                              u"--log"_s,
                              log,
                              u"--latency"_s,
                              u"20"_s,
                              u"--rate-limit"_s,
                              u"0"_s,
                              u"--token-lifetime"_s,
                              u"2"_s};
    auto sandbox = std::make_unique<SandboxProcess>(options);
    QVERIFY2(sandbox->isReady(), qPrintable(sandbox->errorOutput()));

    Fleet fleet(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    Account *account = signIn(&fleet, *sandbox);
    QTRY_VERIFY(account->projectsState() == LoadState::Loaded && !account->projects().isEmpty());
    for (const Project &project : account->projects())
        QTRY_COMPARE(account->pipelinesState(project.id), LoadState::Loaded);
    QTRY_VERIFY_WITH_TIMEOUT(fleet.poller(account->id())->hasCompletedSweep(), 20'000);

    // Those that are stopped, until there are enough: the others are stopped first.
    QList<CommandRun::Item> items;
    const PipelineModel *pipelines = fleet.pipelines();
    for (int row = 0; row < pipelines->rowCount() && items.size() < count; ++row) {
        const PipelineRow &one = pipelines->row(row);
        items.append({one.key, one.name, one.accountName, one.projectName});
    }
    QCOMPARE(items.size(), count);
    const auto isStopped = [&](const CommandRun::Item &item) {
        return pipelines->state(item.key) == PipelineState::NotRunning;
    };
    for (const CommandRun::Item &item : std::as_const(items)) {
        if (Sluice::canStop(pipelines->state(item.key)))
            fleet.sendCommand(item.key, PipelineCommand::Stop);
    }
    QTRY_VERIFY_WITH_TIMEOUT(std::count_if(items.cbegin(), items.cend(), isStopped) >= count - 10,
                             30'000);
    items.removeIf([&](const CommandRun::Item &item) { return !isStopped(item); });

    // Five of them are deleted by somebody else, behind the run's back: their start is refused.
    fleet.setPolling(false);
    QSet<PipelineKey> gone;
    for (int i = 0; i < refused; ++i) {
        const CommandRun::Item &item = items.at(i * 7 + 2);
        QString answer;
        account->client()->send(Endpoints::deletePipeline(item.key.project, item.key.pipeline),
                                this, [&](const Result<Reply> &reply) {
                                    answer = reply ? u"deleted"_s : reply.error().summary();
                                });
        QTRY_COMPARE(answer, u"deleted"_s);
        gone.insert(item.key);
    }

    CommandRun::Settings settings;
    settings.patience = 20s;
    CommandRun run(&fleet, RunVerb::Start, items, settings);
    bool wasKilled = false;
    connect(&run, &CommandRun::itemsChanged, this, [&] {
        if (wasKilled || run.over() < int(items.size()) / 3)
            return;
        wasKilled = true;
        // After this signal, as its sender works still.
        QTimer::singleShot(0, this, [&] {
            sandbox->terminate();
            sandbox = std::make_unique<SandboxProcess>(options);
        });
    });
    fleet.setPolling(true);
    run.start();
    QVERIFY(QTest::qWaitFor([&run] { return !run.isRunning(); }, 90'000));
    QVERIFY(wasKilled);
    QVERIFY2(sandbox->isReady(), qPrintable(sandbox->errorOutput()));
    QVERIFY(sandbox->terminate()); // its log is whole now

    QHash<QString, int> starts; // accepted, by pipeline
    bool areStartsSeen = false;
    const QList<LoggedTransition> transitions = readSandboxLog(log);
    for (const LoggedTransition &each : transitions) {
        if (each.to == u"STARTING"_s && each.cause == u"command"_s) {
            ++starts[each.pipeline];
            areStartsSeen = true;
        }
    }
    QVERIFY(areStartsSeen);
    QHash<State, int> states;
    for (int item = 0; item < run.size(); ++item) {
        const PipelineKey &key = run.item(item).key;
        const State state = run.state(item);
        ++states[state];
        const QByteArray what = (run.item(item).name + u": "_s + run.text(item)).toUtf8();
        QVERIFY2(starts.value(key.pipeline) <= 1, what); // nothing is sent twice
        if (gone.contains(key)) {
            QVERIFY2(state == State::Failed || state == State::NotSent || state == State::Skipped,
                     what);
        } else if (state == State::Confirmed || state == State::TimedOut) {
            QVERIFY2(starts.value(key.pipeline) >= 1, what);
        } else if (state == State::NotSent || state == State::Failed || state == State::Skipped) {
            QVERIFY2(starts.value(key.pipeline) == 0, what);
        }
    }
    QVERIFY(states.value(State::Confirmed) >= int(items.size()) / 3 - refused);
    QCOMPARE(states.value(State::Waiting) + states.value(State::Sending) +
                 states.value(State::Checking) + states.value(State::Requested),
             0);
}

SLUICE_TEST(TestRunTruth, Widgets)
#include "tst_runtruth.moc"
