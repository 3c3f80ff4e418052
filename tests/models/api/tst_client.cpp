// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>
#include <QThreadPool>
#include <QUuid>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// Client: what goes over the wire, and when handlers run.
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
    void clientMayDieWhenAReadOfADeadContextEnds();
    void deadContextDropsTheWaitingWrite();
    void clientMayDieInItsHandler();
    void queueKeepsToItsRoom();
    void userGoesFirst();
    void largeBodyIsReadOffTheThread();
    void clientMayDieWhileALargeBodyIsRead();
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

// Gives a token once, then an error, both at once.
class OneToken : public TokenSource
{
public:
    void fetch(QObject *, Handler<QByteArray> handler) override
    {
        if (std::exchange(m_given, true))
            handler(ApiError());
        else
            handler(QByteArray("t"));
    }

    bool invalidate(const QByteArray &) override { return false; }

private:
    bool m_given = false;
};

void TestClient::clientMayDieWhenAReadOfADeadContextEnds()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Silence); });
    OneToken token;
    RateBudget budget{0};
    auto *client =
        new Client({.baseUrl = server.url()}, std::make_unique<Transport>(), &token, &budget);
    auto *context = new QObject;
    int runs = 0;
    for (int i = 0; i < 3; ++i)
        client->send(shortRead(), context, [&runs](const Result<Reply> &) { ++runs; });
    QTRY_COMPARE(server.seen().size(), 3);
    // The end of the first read makes room for this one, which finds no token.
    client->send(shortRead(), client, [&](const Result<Reply> &) {
        ++runs;
        delete client;
    });
    delete context;
    QCOMPARE(runs, 1);
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
    const QByteArray filler(qsizetype(2) * 1024 * 1024, 'x');
    f.server.then(Act::reply(200, R"({"a":")" + filler + R"("})"));
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->json.object().value(u"a").toString().size(), filler.size());
    f.server.then(Act::reply(200, R"({"a":")" + filler));
    const auto cut = f.call(shortRead());
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, Kind::BadReply);

    Request read = shortRead();
    read.promise = Promise::Definition;
    read.path = u"/v1/streaming-pipelines/i"_qs;
    const QByteArray begin = R"({"streamingPipelineId":"i","name":42,"a":")" + filler + '"';
    f.server.then(Act::reply(200, begin + '}'));
    QVERIFY(f.call(read));
    f.server.then(Act::reply(200, begin + R"(,"a":1})"));
    const auto repeated = f.call(read);
    QVERIFY(!repeated);
    QVERIFY2(repeated.error().message.contains(u"stands twice"),
             qPrintable(repeated.error().message));
}

void TestClient::clientMayDieWhileALargeBodyIsRead()
{
    FaultServer server;
    FixedToken token{"t"};
    RateBudget budget{0};
    const QByteArray numbers = QByteArray("1,").repeated(2'500'000) + '1';
    server.then(Act::reply(200, R"({"a":[)" + numbers + "]}"));
    auto client = std::make_unique<Client>(Client::Settings{.baseUrl = server.url()},
                                           std::make_unique<Transport>(), &token, &budget);
    // Gone with the handler, which must end in this thread.
    QThread *endedIn = nullptr;
    int runs = 0;
    std::shared_ptr<int> held(&runs, [&](int *) { endedIn = QThread::currentThread(); });
    client->send(shortRead(20s), client.get(), [held](const Result<Reply> &) { ++*held; });
    held.reset();
    QTRY_COMPARE(server.seen().size(), 1);
    // The whole answer came: a worker has the body, or its result is on the way.
    QTRY_COMPARE(client->inFlight(), 0);
    client.reset();
    QCOMPARE(endedIn, QThread::currentThread());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(runs, 0);
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

SLUICE_TEST(TestClient, Core)
#include "tst_client.moc"
