// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "tests/support/tokenfixture.h"

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// Where tokens come from: renewal at 80 %, one request at a time, plain errors.
class TestTokenSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestHasTheForm();
    void renewsAtFourFifths();
    void lifetimeFallsBack_data();
    void lifetimeFallsBack();
    void oneRequestHoweverManyWait();
    void deadWaiterIsSkipped();
    void oldTokenServesWhileValid();
    void refusalIsNotCovered();
    void errors_data();
    void errors();
    void fixedToken();
};

void TestTokenSource::requestHasTheForm()
{
    Source s;
    const auto token = s.fetch();
    QVERIFY(token);
    QCOMPARE(*token, "token-1");
    const Seen &seen = s.server.seen().constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.target, "/oauth/dpc/token");
    QCOMPARE(seen.header("content-type"), "application/x-www-form-urlencoded");
    QVERIFY(!seen.headers.contains("authorization"));
    QCOMPARE(seen.body, "grant_type=client_credentials&client_id=my%20id%2B1&"
                        "client_secret=s3cr%2Bt%20%26%2F%C3%A4&"
                        "audience=https%3A%2F%2Fapi.matillion.com");
}

void TestTokenSource::renewsAtFourFifths()
{
    Source s;
    QCOMPARE(*s.fetch(), "token-1");
    s.now += 79s;
    QCOMPARE(*s.fetch(), "token-1");
    QCOMPARE(s.server.seen().size(), 1);
    s.now += 1s;
    QCOMPARE(*s.fetch(), "token-2");
}

void TestTokenSource::lifetimeFallsBack_data()
{
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<int>("renewAt");
    QTest::newRow("absent") << QByteArray() << 1440;
    QTest::newRow("null") << QByteArray(",\"expires_in\":null") << 1440;
    QTest::newRow("zero") << QByteArray(",\"expires_in\":0") << 1440;
    QTest::newRow("negative") << QByteArray(",\"expires_in\":-5") << 1440;
    QTest::newRow("text number") << QByteArray(R"(,"expires_in":"50")") << 40;
    QTest::newRow("words") << QByteArray(R"(,"expires_in":"long")") << 1440;
}

void TestTokenSource::lifetimeFallsBack()
{
    QFETCH(QByteArray, expires);
    QFETCH(int, renewAt);
    Source s(R"({"access_token":"token-%1")" + expires + "}");
    QCOMPARE(*s.fetch(), "token-1");
    s.now += std::chrono::seconds(renewAt) - 1s;
    QCOMPARE(*s.fetch(), "token-1");
    s.now += 1s;
    QCOMPARE(*s.fetch(), "token-2");
}

void TestTokenSource::oneRequestHoweverManyWait()
{
    Source s;
    QList<QByteArray> got;
    for (int i = 0; i < 20; ++i)
        s.tokens.fetch(&s.context, [&got](const Result<QByteArray> &token) { got << *token; });
    QTRY_COMPARE(got.size(), 20);
    QCOMPARE(got.count("token-1"), 20);
    QCOMPARE(s.server.seen().size(), 1);
}

void TestTokenSource::deadWaiterIsSkipped()
{
    Source s;
    bool ran = false;
    auto *dead = new QObject;
    s.tokens.fetch(dead, [&ran](const Result<QByteArray> &) { ran = true; });
    delete dead;
    QVERIFY(s.fetch());
    QVERIFY(!ran);
}

void TestTokenSource::oldTokenServesWhileValid()
{
    Source s;
    QCOMPARE(*s.fetch(), "token-1");
    s.now += 82s;
    s.server.then(Act::fault(Act::Kind::Close));
    QCOMPARE(*s.fetch(), "token-1");
    QCOMPARE(*s.fetch(), "token-1"); // the next try is not made at once
    QCOMPARE(s.server.seen().size(), 2);
    s.now += 16s;
    s.server.then(Act::reply(503, "busy"));
    QCOMPARE(*s.fetch(), "token-1");
    QCOMPARE(s.server.seen().size(), 3);
    s.now += 20s; // past its life
    s.server.then(Act::fault(Act::Kind::Close));
    const auto gone = s.fetch();
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Kind::Network);
}

void TestTokenSource::refusalIsNotCovered()
{
    Source s;
    QCOMPARE(*s.fetch(), "token-1");
    s.now += 85s;
    s.server.then(Act::reply(401, R"({"error":"access_denied"})"));
    const auto refused = s.fetch();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Kind::Unauthorized);
}

