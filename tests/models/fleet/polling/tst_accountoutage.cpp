// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/outage.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Sluice;

namespace {

using Kind = ApiError::Kind;
using Concerns = Outage::Concerns;

const Outage::TimePoint start = Outage::TimePoint{} + 1h;

ApiError error(Kind kind, const QString &message = {}, std::chrono::milliseconds retryAfter = 0ms)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    error.retryAfter = retryAfter;
    return error;
}

} // namespace

// When one pipeline's failure is everybody's, and how often is probed then.
class TestAccountOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whomItConcerns_data()
    {
        QTest::addColumn<QList<Kind>>("failures");
        QTest::addColumn<bool>("isOn");
        QTest::newRow("no network") << QList<Kind>{Kind::Network} << true;
        QTest::newRow("certificate") << QList<Kind>{Kind::Tls} << true;
        QTest::newRow("token") << QList<Kind>{Kind::Unauthorized} << true;
        QTest::newRow("too many calls") << QList<Kind>{Kind::RateLimited} << true;
        QTest::newRow("one not found") << QList<Kind>{Kind::NotFound} << false;
        QTest::newRow("one forbidden") << QList<Kind>{Kind::Forbidden} << false;
        QTest::newRow("server's fault") << QList<Kind>{Kind::Server} << false;
        QTest::newRow("two are slow") << QList<Kind>{Kind::Timeout, Kind::Timeout} << false;
        QTest::newRow("three are slow")
            << QList<Kind>{Kind::Timeout, Kind::Timeout, Kind::Timeout} << true;
        QTest::newRow("somebody refuses between the slow")
            << QList<Kind>{Kind::Timeout, Kind::Timeout, Kind::NotFound, Kind::Timeout} << false;
        QTest::newRow("slow after the network went")
            << QList<Kind>{Kind::Network, Kind::Timeout} << true;
        QTest::newRow("refused after the network went")
            << QList<Kind>{Kind::Network, Kind::Forbidden} << false;
    }

    void whomItConcerns()
    {
        QFETCH(const QList<Kind>, failures);
        QFETCH(const bool, isOn);
        Outage outage(2s, 2min);
        Outage::TimePoint now = start;
        Concerns last = Concerns::Nothing;
        for (const Kind kind : failures) {
            now += 1s;
            last = outage.onFailure(error(kind), now, now, 1);
        }
        QCOMPARE(outage.isOn(), isOn);
        QCOMPARE(last == Concerns::All, isOn);
        outage.onAnswer();
        QVERIFY(!outage.isOn());
        QVERIFY(!outage.lastFailure());
    }

    void probesBecomeRarer()
    {
        Outage outage(2s, 10s);
        Outage::TimePoint now = start;
        for (const auto pause : {2s, 4s, 8s, 10s, 10s}) {
            outage.onFailure(error(Kind::Network), now, now, 1);
            QCOMPARE(outage.probeAt() - now, Outage::Clock::duration(pause));
            now = outage.probeAt();
        }
        outage.probeNow(now - 1s);
        QVERIFY(outage.probeAt() < now);
        outage.onAnswer();
        outage.onFailure(error(Kind::Network), now, now, 1.1);
        QCOMPARE(outage.probeAt() - now, Outage::Clock::duration(2200ms));
    }

    void theServersWishCounts()
    {
        Outage outage(2s, 10s);
        outage.onFailure(error(Kind::RateLimited, {}, 37s), start, start, 1);
        QCOMPARE(outage.probeAt() - start, Outage::Clock::duration(37s));
    }

    // Calls that left before it was known say nothing new, and do not make the probes rarer.
    void oldFailuresSayNothing()
    {
        Outage outage(2s, 10s);
        outage.onFailure(error(Kind::Network), start, start + 1s, 1);
        const Outage::TimePoint probe = outage.probeAt();
        QCOMPARE(outage.onFailure(error(Kind::Network), start, start + 2s, 1), Concerns::Nothing);
        QCOMPARE(outage.probeAt(), probe);
    }

    void theFirstOfAKindStandsForThem()
    {
        Outage outage(2s, 10s);
        outage.onFailure(error(Kind::Network, QStringLiteral("one")), start, start, 1);
        outage.onFailure(error(Kind::Network, QStringLiteral("two")), start + 3s, start + 3s, 1);
        QCOMPARE(outage.lastFailure()->message, QStringLiteral("one"));
        outage.onFailure(error(Kind::Tls, QStringLiteral("three")), start + 9s, start + 9s, 1);
        QCOMPARE(outage.lastFailure()->message, QStringLiteral("three"));
    }
};

SLUICE_TEST(TestAccountOutage, Core)
#include "tst_accountoutage.moc"
