// SPDX-License-Identifier: Apache-2.0
#include "models/account/connectioncheck.h"
#include "models/api/clientcredentials.h"
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <QSignalSpy>

#include <functional>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

// What a connection may do to an answer: interim answers, cut bodies, quiet closes, bodies without
// a length or an end, proxies, wrong addresses.
class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interimAnswersArePassedOver_data();
    void interimAnswersArePassedOver();
    void answersStayWithTheirRequests();
    void tokenAfterAnInterimAnswer();
    void cutBodyIsAFailedRead_data();
    void cutBodyIsAFailedRead();
    void writeSurvivesQuietCloses();
    void endOfTheConnectionEndsTheAnswer_data();
    void endOfTheConnectionEndsTheAnswer();
    void brokenAnswerToAWriteIsNoAnswer_data();
    void brokenAnswerToAWriteIsNoAnswer();
    void endlessAnswerIsRefused_data();
    void endlessAnswerIsRefused();
    void compressedAnswerIsBounded();
    void compressedAnswerIsReadWhole();
    void nothingLeavesForASenselessId_data();
    void nothingLeavesForASenselessId();
    void failingProxyIsNamed_data();
    void failingProxyIsNamed();
    void wrongAddressIsTold_data();
    void wrongAddressIsTold();
    void failedSignInHasItsOwnAdvice_data();
    void failedSignInHasItsOwnAdvice();
    void connectionCheckNamesTheRightAddress();
};

static QByteArray whole(const QByteArray &body, int status = 200)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Words\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

static Act pieces(const QList<QByteArray> &bytes)
{
    Act act = Act::raw(bytes);
    act.closeAfterwards = false;
    act.paceMs = 20;
    return act;
}

void TestTransport::interimAnswersArePassedOver_data()
{
    QTest::addColumn<QList<QByteArray>>("bytes");
    QTest::addColumn<Request>("request");
    const QByteArray answer = whole(R"({"name":"x","streamingPipelineId":"s1"})");
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const QByteArray processing = "HTTP/1.1 102 Processing\r\n\r\n";
    const QByteArray proceed = "HTTP/1.1 100 Continue\r\n\r\n";
    const QList<QPair<const char *, QList<QByteArray>>> forms{
        {"100", {proceed, answer}},
        {"102", {processing, answer}},
        {"103", {hints, answer}},
        {"103 in one piece", {hints + answer}},
        {"many", {processing, processing, processing, answer}},
        {"all kinds", {proceed + hints, processing, answer}},
        {"in halves", {hints.left(10), hints.mid(10) + answer.left(20), answer.mid(20)}},
        {"one nobody knows", {"HTTP/1.1 110 Odd\r\nX: y\r\n\r\n", answer}},
    };
    for (const auto &[name, bytes] : forms) {
        QTest::addRow("%s, GET", name) << bytes << shortRead();
        for (const Verb verb : {Verb::Post, Verb::Put, Verb::Delete})
            QTest::addRow("%s, %s", name, verbName(verb).constData()) << bytes << shortWrite(verb);
    }
}

void TestTransport::interimAnswersArePassedOver()
{
    QFETCH(QList<QByteArray>, bytes);
    QFETCH(Request, request);
    ClientFixture f;
    f.server.setHandler([bytes](const Seen &) { return pieces(bytes); });
    const auto result = f.call(request);
    QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
    QCOMPARE(result->status, 200);
    if (request.isWrite())
        QCOMPARE(f.server.count(verbName(request.verb)), 1);
}

