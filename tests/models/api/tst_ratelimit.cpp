// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include "models/api/problem.h"

#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// A 429 makes the whole account wait as told; background calls keep to the budget.
class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readGoesOutAgainAfterTheWait();
    void writeIsNotRepeated();
    void readIsRepeatedBoundedly();
    void allCallsWaitAndTheUsersGoFirst();
    void pauseIsCapped();
    void theWholeWaitIsTold();
    void whoHearsOfAWaitMayEndTheClient_data();
    void whoHearsOfAWaitMayEndTheClient();
    void senselessWaitIsTold();
    void budgetHearsOfOneOverloadOnce();
    void backgroundKeepsToTheBudget();
    void theUserWaitsAtTheLimit();
    void retryAfterForms_data();
    void retryAfterForms();
};

static Act limited(const QByteArray &retryAfter)
{
    return Act::reply(429, R"({"detail":"slow down"})", {{"Retry-After", retryAfter}});
}

void TestRateLimit::readGoesOutAgainAfterTheWait()
{
    ClientFixture f;
    QSignalSpy paused(&f.client, &Client::paused);
    f.server.then(limited("1"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(f.call(shortRead()));
    QVERIFY(timer.elapsed() >= 1000);
    QCOMPARE(f.server.count("GET"), 2);
    QCOMPARE(paused.size(), 1);
    const qint64 left = QDateTime::currentDateTime().msecsTo(paused.at(0).at(0).toDateTime());
    QVERIFY(left <= 0 && left > -5000);
}

void TestRateLimit::writeIsNotRepeated()
{
    ClientFixture f;
    f.server.then(limited("1"));
    const auto result = f.call(shortWrite(Verb::Post));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::RateLimited);
    QCOMPARE(result.error().retryAfter, 1000ms);
    QCOMPARE(result.error().summary(), u"Maia asked us to wait 1 s."_qs);
    QVERIFY(f.call(shortRead())); // after the wait
    QCOMPARE(f.server.count("POST"), 1);
}

void TestRateLimit::readIsRepeatedBoundedly()
{
    ClientFixture f;
    f.server.setHandler([](const Seen &) { return limited("0"); });
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::RateLimited);
    QCOMPARE(f.server.count("GET"), 6);
}

void TestRateLimit::allCallsWaitAndTheUsersGoFirst()
{
    ClientFixture f;
    f.server.then(limited("1"));
    QStringList order;
    const auto send = [&](const QString &name, Priority priority) {
        Request request = shortRead();
        request.path = u"/v1/"_qs + name;
        request.priority = priority;
        f.client.send(request, &f.context,
                      [&order, name](const Result<Reply> &) { order << name; });
    };
    QSignalSpy paused(&f.client, &Client::paused);
    send(u"first"_qs, Priority::Background);
    QVERIFY(paused.wait());
    for (int i = 0; i < 40; ++i)
        send(u"poll"_qs, Priority::Background);
    send(u"user"_qs, Priority::User);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(f.server.seen().size() > 1);
    QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(order.size(), 42);
    // Connections race on their way to the server: among the first that were let go is enough.
    QVERIFY2(order.indexOf(u"user"_qs) < 24, qPrintable(order.join(u' ')));
}

void TestRateLimit::pauseIsCapped()
{
    ClientFixture f;
    QSignalSpy paused(&f.client, &Client::paused);
    f.server.then(limited("86400"));
    f.call(shortWrite(Verb::Post));
    QCOMPARE(paused.size(), 1);
    const qint64 left = QDateTime::currentDateTime().secsTo(paused.at(0).at(0).toDateTime());
    QVERIFY2(left > 590 && left <= 600, qPrintable(QString::number(left)));

    ClientFixture silent;
    QSignalSpy silentPaused(&silent.client, &Client::paused);
    silent.server.then(Act::reply(429, "{}"));
    silent.call(shortWrite(Verb::Post));
    const qint64 word = QDateTime::currentDateTime().secsTo(silentPaused.at(0).at(0).toDateTime());
    QVERIFY2(word > 5 && word <= 10, qPrintable(QString::number(word)));
}

