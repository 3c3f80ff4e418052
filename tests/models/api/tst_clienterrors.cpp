// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include <QFile>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// The reply ladder: what each answer of a server becomes, and what the user reads of it.
class TestClientErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ladder_data();
    void ladder();
    void goodWithoutJson_data();
    void goodWithoutJson();
    void guidesProblem();
    void problemForms_data();
    void problemForms();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void tokenNeverShows();
    void challengeIsNotAnswered();
    void words_data();
    void words();
};

void TestClientErrors::ladder_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Act &act, Kind kind, const QString &message) {
        QTest::newRow(name) << act << static_cast<int>(kind) << message;
    };
    const QByteArray html =
        "<html><head><title>t</title></head><body><h1>No</h1> &amp; no</body></html>";
    row("400", Act::reply(400, R"({"detail":"wrong"})"), Kind::Rejected, u"wrong"_qs);
    row("401", Act::reply(401, R"({"title":"Unauthorized"})"), Kind::Unauthorized,
        u"Unauthorized"_qs);
    row("403", Act::reply(403, R"({"detail":"no"})"), Kind::Forbidden, u"no"_qs);
    row("404", Act::reply(404, R"({"title":"Not Found"})"), Kind::NotFound, u"Not Found"_qs);
    row("404 cut off", Act::reply(404, R"({"title":"Not)"), Kind::NotFound, u"{\"title\":\"Not"_qs);
    row("404 without a word", Act::reply(404, {}), Kind::NotFound, {});
    row("404 of a gateway", Act::reply(404, html), Kind::BadReply,
        u"it answered 404, but not in the API's words: No & no"_qs);
    row("405", Act::reply(405, {}), Kind::Rejected, {});
    row("409", Act::reply(409, R"({"message":"already running"})"), Kind::Conflict,
        u"already running"_qs);
    row("413", Act::reply(413, "too large"), Kind::Rejected, u"too large"_qs);
    row("415", Act::reply(415, "[]"), Kind::Rejected, {});
    row("422", Act::reply(422, R"({"error":"odd"})"), Kind::Rejected, u"odd"_qs);
    row("500", Act::reply(500, "boom"), Kind::Server, u"boom"_qs);
    row("501", Act::reply(501, R"({"detail":7})"), Kind::Server, uR"({"detail":7})"_qs);
    row("503", Act::reply(503, html), Kind::Server, u"No & no"_qs);
    row("304", Act::reply(304, {}), Kind::BadReply,
        u"it answered 304, which the API does not use"_qs);
    row("empty 200", Act::reply(200, {}), Kind::BadReply, u"the answer is empty"_qs);
    row("204 for a read", Act::reply(204), Kind::BadReply, u"the answer is empty"_qs);
    row("HTML 200", Act::reply(200, html), Kind::BadReply,
        u"the answer is a web page, not JSON"_qs);
    row("text 200", Act::reply(200, "fine"), Kind::BadReply, u"the answer is not JSON"_qs);
    row("array 200", Act::reply(200, "[{}]"), Kind::BadReply,
        u"the answer is a JSON list where an object was expected"_qs);
    row("scalar 200", Act::reply(200, "7"), Kind::BadReply, u"the answer is not JSON"_qs);
    row("cut JSON 200", Act::reply(200, R"({"status":"STR)"), Kind::BadReply,
        u"the JSON of the answer is broken or cut off (line 1, column 15: a text is not closed: a "
        "quote is missing)"_qs);
    row("not UTF-8 200", Act::reply(200, "{\"status\":\"\xff\"}"), Kind::BadReply,
        u"the JSON of the answer is broken or cut off (line 1, column 12: the byte 0xFF is not "
        "UTF-8; the file was probably saved as Latin-1 or Windows-1252, save it as UTF-8)"_qs);
    row("no number 200", Act::reply(200, "{\n \"a\": 007}"), Kind::BadReply,
        u"the JSON of the answer is broken or cut off (line 2, column 7: a number does not start "
        "with 0 in JSON; delete the zero, or put it in quotes when it is a text)"_qs);
    row("infinite number 200", Act::reply(200, R"({"a": -Infinity})"), Kind::BadReply,
        u"the JSON of the answer is broken or cut off (line 1, column 7: this number is not "
        "JSON)"_qs);
}