// The answer that follows an interim one must not become that to the next request.
void TestTransport::answersStayWithTheirRequests()
{
    ClientFixture f;
    f.server.setHandler([](const Seen &seen) {
        const QByteArray answer = whole(R"({"path":")" + seen.path() + "\"}");
        return seen.path().endsWith("/7")
                   ? pieces({"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", answer})
                   : pieces({answer});
    });
    constexpr int calls = 200;
    int done = 0;
    QStringList wrong;
    for (int i = 0; i < calls; ++i) {
        Request request = shortRead();
        request.path = u"/v1/x/%1/%2"_s.arg(i).arg(i % 10);
        f.client.send(request, &f.context, [&, path = request.path](const Result<Reply> &result) {
            ++done;
            const QString told =
                result ? result->json.object().value(u"path").toString() : result.error().summary();
            if (told != u"/dpc"_s + path)
                wrong << path + u": "_s + told;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, calls, 20'000);
    QCOMPARE(wrong, QStringList());
    QCOMPARE(f.client.inFlight(), 0);
}

void TestTransport::tokenAfterAnInterimAnswer()
{
    FaultServer server;
    ClientCredentials tokens({.tokenUrl = server.url(u"/oauth/dpc/token"_s),
                              .clientId = u"id"_s,
                              .clientSecret = u"secret"_s},
                             std::make_unique<Transport>());
    server.then(pieces({"HTTP/1.1 102 Processing\r\n\r\n", whole(R"({"access_token":"abc"})")}));
    const auto token = awaited<QByteArray>(
        [&](const Handler<QByteArray> &handler) { tokens.fetch(&tokens, handler); });
    QVERIFY2(token, token ? "" : qPrintable(token.error().details()));
    QCOMPARE(*token, "abc");
}

void TestTransport::cutBodyIsAFailedRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("resets");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    for (const bool resets : {false, true}) {
        const char *const end = resets ? "reset" : "closed";
        const auto row = [&](const char *name, const QByteArray &bytes) {
            QTest::addRow("%s, %s", name, end) << bytes << resets;
        };
        row("whole object, more promised", head + "Content-Length: 100\r\n\r\n{\"a\":1}");
        row("whole object and a blank, more promised",
            head + "Content-Length: 9\r\n\r\n{\"a\":1} ");
        row("half", head + "Content-Length: 100\r\n\r\n{\"results\":[");
        row("nothing", head + "Content-Length: 100\r\n\r\n");
        row("half of a chunk", chunked + "20\r\n{\"results\":[");
        row("a chunk, half an object", chunked + "c\r\n{\"results\":[\r\n");
        row("no length, half an object", head + "\r\n{\"results\":[");
        row("half a head", head + "Content-Le");
    }
}

void TestTransport::cutBodyIsAFailedRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, resets);
    ClientFixture f(nullptr, 0);
    f.server.setHandler([&](const Seen &) {
        Act act = Act::raw({bytes});
        act.resets = resets;
        return act;
    });
    for (int i = 0; i < 25; ++i) {
        const auto result = f.call(shortRead());
        QVERIFY(!result);
        const Kind kind = result.error().kind;
        QVERIFY2(kind == Kind::Network || kind == Kind::BadReply,
                 qPrintable(result.error().details()));
    }
}

// A server that closes after each answer, without a word of it: no write is lost on a connection
// that is about to go.
void TestTransport::writeSurvivesQuietCloses()
{
    ClientFixture f;
    f.server.setHandler([](const Seen &) {
        Act act = Act::reply(200, R"({"name":"x","streamingPipelineId":"s1"})");
        act.closeAfterwards = true;
        return act;
    });
    constexpr int writes = 300;
    for (int i = 0; i < writes; ++i) {
        const auto result = f.call(shortWrite(i % 2 == 0 ? Verb::Post : Verb::Put));
        QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
        if (i % 5 == 0)
            QVERIFY(f.call(shortRead()));
    }
    QCOMPARE(f.server.count("POST") + f.server.count("PUT"), writes);
}

void TestTransport::endOfTheConnectionEndsTheAnswer_data()
{
    QTest::addColumn<QList<QByteArray>>("bytes");
    QTest::addColumn<Request>("request");
    const QByteArray body = R"({"name":"x","streamingPipelineId":"s1"})";
    const QList<QPair<const char *, QList<QByteArray>>> forms{
        {"1.1", {"HTTP/1.1 201 Created\r\n\r\n" + body}},
        {"1.0", {"HTTP/1.0 201 Created\r\nContent-Type: application/json\r\n\r\n" + body}},
        {"announced", {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body + "\n"}},
        {"body later", {"HTTP/1.1 200 OK\r\n\r\n", body}},
        {"end later", {"HTTP/1.1 200 OK\r\n\r\n" + body, ""}},
        {"in halves", {"HTTP/1.1 200 OK\r\n\r\n" + body.left(9), body.mid(9), "\r\n"}},
    };
    for (const auto &[name, bytes] : forms) {
        QTest::addRow("%s, GET", name) << bytes << shortRead();
        QTest::addRow("%s, POST", name) << bytes << shortWrite(Verb::Post);
        QTest::addRow("%s, PUT", name) << bytes << shortWrite(Verb::Put);
    }
}

