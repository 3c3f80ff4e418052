// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include "tests/support/nginxprocess.h"

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// The client on a server that speaks HTTP/2 over TLS and closes connections by GOAWAY.
class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsSurviveGoaway();
    void writesReachTheServerOnce_data();
    void writesReachTheServerOnce();
    void cutWriteIsUnknown_data();
    void cutWriteIsUnknown();
    void strangerIsNotTrusted();

private:
    struct Peer {
        explicit Peer(int requestsPerConnection, bool trust = true)
            : nginx(requestsPerConnection)
            , client(
                  {.baseUrl = nginx.url(), .retryPause = 5ms},
                  std::make_unique<Transport>(Transport::Settings{
                      .ssl = trust ? nginx.trusting() : QSslConfiguration::defaultConfiguration()}),
                  &token, &budget)
        {}

        Result<Reply> call(const Request &request)
        {
            return awaited<Reply>(
                [&](const Handler<Reply> &handler) { client.send(request, &client, handler); });
        }

        NginxProcess nginx;
        FixedToken token{"t"};
        RateBudget budget{0};
        Client client;
    };
};

void TestHttp2::initTestCase()
{
    const Peer peer(10);
    if (!peer.nginx.problem().isEmpty())
        QSKIP(qPrintable(peer.nginx.problem()));
}

void TestHttp2::readsSurviveGoaway()
{
    Peer peer(50);
    constexpr int calls = 1000;
    int good = 0;
    int done = 0;
    int most = 0;
    QString first;
    QEventLoop loop;
    for (int i = 0; i < calls; ++i)
        peer.client.send(shortRead(20s), &peer.client, [&](const Result<Reply> &result) {
            good += result ? 1 : 0;
            most = std::max(most, peer.client.inFlight());
            if (!result && first.isEmpty())
                first = result.error().details();
            if (++done == calls)
                loop.quit();
        });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY2(good == calls,
             qPrintable(QStringLiteral("%1 of %2; %3").arg(good).arg(done).arg(first)));
    QVERIFY2(most > 24 && most <= 64, qPrintable(QString::number(most)));
    QCOMPARE(peer.nginx.log().constLast().protocol, "HTTP/2.0");
}

void TestHttp2::writesReachTheServerOnce_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("POST") << shortWrite(Verb::Post, 10s);
    QTest::newRow("PUT") << shortWrite(Verb::Put, 10s);
    QTest::newRow("DELETE") << shortWrite(Verb::Delete, 10s);
}

void TestHttp2::writesReachTheServerOnce()
{
    QFETCH(Request, request);
    Peer peer(10);
    QVERIFY(peer.call(shortRead())); // the protocol is known
    constexpr int calls = 200;
    int done = 0;
    QHash<QByteArray, bool> outcome; // request id -> the call succeeded
    QList<ApiError> errors;
    QEventLoop loop;
    for (int i = 0; i < calls; ++i)
        peer.client.send(request, &peer.client, [&](const Result<Reply> &result) {
            const QString id = result ? result->requestId : result.error().requestId;
            outcome.insert(id.toLatin1(), bool(result));
            if (!result)
                errors << result.error();
            if (++done == calls)
                loop.quit();
        });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    QCOMPARE(done, calls);
    // The server writes its log a moment after its answer.
    const int good = static_cast<int>(std::count(outcome.cbegin(), outcome.cend(), true));
    QTRY_VERIFY(peer.nginx.log().size() > good);
    QHash<QByteArray, int> seen;
    for (const auto &entry : peer.nginx.log())
        ++seen[entry.requestId];
    for (auto it = outcome.cbegin(); it != outcome.cend(); ++it) {
        QVERIFY2(seen.value(it.key()) <= 1, it.key());
        if (it.value())
            QCOMPARE(seen.value(it.key()), 1);
    }
    for (const ApiError &error : std::as_const(errors)) {
        const bool fits = error.isEffectUnknown() || (error.kind == Kind::Network &&
                                                      !seen.contains(error.requestId.toLatin1()));
        QVERIFY2(fits, qPrintable(error.details()));
    }
}

void TestHttp2::cutWriteIsUnknown_data()
{
    writesReachTheServerOnce_data();
}

void TestHttp2::cutWriteIsUnknown()
{
    QFETCH(Request, request);
    Peer peer(1000);
    request.path = u"/close"_qs;
    const auto fresh = peer.call(request);
    QVERIFY(!fresh);
    QCOMPARE(fresh.error().effect, Effect::Unknown);
    QVERIFY(peer.call(shortRead()));
    const auto kept = peer.call(request);
    QVERIFY(!kept);
    QCOMPARE(kept.error().effect, Effect::Unknown);
    QVERIFY(peer.call(shortRead()));
    int writes = 0;
    for (const auto &entry : peer.nginx.log())
        writes += entry.method == verbName(request.verb) ? 1 : 0;
    QCOMPARE(writes, 2);
}

void TestHttp2::strangerIsNotTrusted()
{
    Peer peer(1000, false);
    for (const Request &request :
         {shortRead(), shortWrite(Verb::Post), shortWrite(Verb::Put), shortWrite(Verb::Delete)}) {
        const auto result = peer.call(request);
        QVERIFY(!result);
        QVERIFY2(result.error().kind == Kind::Tls, qPrintable(result.error().details()));
        QVERIFY(!result.error().message.isEmpty());
    }
    QVERIFY(peer.nginx.log().isEmpty());
}

SLUICE_TEST(TestHttp2, Core)
#include "tst_http2.moc"