// The account asks again sooner, but it does not say that the server asked for less.
void TestRateLimit::theWholeWaitIsTold()
{
    ClientFixture f;
    QSignalSpy paused(&f.client, &Client::paused);
    f.server.then(limited("3600"));
    const auto result = f.call(shortWrite(Verb::Post));
    QCOMPARE(result.error().summary(), u"Maia asked us to wait 60 min."_qs);
    QCOMPARE(paused.at(0).at(1).value<std::chrono::milliseconds>(), 3'600'000ms);
}

void TestRateLimit::whoHearsOfAWaitMayEndTheClient_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isWrite");
    QTest::newRow("the account, a write") << 429 << true;
    QTest::newRow("the account, a read") << 429 << false;
    QTest::newRow("one read") << 503 << false;
}

void TestRateLimit::whoHearsOfAWaitMayEndTheClient()
{
    QFETCH(int, status);
    QFETCH(bool, isWrite);
    FaultServer server;
    server.setHandler([status](const Seen &) {
        return Act::reply(status, "{}", {{"Retry-After", "1"}});
    });
    FixedToken token{"t"};
    RateBudget budget{0};
    auto client = std::make_unique<Client>(Client::Settings{.baseUrl = server.url()},
                                           std::make_unique<Transport>(), &token, &budget);
    connect(client.get(), &Client::paused, client.get(), [&client] { client.reset(); });
    connect(client.get(), &Client::readDelayed, client.get(), [&client] { client.reset(); });
    QObject context;
    QList<Kind> ends;
    client->send(isWrite ? shortWrite(Verb::Post) : shortRead(), &context,
                 [&ends](const Result<Reply> &result) { ends += result.error().kind; });
    QTRY_VERIFY(!client);
    QTRY_COMPARE(ends, QList{Kind::Cancelled});
}

// A wait that cannot be understood is the usual pause, and is told.
void TestRateLimit::senselessWaitIsTold()
{
    for (const char *value : {"soon", "-5", "Mon, 06 Nov 1984 08:49:00 GMT"}) {
        ClientFixture f;
        QSignalSpy paused(&f.client, &Client::paused);
        f.server.then(limited(value));
        const auto result = f.call(shortWrite(Verb::Post));
        QVERIFY(!result);
        QVERIFY2(result.error().summary().contains(QString::fromLatin1(value)),
                 qPrintable(result.error().summary()));
        QCOMPARE(paused.size(), 1);
        const qint64 left = QDateTime::currentDateTime().secsTo(paused.at(0).at(0).toDateTime());
        QVERIFY2(left > 5 && left <= 10, qPrintable(QString::number(left)));
    }
}