// HTTP allows it, though it is rare. It must work each time, and not by chance.
void TestTransport::endOfTheConnectionEndsTheAnswer()
{
    QFETCH(QList<QByteArray>, bytes);
    QFETCH(Request, request);
    ClientFixture f(nullptr, 0);
    f.server.setHandler([bytes](const Seen &) {
        Act act = Act::raw(bytes);
        act.paceMs = 1;
        return act;
    });
    for (int i = 0; i < 100; ++i) {
        const auto result = f.call(request);
        QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
        QCOMPARE(result->json.object().value(u"name").toString(), u"x"_s);
    }
    // Qt itself repeats a read now and then.
    if (request.isWrite())
        QCOMPARE(f.server.seen().size(), 100);
}

void TestTransport::brokenAnswerToAWriteIsNoAnswer_data()
{
    cutBodyIsAFailedRead_data();
}

void TestTransport::brokenAnswerToAWriteIsNoAnswer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, resets);
    ClientFixture f;
    f.server.setHandler([&](const Seen &) {
        Act act = Act::raw({bytes});
        act.resets = resets;
        return act;
    });
    for (int i = 0; i < 10; ++i) {
        const auto result = f.call(shortWrite(Verb::Post));
        QVERIFY(!result);
        QVERIFY2(result.error().isEffectUnknown(), qPrintable(result.error().details()));
    }
    QCOMPARE(f.server.count("POST"), 10);
}

// The sanitizers keep what was freed for a while.
#ifdef __SANITIZE_ADDRESS__
static constexpr qint64 mostGrowth = 120'000'000;
#else
static constexpr qint64 mostGrowth = 40'000'000;
#endif

// The most memory that this process ever held, in bytes.
static qint64 mostMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const QByteArray line = text.mid(text.indexOf("VmHWM:") + 6).trimmed();
    return line.left(line.indexOf(' ')).toLongLong() * 1024;
}

void TestTransport::endlessAnswerIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Request>("request");
    for (const int status : {200, 201, 400, 404, 500}) {
        QTest::addRow("%d, GET", status) << status << shortRead(20s);
        QTest::addRow("%d, POST", status) << status << shortWrite(Verb::Post, 20s);
    }
}

void TestTransport::endlessAnswerIsRefused()
{
    QFETCH(int, status);
    QFETCH(Request, request);
    FaultServer server;
    server.setHandler([status](const Seen &) { return Act::fault(Act::Kind::Endless, status); });
    FixedToken token{"token-of-the-tests"};
    RateBudget budget{0};
    Client client({.baseUrl = server.url(), .readRetries = 0, .largestReply = 8'000'000},
                  std::make_unique<Transport>(), &token, &budget);
    const qint64 before = mostMemory();
    const auto result = awaited<Reply>(
        [&](const Handler<Reply> &handler) { client.send(request, &client, handler); });
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"too large"), qPrintable(result.error().details()));
    const qint64 grown = mostMemory() - before;
    QVERIFY2(grown < mostGrowth, qPrintable(QString::number(grown)));
}

void TestTransport::compressedAnswerIsBounded()
{
    // 60 MB that take 60 kB on the way; zlib's own form, without the length Qt writes before it.
    const QByteArray small = qCompress(QByteArray(60'000'000, ' ')).mid(4);
    FaultServer server;
    server.setHandler([&small](const Seen &) {
        return Act::reply(200, small, {{"Content-Encoding", "deflate"}});
    });
    FixedToken token{"token-of-the-tests"};
    RateBudget budget{0};
    Client client({.baseUrl = server.url(), .readRetries = 0, .largestReply = 8'000'000},
                  std::make_unique<Transport>(), &token, &budget);
    const auto result = awaited<Reply>(
        [&](const Handler<Reply> &handler) { client.send(shortRead(), &client, handler); });
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"too large"), qPrintable(result.error().details()));
}

// Also what fills the buffers many times, and what is compressed well beyond the usual.
void TestTransport::compressedAnswerIsReadWhole()
{
    QByteArray noise;
    while (noise.size() < 6'000'000)
        noise += QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    for (const QByteArray &text : {QByteArray("x"), noise, QByteArray(30'000'000, 'x')}) {
        const QByteArray body = R"({"a":")" + text + "\"}";
        for (const bool isCompressed : {true, false}) {
            ClientFixture f(nullptr, 0);
            f.server.setHandler([&](const Seen &) {
                return isCompressed ? Act::reply(200, qCompress(body, 1).mid(4),
                                                 {{"Content-Encoding", "deflate"}})
                                    : Act::reply(200, body);
            });
            const auto result = f.call(shortRead(15s));
            QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
            QVERIFY(result->body == body);
        }
    }
}