void TestClientErrors::ladder()
{
    QFETCH(Act, act);
    QFETCH(int, kind);
    QFETCH(QString, message);
    ClientFixture f(nullptr, 0);
    f.server.then(act);
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    const ApiError &error = result.error();
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(error.message, message);
    QCOMPARE(error.httpStatus, act.status);
    QCOMPARE(error.target, u"GET /v1/projects/p1/streaming-pipelines/s1/status"_qs);
    QCOMPARE(error.host, u"127.0.0.1"_qs);
    QCOMPARE(error.requestId.toLatin1(), f.server.seen().constFirst().header("x-request-id"));
    QVERIFY(error.summary().endsWith(u'.'));
    QVERIFY(!error.summary().contains(u".."_qs));
    QVERIFY2(error.details().contains(error.requestId), qPrintable(error.details()));
    QCOMPARE(f.server.seen().size(), 1);
}

void TestClientErrors::goodWithoutJson_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("200 empty") << Act::reply(200, {});
    QTest::newRow("202 empty") << Act::reply(202, {});
    QTest::newRow("200 blanks") << Act::reply(200, " \r\n");
    QTest::newRow("200 list") << Act::reply(200, "[]");
    QTest::newRow("200 null") << Act::reply(200, "null");
    QTest::newRow("202 text in JSON") << Act::reply(202, "\"accepted\"");
    QTest::newRow("204") << Act::reply(204);
    QTest::newRow("200 json") << Act::reply(200, "{}");
}

void TestClientErrors::goodWithoutJson()
{
    QFETCH(Act, act);
    ClientFixture f;
    f.server.then(act);
    const auto result = f.call(shortWrite(Verb::Delete));
    QVERIFY(result);
    QCOMPARE(result->status, act.status);
    QCOMPARE(result->body, act.body);
}

void TestClientErrors::guidesProblem()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-400.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    ClientFixture f;
    f.server.then(Act::reply(400, file.readAll()));
    const auto result = f.call(shortWrite(Verb::Post));
    QVERIFY(!result);
    const QList<Violation> expected{
        {u"streamingTarget.connection.authentication"_qs, u"must not be null"_qs},
        {u"streamingSource.connection.username"_qs, u"must not be empty"_qs}};
    QCOMPARE(result.error().violations, expected);
    QCOMPARE(result.error().summary(),
             u"The server answered 400: \"There are validation errors with the streaming pipeline "
             "definition\"."_qs);
    QVERIFY(result.error().details().contains(
        u"streamingSource.connection.username: must not be empty"_qs));
}

void TestClientErrors::problemForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<Violation>>("violations");
    QTest::newRow("strings") << QByteArray(R"({"violations":["name: is long","b"]})")
                             << QList<Violation>{{{}, u"name: is long"_qs}, {{}, u"b"_qs}};
    QTest::newRow("objects") << QByteArray(
                                    R"({"violations":[{"field":"a.b","message":"bad"},{"x":1}]})")
                             << QList<Violation>{{u"a.b"_qs, u"bad"_qs}};
    QTest::newRow("odd") << QByteArray(R"({"violations":{"a":1},"validation-errors":[null,[],""]})")
                         << QList<Violation>{};
    QTest::newRow("both") << QByteArray(
                                 R"({"validation-errors":[{"field":"f"}],"violations":["g"]})")
                          << QList<Violation>{{u"f"_qs, {}}, {{}, u"g"_qs}};
}

void TestClientErrors::problemForms()
{
    QFETCH(QByteArray, body);
    QFETCH(QList<Violation>, violations);
    ClientFixture f;
    f.server.then(Act::reply(400, body));
    const auto result = f.call(shortWrite(Verb::Post));
    QVERIFY(!result);
    QCOMPARE(result.error().violations, violations);
}

