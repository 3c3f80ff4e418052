// SPDX-License-Identifier: Apache-2.0
#include "models/runs/commandrun.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A run of commands against the sandbox, whose pipelines take their time.
class TestCommandRunLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Tokens expire in the middle of it, and no row fails for that.
    void outlivesItsTokens()
    {
        SandboxProcess sandbox({u"--seed"_s, u"60"_s, u"--token-lifetime"_s, u"2"_s});
        QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
        Fleet fleet(StatusPoller::Intervals{50ms, 200ms, 500ms, 100ms});
        const QString account = signIn(&fleet, sandbox)->id();
        QTRY_VERIFY_WITH_TIMEOUT(fleet.poller(account)->hasCompletedSweep(), 20'000);
        QList<CommandRun::Item> items;
        const QList<PipelineKey> keys = fleet.pipelines()->keys(account);
        for (const PipelineKey &key : keys) {
            if (fleet.pipelines()->find(key)->canStart() && items.size() < 12)
                items.append({key, key.pipeline, {}, {}});
        }
        QVERIFY(items.size() > 3);
        CommandRun run(&fleet, RunVerb::Start, items, {});
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 90'000);
        QCOMPARE(run.count(CommandRun::State::Confirmed), int(items.size()));
        QVERIFY(run.startedAt().secsTo(run.endedAt()) >= 2); // more than one token
    }
};

SLUICE_TEST(TestCommandRunLive, Core)
#include "tst_commandrunlive.moc"
