// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "tests/support/tokenfixture.h"

#include <QNetworkProxyFactory>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// The client with its token source: a 401 renews once, failures reach who waits, secrets stay home.
class TestClientTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientRenewsOnceOn401_data();
    void clientRenewsOnceOn401();
    void client401TwiceIsAnError();
    void manyCalls401RenewOnce();
    void failureReachesEveryWaitingCall();
    void handlerMaySendAgainAfterAFailure();
    void secretsGoNowhereUnsafe();
    void nothingForThisComputerGoesThroughAProxy();
};

void TestClientTokens::clientRenewsOnceOn401_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("read") << shortRead();
    QTest::newRow("create") << shortWrite(Verb::Post);
    QTest::newRow("delete") << shortWrite(Verb::Delete);
}

void TestClientTokens::clientRenewsOnceOn401()
{
    QFETCH(Request, request);
    Source s;
    ClientFixture f(&s.tokens);
    f.server.then(Act::reply(401, R"({"detail":"expired"})", {{"WWW-Authenticate", "Bearer"}}));
    QVERIFY(f.call(request));
    QCOMPARE(f.server.seen().size(), 2);
    QCOMPARE(f.server.seen().at(0).header("authorization"), "Bearer token-1");
    QCOMPARE(f.server.seen().at(1).header("authorization"), "Bearer token-2");
    QCOMPARE(f.server.seen().at(1).body, request.body.value_or(QByteArray()));
}

void TestClientTokens::client401TwiceIsAnError()
{
    Source s;
    ClientFixture f(&s.tokens);
    f.server.setHandler([](const Seen &) { return Act::reply(401, R"({"detail":"never"})"); });
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Unauthorized);
    QCOMPARE(f.server.seen().size(), 2);
    QCOMPARE(s.server.seen().size(), 2);
}

void TestClientTokens::manyCalls401RenewOnce()
{
    Source s;
    ClientFixture f(&s.tokens);
    f.server.setHandler([](const Seen &seen) {
        return seen.header("authorization") == "Bearer token-2" ? Act::reply(200)
                                                                : Act::reply(401, "{}");
    });
    int good = 0;
    for (int i = 0; i < 40; ++i)
        f.client.send(shortRead(), &f.context,
                      [&good](const Result<Reply> &result) { good += result ? 1 : 0; });
    QTRY_COMPARE(good, 40);
    QCOMPARE(s.server.seen().size(), 2);
}

void TestClientTokens::failureReachesEveryWaitingCall()
{
    Source s;
    s.server.setHandler(
        [](const Seen &) { return Act::reply(401, R"({"error":"access_denied"})"); });
    ClientFixture f(&s.tokens);
    QList<Kind> kinds;
    for (int i = 0; i < 5; ++i)
        f.client.send(i % 2 ? shortRead() : shortWrite(Verb::Post), &f.context,
                      [&kinds](const Result<Reply> &result) { kinds << result.error().kind; });
    QTRY_COMPARE(kinds.size(), 5);
    QCOMPARE(kinds.count(Kind::Unauthorized), 5);
    QCOMPARE(s.server.seen().size(), 1);
    QVERIFY(f.server.seen().isEmpty());
}

void TestClientTokens::handlerMaySendAgainAfterAFailure()
{
    FixedToken none("");
    ClientFixture f(&none);
    int runs = 0;
    int depth = 0;
    const std::function<void()> send = [&] {
        f.client.send(shortRead(), &f.context, [&](const Result<Reply> &) {
            QCOMPARE(++depth, 1); // not from within itself
            if (++runs < 100)
                send();
            --depth;
        });
    };
    send();
    QTRY_COMPARE(runs, 100);
}

void TestClientTokens::secretsGoNowhereUnsafe()
{
    ClientCredentials tokens({.tokenUrl = QUrl(u"http://id.example.com/token"_qs),
                              .clientId = u"id"_qs,
                              .clientSecret = u"secret"_qs},
                             std::make_unique<Transport>());
    const auto token = awaited<QByteArray>(
        [&](const Handler<QByteArray> &handler) { tokens.fetch(&tokens, handler); });
    QVERIFY(!token);
    QCOMPARE(token.error().kind, Kind::Tls);
    QVERIFY2(token.error().message.contains(u"https://"), qPrintable(token.error().message));

    FixedToken fixed("t");
    RateBudget budget{0};
    Client client({.baseUrl = QUrl(u"http://us1.example.com/dpc"_qs)},
                  std::make_unique<Transport>(), &fixed, &budget);
    const auto reply = awaited<Reply>(
        [&](const Handler<Reply> &handler) { client.send(shortRead(), &client, handler); });
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Kind::Tls);
    QCOMPARE(client.inFlight(), 0);
}

void TestClientTokens::nothingForThisComputerGoesThroughAProxy()
{
    // As with the environment's http_proxy: the system's proxies know no exception.
    class OneProxy : public QNetworkProxyFactory
    {
    public:
        explicit OneProxy(int port)
            : m_port(port)
        {}

        QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
        {
            return {{QNetworkProxy::HttpProxy, u"127.0.0.1"_qs, static_cast<quint16>(m_port)}};
        }

    private:
        const int m_port;
    };

    FaultServer proxy;
    Source s;
    ClientFixture f(&s.tokens);
    QNetworkProxyFactory::setApplicationProxyFactory(new OneProxy(proxy.url().port()));
    const auto answer = f.call(shortRead());
    const auto written = f.call(shortWrite(Verb::Post));
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    QCOMPARE(proxy.connections(), 0);
    QVERIFY(answer);
    QVERIFY(written);
    QCOMPARE(f.server.seen().size(), 2);
}

SLUICE_TEST(TestClientTokens, Core)
#include "tst_clienttokens.moc"