void TestTransport::nothingLeavesForASenselessId_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"", ".", "..", "../..", "..\\x", "%2e%2e", "%2E.", "%252e%252e", " ",
                           "/", "..;v=1", "a\r\nX-Header: b", "x/../.."})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestTransport::nothingLeavesForASenselessId()
{
    QFETCH(QString, id);
    using namespace Endpoints;
    const QString good = u"p1"_s;
    const QList<Request> requests{
        listEnvironments(id),
        listPipelines(id),
        getPipeline(id, good),
        getPipeline(good, id),
        createPipeline(id, "{}"),
        updatePipeline(id, good, "{}"),
        updatePipeline(good, id, "{}"),
        deletePipeline(id, good),
        deletePipeline(good, id),
        sendCommand(id, good, PipelineCommand::Start),
        sendCommand(good, id, PipelineCommand::Stop),
        getStatus(id, good),
        getStatus(good, id),
    };
    ClientFixture f;
    for (const Request &request : requests) {
        const auto result = f.call(request);
        QVERIFY(!result);
        QVERIFY2(result.error().summary().startsWith(u"Nothing was sent:"),
                 qPrintable(result.error().summary()));
        QVERIFY(!result.error().isEffectUnknown());
    }
    QCOMPARE(f.server.connections(), 0);
    QCOMPARE(f.client.waiting(), 0);
}

// All that is not for this computer goes there.
class ProxyForAll : public QNetworkProxyFactory
{
public:
    explicit ProxyForAll(const QNetworkProxy &proxy)
        : m_proxy(proxy)
    {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {m_proxy}; }

private:
    const QNetworkProxy m_proxy;
};

void TestTransport::failingProxyIsNamed_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("listens");
    const QList<QPair<const char *, Act>> acts{
        {"403", Act::raw({"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"})},
        {"502", Act::raw({"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno"})},
        {"407", Act::raw({"HTTP/1.1 407 Proxy Authentication Required\r\n"
                          "Proxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n"})},
        {"closed", Act::fault(Act::Kind::Close)},
        {"garbage", Act::fault(Act::Kind::Garbage)},
    };
    for (const Request &request :
         {shortRead(5s), shortWrite(Verb::Post, 5s), shortWrite(Verb::Delete, 5s)}) {
        const QByteArray verb = verbName(request.verb);
        QTest::addRow("%s, refused", verb.constData()) << request << Act() << false;
        for (const auto &[name, act] : acts)
            QTest::addRow("%s, %s", verb.constData(), name) << request << act << true;
    }
}

void TestTransport::failingProxyIsNamed()
{
    QFETCH(Request, request);
    QFETCH(Act, act);
    QFETCH(bool, listens);
    FaultServer proxy;
    const int port = proxy.url().port();
    proxy.setHandler([act](const Seen &) { return act; });
    if (!listens)
        proxy.close();
    QNetworkProxyFactory::setApplicationProxyFactory(new ProxyForAll(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, static_cast<quint16>(port))));
    FixedToken token{"token-of-the-tests"};
    RateBudget budget{0};
    Client client({.baseUrl = QUrl(u"https://maia.invalid/dpc"_s), .readRetries = 0},
                  std::make_unique<Transport>(), &token, &budget);
    const auto result = awaited<Reply>(
        [&](const Handler<Reply> &handler) { client.send(request, &client, handler); });
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    QVERIFY(!result);
    const ApiError &error = result.error();
    QVERIFY2(error.kind == Kind::Network, qPrintable(error.details()));
    QVERIFY2(error.summary().contains(u"the proxy 127.0.0.1:%1"_s.arg(port)),
             qPrintable(error.summary()));
    QVERIFY2(error.nextStep().contains(u"proxy settings"), qPrintable(error.nextStep()));
    QVERIFY(!error.isEffectUnknown());
    for (const Seen &seen : proxy.seen())
        QCOMPARE(seen.method, "CONNECT");
}

void TestTransport::wrongAddressIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Act>("act");
    const QByteArray page = "<html><body>Welcome</body></html>";
    for (const char *path : {"", "/", "/v1", "/dpc/v1", "/dpc/v1/", "/dpc/v1/projects"}) {
        const QString text = QString::fromLatin1(path);
        QTest::addRow("%s, 404", path) << text << Act::reply(404, R"({"detail":"no such path"})");
        QTest::addRow("%s, 403", path)
            << text << Act::reply(403, R"({"message":"Missing Authentication Token"})");
        QTest::addRow("%s, 405", path) << text << Act::reply(405, "");
        QTest::addRow("%s, page", path) << text << Act::reply(200, page);
    }
}