void TestRateLimit::budgetHearsOfOneOverloadOnce()
{
    ClientFixture f;
    f.budget = RateBudget(60'000); // 550 a second in the background
    int limitedLeft = 10;
    f.server.setHandler([&limitedLeft](const Seen &) {
        return limitedLeft-- > 0 ? limited("1") : Act::reply(200);
    });
    int runs = 0;
    for (int i = 0; i < 10; ++i)
        f.client.send(shortRead(), &f.context, [&runs](const Result<Reply> &) { ++runs; });
    QTRY_COMPARE(runs, 10);
    // Halved once: 275 a second are left, not a few.
    auto now = RateBudget::Clock::now();
    while (f.budget.takeBackground(now)) {
    }
    now += 1s;
    int taken = 0;
    while (f.budget.takeBackground(now))
        ++taken;
    QVERIFY2(std::abs(taken - 275) <= 2, qPrintable(QString::number(taken)));
}

void TestRateLimit::backgroundKeepsToTheBudget()
{
    ClientFixture f;
    f.budget = RateBudget(1200); // burst 60, then 11 a second
    int runs = 0;
    Request request = shortRead();
    request.priority = Priority::Background;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 66; ++i)
        f.client.send(request, &f.context, [&runs](const Result<Reply> &) { ++runs; });
    QTRY_VERIFY(runs >= 60);
    QVERIFY(runs < 66);
    QVERIFY(f.call(shortRead())); // the user need not wait
    QTRY_COMPARE(runs, 66);
    QVERIFY2(timer.elapsed() >= 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(f.budget.usedLastMinute(RateBudget::Clock::now()), 67);
}

// A minute that is full already: what goes out would be refused.
void TestRateLimit::theUserWaitsAtTheLimit()
{
    ClientFixture f;
    f.budget = RateBudget(3);
    for (int i = 0; i < 3; ++i)
        f.budget.recordUserCall(RateBudget::Clock::now() - 59s);
    bool isAnswered = false;
    f.client.send(shortRead(), &f.context,
                  [&isAnswered](const Result<Reply> &result) { isAnswered = bool(result); });
    QCOMPARE(f.client.waiting(), 1);
    const auto wait = f.budget.untilUser(RateBudget::Clock::now());
    QVERIFY(wait > 0ms && wait <= 3s);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(isAnswered);
    QVERIFY(timer.elapsed() + 5 >= wait.count());
    QCOMPARE(f.server.count("GET"), 1);
}

void TestRateLimit::retryAfterForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("milliseconds"); // -1: nothing
    const QByteArray server = "Sun, 06 Nov 1994 08:49:30 GMT";
    QTest::newRow("seconds") << QByteArray("7") << QByteArray() << qint64(7000);
    QTest::newRow("blanks") << QByteArray(" 7 ") << QByteArray() << qint64(7000);
    QTest::newRow("negative") << QByteArray("-7") << QByteArray() << qint64(-1);
    QTest::newRow("zero") << QByteArray("0") << QByteArray() << qint64(0);
    QTest::newRow("a day at most")
        << QByteArray("99999999999") << QByteArray() << qint64(86'400'000);
    QTest::newRow("date, server's clock")
        << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << server << qint64(7000);
    QTest::newRow("date, our clock")
        << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << QByteArray() << qint64(37'000);
    QTest::newRow("date just past")
        << QByteArray("Sun, 06 Nov 1994 08:49:10 GMT") << server << qint64(0);
    QTest::newRow("long past date")
        << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << server << qint64(-1);
    QTest::newRow("ten years back")
        << QByteArray("Mon, 06 Nov 1984 08:49:00 GMT") << QByteArray() << qint64(-1);
    QTest::newRow("ten years ahead")
        << QByteArray("Sat, 06 Nov 2004 08:49:00 GMT") << QByteArray() << qint64(-1);
    QTest::newRow("date with two digits")
        << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << server << qint64(7000);
    QTest::newRow("date as C writes it")
        << QByteArray("Sun Nov  6 08:49:37 1994") << server << qint64(7000);
    QTest::newRow("no such date") << QByteArray("Sun, 36 Nov 1994 08:49:37 GMT") << server
                                  << qint64(-1);
    QTest::newRow("absent") << QByteArray() << server << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << server << qint64(-1);
    QTest::newRow("fraction") << QByteArray("123.39") << server << qint64(123'390);
    QTest::newRow("small fraction") << QByteArray("0.0004") << server << qint64(1);
    QTest::newRow("fraction with a comma") << QByteArray("1,5") << server << qint64(1500);
    QTest::newRow("unit") << QByteArray("7s") << server << qint64(-1);
    QTest::newRow("two numbers") << QByteArray("7 8") << server << qint64(-1);
    QTest::newRow("infinite") << QByteArray("inf") << server << qint64(-1);
    QTest::newRow("exponent") << QByteArray("1e3") << server << qint64(-1);
    QTest::newRow("dot") << QByteArray(".") << server << qint64(-1);
}

void TestRateLimit::retryAfterForms()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(qint64, milliseconds);
    const QDateTime now({1994, 11, 6}, {8, 49, 0}, Qt::UTC);
    const auto wait = readRetryAfter(value, date, now);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
}

SLUICE_TEST(TestRateLimit, Core)
#include "tst_ratelimit.moc"