void TestTokenSource::errors_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Act &act, Kind kind, const QString &message) {
        QTest::newRow(name) << act << static_cast<int>(kind) << message;
    };
    row("401", Act::reply(401, R"({"error":"access_denied","error_description":"Unknown client"})"),
        Kind::Unauthorized, u"Unknown client"_qs);
    row("400", Act::reply(400, R"({"error":"invalid_client"})"), Kind::Unauthorized,
        u"invalid_client"_qs);
    row("403", Act::reply(403, {}), Kind::Unauthorized, {});
    row("404", Act::reply(404, "<h1>Nope</h1>"), Kind::NotFound, u"Nope"_qs);
    row("429", Act::reply(429, "{}", {{"Retry-After", "5"}}), Kind::RateLimited, {});
    row("500", Act::reply(500, "boom"), Kind::Server, u"boom"_qs);
    row("no token", Act::reply(200, R"({"token_type":"Bearer"})"), Kind::BadReply,
        u"the sign-in answer holds no access token"_qs);
    row("bad token", Act::reply(200, R"({"access_token":"a\r\nX-Evil: 1"})"), Kind::BadReply,
        u"the sign-in answer holds no access token"_qs);
    row("HTML", Act::reply(200, "<html></html>"), Kind::BadReply,
        u"the sign-in answer holds no access token"_qs);
    row("redirect", Act::reply(302, {}, {{"Location", "http://localhost:9/x"}}), Kind::BadReply,
        u"it redirects to localhost, which is not followed so that the token goes nowhere else"_qs);
    row("secret comes back", Act::reply(401, R"({"error":"no s3cr+t &/ä here"})"),
        Kind::Unauthorized, u"no *** here"_qs);
    row("encoded secret", Act::reply(401, "client_secret=s3cr%2Bt%20%26%2F%C3%A4"),
        Kind::Unauthorized, u"client_secret=***"_qs);
    row("form-encoded secret", Act::reply(401, "client_secret=s3cr%2Bt+%26%2F%C3%A4"),
        Kind::Unauthorized, u"client_secret=***"_qs);
    // Shortened to 500 characters, which would cut the secret in two.
    const QByteArray filler(495, 'x');
    const QString shortened = QString::fromLatin1(filler) + u"***"_qs;
    row("secret at the cut", Act::reply(401, filler + "s3cr+t &/ä"), Kind::Unauthorized, shortened);
    row("encoded at the cut", Act::reply(401, filler + "s3cr%2Bt%20%26%2F%C3%A4"),
        Kind::Unauthorized, shortened);
    row("form-encoded at the cut", Act::reply(401, filler + "s3cr%2Bt+%26%2F%C3%A4"),
        Kind::Unauthorized, shortened);
    row("too large", Act::reply(200, QByteArray(5'000'000, ' ')), Kind::BadReply,
        u"The answer is too large."_qs);
    row("late", Act::fault(Act::Kind::Silence), Kind::Timeout, u"Operation canceled"_qs);
}

void TestTokenSource::errors()
{
    QFETCH(Act, act);
    QFETCH(int, kind);
    QFETCH(QString, message);
    Source s;
    s.server.then(act);
    const auto result = s.fetch();
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    if (result.error().kind != Kind::Timeout)
        QCOMPARE(result.error().message, message);
    QCOMPARE(result.error().target, u"POST /oauth/dpc/token"_qs);
    QCOMPARE(result.error().host, u"127.0.0.1"_qs);
    QCOMPARE(s.server.seen().size(), 1);
    QVERIFY(s.fetch()); // it is not stuck
}

void TestTokenSource::fixedToken()
{
    FixedToken token(" Bearer abc.def\n");
    std::optional<Result<QByteArray>> result;
    const auto keep = [&result](const Result<QByteArray> &r) { result = r; };
    token.fetch(&token, keep);
    QCOMPARE(**result, "abc.def");
    QVERIFY(!token.invalidate("abc.def"));
    for (const char *bad : {"", "  ", "a b", "a\r\nX: y", "\xc3\xa4"}) {
        FixedToken source(bad);
        source.fetch(&source, keep);
        QVERIFY2(!*result, bad);
        QCOMPARE(result->error().kind, Kind::Unauthorized);
    }
    // As env files have them.
    for (const char *quoted : {"\"abc\"", "'abc'", "Bearer \"abc\"", " 'a.b.c'\n", "\"\""}) {
        FixedToken source(quoted);
        source.fetch(&source, keep);
        QVERIFY2(!*result, quoted);
        QVERIFY2(result->error().summary().contains(u"quotation marks"),
                 qPrintable(result->error().summary()));
    }
    FixedToken single("\"");
    single.fetch(&single, keep);
    QVERIFY(*result);
}

SLUICE_TEST(TestTokenSource, Core)
#include "tst_tokensource.moc"