void TestTransport::wrongAddressIsTold()
{
    QFETCH(QString, path);
    QFETCH(Act, act);
    FaultServer server;
    server.setHandler([act](const Seen &) { return act; });
    FixedToken token{"token-of-the-tests"};
    RateBudget budget{0};
    Client client({.baseUrl = server.url(path)}, std::make_unique<Transport>(), &token, &budget);
    const auto result = awaited<Reply>(
        [&](const Handler<Reply> &handler) { client.send(shortRead(), &client, handler); });
    QVERIFY(!result);
    QVERIFY2(result.error().nextStep().contains(u"Try %1."_s.arg(server.url().toString())),
             qPrintable(result.error().nextStep()));

    // With the right one there is nothing to say about it.
    ClientFixture right;
    right.server.setHandler([act](const Seen &) { return act; });
    const auto other = right.call(shortRead());
    QVERIFY(!other);
    QVERIFY(!other.error().nextStep().contains(u"Try http"));
}

void TestTransport::failedSignInHasItsOwnAdvice_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("advice");
    const QString right = u"/oauth/dpc/token"_s;
    const QString moment = u"Try again in a moment."_s;
    const QString check = u"Check the address of the sign-in."_s;
    QTest::newRow("500") << right << Act::reply(500, "boom") << moment;
    QTest::newRow("503") << right << Act::reply(503, "busy") << moment;
    QTest::newRow("502") << right << Act::reply(502, "<html>gateway</html>") << moment;
    QTest::newRow("closed") << right << Act::fault(Act::Kind::Close)
                            << u"Check the connection and the address, then try again."_s;
    QTest::newRow("no token") << right << Act::reply(200, "{}") << check;
    QTest::newRow("page") << right << Act::reply(200, "<html></html>") << check;
    QTest::newRow("404") << right << Act::reply(404, "{}") << check;
    QTest::newRow("404, wrong path") << u"/oauth/token"_s << Act::reply(404, "{}") << u"Try http"_s;
    QTest::newRow("405, wrong path") << u"/dpc"_s << Act::reply(405, "") << u"Try http"_s;
    QTest::newRow("page, wrong path")
        << u"/"_s << Act::reply(200, "<html></html>") << u"Try http"_s;
    QTest::newRow("401") << right << Act::reply(401, R"({"error":"invalid_client"})")
                         << u"Check the client ID and secret, or the token, of this account."_s;
}

void TestTransport::failedSignInHasItsOwnAdvice()
{
    QFETCH(QString, path);
    QFETCH(Act, act);
    QFETCH(QString, advice);
    FaultServer server;
    server.setHandler([act](const Seen &) { return act; });
    ClientCredentials tokens(
        {.tokenUrl = server.url(path), .clientId = u"id"_s, .clientSecret = u"secret"_s},
        std::make_unique<Transport>());
    const auto token = awaited<QByteArray>(
        [&](const Handler<QByteArray> &handler) { tokens.fetch(&tokens, handler); });
    QVERIFY(!token);
    QVERIFY2(token.error().nextStep().contains(advice), qPrintable(token.error().nextStep()));
    QVERIFY2(!token.error().summary().contains(u"not known"), qPrintable(token.error().summary()));
    QVERIFY(!token.error().isEffectUnknown());
    QCOMPARE(server.seen().size(), 1);
}

void TestTransport::connectionCheckNamesTheRightAddress()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::reply(404, R"({"detail":"no such path"})"); });
    Profile profile;
    profile.baseUrl = server.url(u"/dpc/v1"_s);
    profile.signIn = Profile::SignIn::Token;
    ConnectionCheck check(profile, std::make_unique<Transport>(),
                          std::make_unique<FixedToken>("abc"));
    QSignalSpy finished(&check, &ConnectionCheck::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(check.state(ConnectionCheck::ListProjects), ConnectionCheck::State::Failed);
    const QString note =
        check.data(check.index(ConnectionCheck::ListProjects), ConnectionCheck::NoteRole)
            .toString();
    QVERIFY2(note.contains(u"Try %1."_s.arg(server.url().toString())), qPrintable(note));
}

SLUICE_TEST(TestTransport, Core)
#include "tst_transport.moc"
