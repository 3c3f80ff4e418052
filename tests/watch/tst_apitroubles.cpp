// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/apitroubles.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using Kind = ApiError::Kind;

// When a trouble is told, and when its end.
class TestApiTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnOutageOnce();
    void tellsEachKindOnce();
    void waitsForCalmAfterSingleFailures();
    void doesNotTellOneThatFlaps();
    void forgetsWhatIsNotWatched();
};

namespace {

const PipelineKey a{u"x"_s, u"p"_s, u"a"_s};
const PipelineKey b{u"x"_s, u"p"_s, u"b"_s};

QDateTime after(int seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, Qt::UTC);
}

} // namespace

void TestApiTroubles::tellsAnOutageOnce()
{
    ApiTroubles troubles(std::chrono::seconds(15));
    QVERIFY(!troubles.onAnswer(a, after(0)));
    QVERIFY(troubles.onFailure(a, Kind::Network, true, after(10)));
    QVERIFY(!troubles.onFailure(b, Kind::Network, true, after(12)));
    QVERIFY(!troubles.onFailure(a, Kind::Network, true, after(20)));
    QVERIFY(troubles.isOn());
    QCOMPARE(troubles.onAnswer(b, after(70)), std::optional(after(10)));
    QVERIFY(!troubles.isOn());
    QVERIFY(!troubles.onAnswer(a, after(71)));
    QVERIFY(troubles.onFailure(a, Kind::Network, true, after(80)));
}

void TestApiTroubles::tellsEachKindOnce()
{
    ApiTroubles troubles(std::chrono::seconds(15));
    QVERIFY(troubles.onFailure(a, Kind::Server, false, after(0)));
    QVERIFY(!troubles.onFailure(b, Kind::Server, false, after(1)));
    QVERIFY(troubles.onFailure(b, Kind::BadReply, false, after(2)));
    QVERIFY(!troubles.onFailure(a, Kind::Server, false, after(3)));
    QCOMPARE(troubles.kinds(), QSet<Kind>({Kind::Server, Kind::BadReply}));
}

void TestApiTroubles::waitsForCalmAfterSingleFailures()
{
    ApiTroubles troubles(std::chrono::seconds(15));
    troubles.onFailure(a, Kind::BadReply, false, after(0));
    troubles.onFailure(b, Kind::BadReply, false, after(1));
    QVERIFY(!troubles.onAnswer(a, after(10)));
    QVERIFY(!troubles.onAnswer(a, after(20))); // b fails still
    QVERIFY(troubles.onAnswer(b, after(21)));
    QVERIFY(troubles.kinds().isEmpty());
}

void TestApiTroubles::doesNotTellOneThatFlaps()
{
    ApiTroubles troubles(std::chrono::seconds(15));
    int told = 0;
    for (int i = 0; i < 100; ++i) {
        told += troubles.onFailure(a, Kind::Timeout, false, after(20 * i));
        told += troubles.onAnswer(a, after(20 * i + 10)).has_value();
        told += troubles.onAnswer(b, after(20 * i + 11)).has_value();
    }
    QCOMPARE(told, 1);
}

void TestApiTroubles::forgetsWhatIsNotWatched()
{
    ApiTroubles troubles(std::chrono::seconds(15));
    troubles.onFailure(a, Kind::NotFound, false, after(0));
    QVERIFY(!troubles.onAnswer(b, after(30)));
    troubles.forget(a);
    QVERIFY(troubles.onAnswer(b, after(31)));
}

SLUICE_TEST(TestApiTroubles, Core)
#include "tst_apitroubles.moc"
