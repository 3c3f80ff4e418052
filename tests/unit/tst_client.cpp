// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/clientfixture.h"

#include <QJsonObject>
#include <QUuid>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// Client: what goes over the wire, when handlers run, and how reads are repeated.
class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readHasTheHeaders();
    void writeHasTheBody();
    void queryIsSent();
    void handlerNeverRunsInsideSend();
    void tokenFailureIsNotDeliveredInsideSend();
    void deadContextGetsNothingAndItsReadIsAborted();
    void deadContextDropsTheWaitingWrite();
    void clientMayDieInItsHandler();
    void readIsRepeated_data();
    void readIsRepeated();
    void readGivesUp();
    void retryAfterOfA503IsHeeded();
    void closedKeepAliveConnectionDoesNotFailARead();
    void slowBodyIsRead();
    void timeoutIsAbsolute();
    void queueKeepsToItsRoom();
    void userGoesFirst();
    void largeBodyIsReadOffTheThread();
    void tooLargeBodyIsRefused();
};

void TestClient::readHasTheHeaders()
{
    ClientFixture f;
    f.server.then(Act::reply(200, R"({"status":"STREAMING"})"));
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->json.object().value(u"status").toString(), u"STREAMING");
    const Seen &seen = f.server.seen().constFirst();
    QCOMPARE(seen.method, "GET");
    QCOMPARE(seen.target, "/dpc/v1/projects/p1/streaming-pipelines/s1/status");
    QCOMPARE(seen.header("authorization"), "Bearer token-of-the-tests");
    QCOMPARE(seen.header("account-id"), "account-1");
    QCOMPARE(seen.header("accept"), "application/json");
    QVERIFY(seen.header("user-agent").startsWith("Sluice/"));
    const QString id = QString::fromLatin1(seen.header("x-request-id"));
    QVERIFY(!QUuid::fromString(id).isNull());
    QCOMPARE(result->requestId, id);
    QVERIFY(!seen.headers.contains("content-type"));
}

void TestClient::writeHasTheBody()
{
    ClientFixture f;
    f.server.then(Act::reply(201, R"({"streamingPipelineId":"s1"})"));
    const auto created = f.call(shortWrite(Verb::Post));
    QVERIFY(created);
    QCOMPARE(created->status, 201);
    QCOMPARE(f.server.seen().constLast().body, R"({"name":"x"})");
    QCOMPARE(f.server.seen().constLast().header("content-type"), "application/json");

    f.server.then(Act::reply(200, R"({})"));
    QVERIFY(f.call(shortWrite(Verb::Put)));
    QCOMPARE(f.server.seen().constLast().method, "PUT");

    f.server.then(Act::reply(204));
    const auto deleted = f.call(shortWrite(Verb::Delete));
    QVERIFY(deleted);
    QCOMPARE(deleted->status, 204);
    QCOMPARE(f.server.seen().constLast().method, "DELETE");
    QVERIFY(f.server.seen().constLast().body.isEmpty());

    // A command's answer has no documented body.
    f.server.then(Act::reply(200, {}));
    QVERIFY(f.call(
        Endpoints::sendCommand(QStringLiteral("p"), QStringLiteral("s"), PipelineCommand::Start)));
    QCOMPARE(f.server.seen().constLast().body, R"({"command":"start"})");
}

void TestClient::queryIsSent()
{
    ClientFixture f;
    QVERIFY(f.call(Endpoints::paged(Endpoints::listPipelines(QStringLiteral("a b/ä")), 2, 50)));
    QCOMPARE(f.server.seen().constLast().target,
             "/dpc/v1/projects/a%20b%2F%C3%A4/streaming-pipelines?page=2&size=50");
}

void TestClient::handlerNeverRunsInsideSend()
{
    ClientFixture f;
    bool inside = true;
    int runs = 0;
    f.client.send(shortRead(), &f.context, [&](const Result<Reply> &) {
        QVERIFY(!inside);
        ++runs;
    });
    QCOMPARE(runs, 0);
    QCOMPARE(f.client.waiting(), 1);
    inside = false;
    QTRY_COMPARE(runs, 1);
    QCOMPARE(f.client.inFlight(), 0);
    QCOMPARE(f.client.waiting(), 0);
}

void TestClient::tokenFailureIsNotDeliveredInsideSend()
{
    FixedToken none{"  "};
    ClientFixture f(&none);
    std::optional<Kind> kind;
    f.client.send(shortRead(), &f.context,
                  [&kind](const Result<Reply> &result) { kind = result.error().kind; });
    QVERIFY(!kind);
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, Kind::Unauthorized);
    QVERIFY(f.server.seen().isEmpty());
}

void TestClient::deadContextGetsNothingAndItsReadIsAborted()
{
    ClientFixture f;
    f.server.then(Act::fault(Act::Kind::Silence));
    auto *context = new QObject;
    int runs = 0;
    f.client.send(shortRead(), context, [&runs](const Result<Reply> &) { ++runs; });
    QTRY_COMPARE(f.server.seen().size(), 1);
    delete context;
    QCOMPARE(f.client.inFlight(), 0);
    QVERIFY(f.call(shortRead()));
    QCOMPARE(runs, 0);
}

void TestClient::deadContextDropsTheWaitingWrite()
{
    ClientFixture f;
    auto *context = new QObject;
    int runs = 0;
    f.client.send(shortWrite(Verb::Post), context, [&runs](const Result<Reply> &) { ++runs; });
    delete context;
    QVERIFY(f.call(shortRead()));
    QCOMPARE(f.server.count("POST"), 0);
    QCOMPARE(runs, 0);
}

