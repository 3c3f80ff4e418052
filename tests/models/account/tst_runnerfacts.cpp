// SPDX-License-Identifier: Apache-2.0
#include "models/account/runnerfacts.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What the overview says of a runner.
class TestRunnerFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsKnown();
};

void TestRunnerFacts::saysWhatIsKnown()
{
    Runner runner;
    runner.status = u"RUNNING"_s;
    runner.cloud = u"azure"_s;
    const QList<Fact> wanted{{u"Status"_s, u"Running"_s}, {u"Cloud"_s, u"Azure"_s}};
    QCOMPARE(runnerFacts(runner), wanted);
    QCOMPARE(runnerFacts({}), QList<Fact>());
    runner.cloud = u"gcp"_s;
    runner.deployment = u"gke"_s;
    QCOMPARE(runnerFacts(runner).at(1).value, u"Google Cloud"_s);
    QCOMPARE(runnerFacts(runner).at(2).value, u"GKE"_s);
    QCOMPARE(cloudName(u"AWS"_s) + deploymentName(u"FARGATE"_s), u"AWSFargate"_s);
    QCOMPARE(deploymentName(u"somewhere"_s), u"somewhere"_s);
}

SLUICE_TEST(TestRunnerFacts, Core)
#include "tst_runnerfacts.moc"