void TestClientErrors::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestClientErrors::redirectIsNotFollowed()
{
    QFETCH(int, status);
    FaultServer elsewhere;
    const QByteArray location =
        "http://localhost:" + QByteArray::number(elsewhere.url().port()) + "/take?token=1";
    for (const Request &request : {shortRead(), shortWrite(Verb::Post), shortWrite(Verb::Delete)}) {
        ClientFixture f;
        f.server.then(Act::reply(status, {}, {{"Location", location}}));
        const auto result = f.call(request);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::BadReply);
        QCOMPARE(result.error().httpStatus, status);
        QVERIFY2(result.error().message.contains(u"redirects to localhost,"),
                 qPrintable(result.error().message));
        QCOMPARE(f.server.seen().size(), 1);
    }
    QCOMPARE(elsewhere.connections(), 0);
}

void TestClientErrors::tokenNeverShows()
{
    ClientFixture f;
    const QList<QByteArray> bodies{
        R"({"detail":"bad Bearer token-of-the-tests"})",
        R"({"violations":["token-of-the-tests"],"title":"token-of-the-tests"})",
        "<b>token-of-the-tests</b>",
        // Shortening must not leave a part of it.
        QByteArray(490, 'x') + " token-of-the-tests",
    };
    for (const QByteArray &body : bodies) {
        f.server.then(Act::reply(400, body));
        const auto result = f.call(shortWrite(Verb::Post));
        QVERIFY(!result);
        const QString text = result.error().details() + result.error().summary();
        QVERIFY2(!text.contains(u"token-of"), qPrintable(text));
        QVERIFY(text.contains(u"***"));
    }
}

void TestClientErrors::challengeIsNotAnswered()
{
    for (const char *challenge :
         {"Bearer", "Basic realm=\"x\"", R"(Digest realm="x", nonce="y")"}) {
        for (const Request &request : {shortRead(), shortWrite(Verb::Post)}) {
            ClientFixture f;
            f.server.then(
                Act::reply(401, R"({"detail":"who"})", {{"WWW-Authenticate", challenge}}));
            const auto result = f.call(request);
            QVERIFY(!result);
            QCOMPARE(result.error().kind, Kind::Unauthorized);
            QCOMPARE(result.error().message, u"who"_qs);
            QCOMPARE(f.server.seen().size(), 1);
        }
    }
}

void TestClientErrors::words_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("summary");
    const QString late = u"No answer from eu1.api.matillion.com in 30 s."_qs;
    const auto row = [](const char *name, const QString &target, Kind kind,
                        const QString &summary) {
        QTest::newRow(name) << target << static_cast<int>(kind) << summary;
    };
    row("read", u"GET /v1/projects"_qs, Kind::Timeout, late);
    row("create", u"POST /v1/projects/p/streaming-pipelines"_qs, Kind::NoAnswer,
        late + u" It is not known whether the pipeline was created."_qs);
    row("update", u"PUT /v1/projects/p/streaming-pipelines/s"_qs, Kind::NoAnswer,
        late + u" It is not known whether the change was saved."_qs);
    row("delete", u"DELETE /v1/projects/p/streaming-pipelines/s"_qs, Kind::NoAnswer,
        late + u" It is not known whether the pipeline was deleted."_qs);
    row("command", u"POST /v1/projects/p/streaming-pipelines/s/commands"_qs, Kind::NoAnswer,
        late + u" It is not known whether the command arrived."_qs);
    row("no connection", u"POST /v1/x"_qs, Kind::Network,
        u"No connection to eu1.api.matillion.com in 30 s."_qs);
}

void TestClientErrors::words()
{
    QFETCH(QString, target);
    QFETCH(int, kind);
    QFETCH(QString, summary);
    ApiError error;
    error.kind = static_cast<Kind>(kind);
    error.effect = error.kind == Kind::NoAnswer ? Effect::Unknown : Effect::None;
    error.target = target;
    error.host = u"eu1.api.matillion.com"_qs;
    error.waited = 30s;
    QCOMPARE(error.summary(), summary);
    QVERIFY(error.nextStep().endsWith(u'.'));
}

SLUICE_TEST(TestClientErrors, Core)
#include "tst_clienterrors.moc"