void TestClient::clientMayDieInItsHandler()
{
    FaultServer server;
    FixedToken token{"t"};
    RateBudget budget{0};
    auto *client =
        new Client({.baseUrl = server.url()}, std::make_unique<Transport>(), &token, &budget);
    int runs = 0;
    for (int i = 0; i < 3; ++i) {
        client->send(shortRead(), client, [&](const Result<Reply> &) {
            ++runs;
            delete client;
        });
    }
    QTRY_COMPARE(runs, 1);
    QCoreApplication::processEvents();
    QCOMPARE(runs, 1);
}

void TestClient::readIsRepeated_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("502") << Act::reply(502, "bad gateway");
    QTest::newRow("503") << Act::reply(503, "busy");
    QTest::newRow("504") << Act::reply(504, "late");
    QTest::newRow("half a body") << Act::fault(Act::Kind::HalfBody);
    QTest::newRow("closed after the head") << Act::fault(Act::Kind::CloseAfterStatus);
    QTest::newRow("stalled body") << Act::fault(Act::Kind::StallBody);
    QTest::newRow("no answer in time") << Act::fault(Act::Kind::Silence);
}

void TestClient::readIsRepeated()
{
    QFETCH(Act, act);
    ClientFixture f;
    f.server.then(act);
    f.server.then(Act::reply(200, R"({"ok":true})"));
    const auto result = f.call(shortRead(300ms));
    QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
    QCOMPARE(f.server.count("GET"), 2);
}

void TestClient::readGivesUp()
{
    ClientFixture f(nullptr, 2);
    f.server.setHandler([](const Seen &) { return Act::reply(503, "busy"); });
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
    QCOMPARE(result.error().httpStatus, 503);
    QCOMPARE(f.server.count("GET"), 3);
}

void TestClient::retryAfterOfA503IsHeeded()
{
    ClientFixture f;
    f.server.then(Act::reply(503, "busy", {{"Retry-After", "1"}}));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(f.call(shortRead()));
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));

    // Longer than anybody waits for a page: told instead.
    f.server.then(Act::reply(503, "busy", {{"Retry-After", "3600"}}));
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().retryAfter, 3600s);
}

void TestClient::closedKeepAliveConnectionDoesNotFailARead()
{
    ClientFixture f;
    QVERIFY(f.call(shortRead()));
    f.server.then(Act::fault(Act::Kind::Close));
    QVERIFY(f.call(shortRead()));
    QCOMPARE(f.server.count("GET"), 3);
}

void TestClient::slowBodyIsRead()
{
    ClientFixture f;
    f.server.then(Act::fault(Act::Kind::SlowBody));
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->json.object().value(u"a").toString(), u"0123456789");
}

void TestClient::timeoutIsAbsolute()
{
    // Every byte comes in time, the whole does not.
    ClientFixture f(nullptr, 0);
    Act act = Act::fault(Act::Kind::SlowBody);
    act.paceMs = 50;
    f.server.then(act);
    const auto result = f.call(shortRead(200ms));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Timeout);
}

void TestClient::queueKeepsToItsRoom()
{
    ClientFixture f;
    constexpr int calls = 100;
    int most = 0;
    int runs = 0;
    for (int i = 0; i < calls; ++i)
        f.client.send(shortRead(), &f.context, [&](const Result<Reply> &result) {
            QVERIFY(result);
            most = std::max(most, f.client.inFlight());
            ++runs;
        });
    QTRY_COMPARE(runs, calls);
    QVERIFY2(most > 1 && most <= 24, qPrintable(QString::number(most)));
    QVERIFY(f.server.connections() <= 24);
}

void TestClient::userGoesFirst()
{
    ClientFixture f;
    QList<int> order;
    const auto add = [&](Priority priority, int mark) {
        Request request = shortRead();
        request.priority = priority;
        f.client.send(request, &f.context,
                      [&order, mark](const Result<Reply> &) { order << mark; });
    };
    for (int i = 0; i < 60; ++i)
        add(Priority::Background, 0);
    add(Priority::User, 1);
    QTRY_COMPARE(order.size(), 61);
    QVERIFY2(order.indexOf(1) < 24, qPrintable(QString::number(order.indexOf(1))));
}

void TestClient::largeBodyIsReadOffTheThread()
{
    ClientFixture f;
    const QByteArray filler(2 * 1024 * 1024, 'x');
    f.server.then(Act::reply(200, R"({"a":")" + filler + R"("})"));
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->json.object().value(u"a").toString().size(), filler.size());
    f.server.then(Act::reply(200, R"({"a":")" + filler));
    const auto cut = f.call(shortRead());
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, Kind::BadReply);
}

void TestClient::tooLargeBodyIsRefused()
{
    FaultServer server;
    FixedToken token{"t"};
    RateBudget budget{0};
    Client client({.baseUrl = server.url(), .largestReply = 100'000}, std::make_unique<Transport>(),
                  &token, &budget);
    server.setHandler([](const Seen &) { return Act::reply(200, QByteArray(5'000'000, ' ')); });
    std::optional<Kind> kind;
    client.send(shortRead(), &client,
                [&kind](const Result<Reply> &result) { kind = result.error().kind; });
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, Kind::BadReply);
    QCOMPARE(server.count("GET"), 1);
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
