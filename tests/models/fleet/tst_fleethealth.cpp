// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/fleethealth.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// What the window is told of an account in trouble, with a peer that makes the trouble.
class TestFleetHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tellsOfALongWaitAndItsEnd()
    {
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.server.then(Act::reply(429, "{}", {{"Retry-After", "4"}}));
        Fleet fleet;
        const FleetHealth health(&fleet);
        QSignalSpy raised(&health, &FleetHealth::raised);
        QSignalSpy cleared(&health, &FleetHealth::cleared);
        const Account *account = fleet.addAccount(api.makeAccount());
        QTRY_COMPARE(raised.size(), 1);
        const auto notice = raised.constFirst().constFirst().value<Notice>();
        // The server may have said more than the account waits.
        QVERIFY(notice.fact.contains(u"to wait. It is asked again at "_s));
        QVERIFY(notice.fact.contains(account->profile().name));
        QVERIFY(health.obstacle(account->id()).isEmpty()); // actions may wait in line
        QTRY_COMPARE_WITH_TIMEOUT(cleared.size(), 1, 10'000);
        QVERIFY(health.notices().isEmpty());
        QTRY_VERIFY(!account->projects().isEmpty()); // and the call went out again
    }

    void oldDataIsToldWithItsDay()
    {
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"orders"_s, {});
        api.refusals.insert("/status", 500);
        Fleet fleet;
        const FleetHealth health(&fleet);
        const QDateTime seen = QDateTime::currentDateTimeUtc().addDays(-3);
        connect(fleet.pipelines(), &PipelineModel::pipelinesAdded, &fleet,
                [&fleet, seen](const QList<PipelineKey> &keys) {
                    fleet.pipelines()->recallState(keys.constFirst(),
                                                   {u"STREAMING"_s, seen, seen, true, {}, false});
                });
        QSignalSpy raised(&health, &FleetHealth::raised);
        fleet.addAccount(api.makeAccount());
        QTRY_COMPARE(raised.size(), 1);
        const auto notice = raised.constFirst().constFirst().value<Notice>();
        const QString day = QLocale().toString(seen.toLocalTime(), u"d MMM HH:mm"_s);
        QVERIFY2(notice.fact.contains(u"Data of %1."_s.arg(day)), qPrintable(notice.fact));
    }

    void aShortWaitIsNotTold()
    {
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.server.then(Act::reply(429, "{}", {{"Retry-After", "1"}}));
        Fleet fleet;
        const FleetHealth health(&fleet);
        QSignalSpy raised(&health, &FleetHealth::raised);
        const Account *account = fleet.addAccount(api.makeAccount());
        QTRY_VERIFY(!account->projects().isEmpty());
        QVERIFY(raised.isEmpty());
    }
};

SLUICE_TEST(TestFleetHealth, Core)
#include "tst_fleethealth.moc"
