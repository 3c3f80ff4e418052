// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// Tokens, rate, methods, media types, sizes, and many clients at once.
class TestSandboxLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void issuesTokens();
    void refusesTokenRequests_data();
    void refusesTokenRequests();
    void readsPercentAndPlusInForms();
    void needsAToken_data();
    void needsAToken();
    void letsTokensExpire();
    void limitsTheRate();
    void limitsNoRateWhenToldSo();
    void namesTheRightMethods_data();
    void namesTheRightMethods();
    void needsTheLengthOnlyWhereABodyBelongs();
    void answersHead();
    void tellsTheDate();
    void takesClientsByBasic_data();
    void takesClientsByBasic();
    void servesBesideManyIdleConnections_data();
    void servesBesideManyIdleConnections();
    void closesSlowHeads();
    void refusesOtherMediaTypes();
    void refusesLargeBodies();
    void ignoresTheAccountHeader();
    void servesManyClients();

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Talk> m_talk;
};

void TestSandboxLimits::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringList{u"--rate-limit"_s, u"0"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m_talk = std::make_unique<Talk>(*m_sandbox);
}

void TestSandboxLimits::cleanup()
{
    m_talk.reset();
    m_sandbox.reset();
}

void TestSandboxLimits::issuesTokens()
{
    const Talk::Reply reply = m_talk->requestToken(m_talk->goodForm());
    QCOMPARE(reply.status, 200);
    const QJsonObject json = reply.json();
    QCOMPARE(json.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(json.value("expires_in"_L1).toInt(), 1800);
    QCOMPARE(json.value("scope"_L1).toString(), u"pipeline-execution"_s);
    const QByteArray token = json.value("access_token"_L1).toString().toLatin1();
    QVERIFY(token.size() >= 32);
    QVERIFY("Bearer " + token != m_talk->authorization());
    for (const char *scheme : {"Bearer ", "bearer ", "BEARER "}) { // the guide writes both
        m_talk->setAuthorization(scheme + token);
        QCOMPARE(m_talk->get(u"/v1/projects"_s).status, 200);
    }
}

void TestSandboxLimits::refusesTokenRequests_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *good, const char *bad, int status,
                        const QString &error) {
        QTest::newRow(name) << QByteArray(good) << QByteArray(bad) << status << error;
    };
    row("unknown client", "client_id=", "client_id=x", 401, u"access_denied"_s);
    row("wrong secret", "client_secret=", "client_secret=x", 401, u"access_denied"_s);
    row("wrong grant", "grant_type=client_credentials", "grant_type=password", 400,
        u"unsupported_grant_type"_s);
    row("no grant", "grant_type=", "x=", 400, u"invalid_request"_s);
    row("no client", "client_id=", "x=", 400, u"invalid_request"_s);
    row("no secret", "client_secret=", "x=", 400, u"invalid_request"_s);
    row("wrong audience", "audience=https", "audience=http", 400, u"invalid_request"_s);
}

void TestSandboxLimits::refusesTokenRequests()
{
    QFETCH(const QByteArray, good);
    QFETCH(const QByteArray, bad);
    QByteArray form = m_talk->goodForm();
    QVERIFY(form.contains(good));
    const Talk::Reply reply = m_talk->requestToken(form.replace(good, bad));
    QTEST(reply.status, "status");
    QTEST(reply.json().value("error"_L1).toString(), "error");
    QVERIFY(!reply.json().value("error_description"_L1).toString().isEmpty());
}

void TestSandboxLimits::readsPercentAndPlusInForms()
{
    QByteArray form = m_talk->goodForm().replace("_credentials", "%5Fcredentials");
    QCOMPARE(m_talk->requestToken(form).status, 200);
    QCOMPARE(m_talk->requestToken(form, "application/x-www-form-urlencoded; charset=UTF-8").status,
             200);
    QCOMPARE(m_talk->requestToken("{}", "application/json").status, 415);
}

void TestSandboxLimits::needsAToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("none") << QByteArray() << QByteArray("Bearer");
    QTest::newRow("unknown") << QByteArray("Bearer abc")
                             << QByteArray(R"(Bearer error="invalid_token")");
    QTest::newRow("empty") << QByteArray("Bearer ")
                           << QByteArray(R"(Bearer error="invalid_token")");
    QTest::newRow("basic") << QByteArray("Basic YTpi")
                           << QByteArray(R"(Bearer error="invalid_token")");
}

void TestSandboxLimits::needsAToken()
{
    QFETCH(const QByteArray, authorization);
    m_talk->setAuthorization(authorization);
    const Talk::Reply reply = m_talk->post(guidePipelines, guideFile(u"create-request.json"_s));
    QCOMPARE(reply.status, 401);
    QTEST(reply.header("WWW-Authenticate"), "challenge");
    QCOMPARE(reply.json().value("status"_L1).toInt(), 401);
    QCOMPARE(reply.json().value("instance"_L1).toString(), guidePipelines);
}

void TestSandboxLimits::letsTokensExpire()
{
    SandboxProcess sandbox({u"--token-lifetime"_s, u"1"_s});
    Talk talk(sandbox);
    QCOMPARE(talk.get(u"/v1/projects"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(talk.get(u"/v1/projects"_s).status, 401, 10000);
    const Talk::Reply renewed = talk.requestToken(talk.goodForm());
    QCOMPARE(renewed.json().value("expires_in"_L1).toInt(), 1);
}

void TestSandboxLimits::limitsTheRate()
{
    SandboxProcess sandbox({u"--rate-limit"_s, u"20"_s});
    Talk talk(sandbox);
    QElapsedTimer timer;
    timer.start();
    int served = 0;
    Talk::Reply reply;
    while ((reply = talk.get(u"/v1/projects"_s)).status == 200)
        ++served;
    // The bucket holds 20 tokens, and gets one more every 3 s.
    QVERIFY(served >= 20);
    QVERIFY(served <= 20 + timer.elapsed() / 3000 + 1);
    QCOMPARE(reply.status, 429);
    const int wait = reply.header("Retry-After").toInt();
    QVERIFY(wait >= 1 && wait <= 3);
    QCOMPARE(reply.json().value("title"_L1).toString(), u"Too Many Requests"_s);
    QCOMPARE(talk.requestToken(talk.goodForm()).status, 200); // not counted
    bool isServedAgain = false; // remembered, as one more request would be over the limit again
    QTRY_VERIFY_WITH_TIMEOUT(
        isServedAgain = isServedAgain || talk.get(u"/v1/projects"_s).status == 200, 10000);
}

void TestSandboxLimits::limitsNoRateWhenToldSo()
{
    for (int i = 0; i < 1100; ++i) // more than the default limit of a minute
        QCOMPARE(m_talk->get(u"/v1/projects"_s).status, 200);
}

void TestSandboxLimits::namesTheRightMethods_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("allow");
    const QString any = u"00000000-1111-4222-8333-444444444444"_s;
    const auto row = [](const char *verb, const QString &path, const char *allow) {
        QTest::addRow("%s %s", verb, qPrintable(path))
            << QByteArray(verb) << path << QByteArray(allow);
    };
    row("POST", u"/v1/projects"_s, "GET, HEAD");
    row("OPTIONS", u"/v1/projects"_s, "GET, HEAD");
    row("DELETE", u"/v1/projects/%1/environments"_s.arg(any), "GET, HEAD");
    row("PUT", guidePipelines, "GET, HEAD, POST");
    row("PATCH", guidePipelines + u'/' + any, "GET, HEAD, PUT, DELETE");
    row("GET", guidePipelines + u'/' + any + u"/commands"_s, "POST");
    row("POST", guidePipelines + u'/' + any + u"/status"_s, "GET, HEAD");
    row("PUT", u"/v1/agents/"_s + any, "GET, HEAD, PATCH, DELETE");
    row("PUT", u"/v1/agents"_s, "GET, HEAD, POST");
    row("GET", u"/v1/agents/%1/commands"_s.arg(any), "POST");
    row("DELETE", u"/v1/agents/%1/credentials"_s.arg(any), "GET, HEAD, POST");
    row("POST", u"/v1/events"_s, "GET, HEAD");
    row("DELETE", u"/v1/consumption"_s, "GET, HEAD");
}

void TestSandboxLimits::namesTheRightMethods()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QString, path);
    const Talk::Reply reply = m_talk->send(verb, path, "{}");
    QCOMPARE(reply.status, 405);
    QTEST(reply.header("Allow"), "allow");
}

// Qt always sends the length, so these requests use a plain socket.
static QByteArray bare(const SandboxProcess &sandbox, const QByteArray &head)
{
    QTcpSocket socket;
    socket.connectToHost(sandbox.url().host(), static_cast<quint16>(sandbox.url().port()));
    if (!socket.waitForConnected())
        return {};
    socket.write(head + "\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer.left(answer.indexOf("\r\n\r\n") + 2);
}

void TestSandboxLimits::needsTheLengthOnlyWhereABodyBelongs()
{
    const QByteArray token = "Authorization: " + m_talk->authorization() + "\r\n";
    const QByteArray wrong = bare(*m_sandbox, "PATCH /dpc/v1/projects HTTP/1.1\r\n" + token);
    QVERIFY2(wrong.startsWith("HTTP/1.1 405 "), wrong);
    QVERIFY2(wrong.contains("\r\nAllow: GET, HEAD\r\n"), wrong);
    const QByteArray right = bare(*m_sandbox, "POST /dpc/v1/agents HTTP/1.1\r\n" + token);
    QVERIFY2(right.startsWith("HTTP/1.1 411 "), right);
    const QByteArray tokens = bare(*m_sandbox, "POST /oauth/dpc/token HTTP/1.1\r\n");
    QVERIFY2(tokens.startsWith("HTTP/1.1 411 "), tokens);
    // No header that clients would read for nothing.
    const QByteArray read = bare(*m_sandbox, "GET /dpc/v1/projects HTTP/1.1\r\n" + token);
    QVERIFY2(read.startsWith("HTTP/1.1 200 "), read);
    QVERIFY2(!read.contains("Keep-Alive"), read);
}

void TestSandboxLimits::answersHead()
{
    for (const QString &path :
         {u"/v1/projects"_s, guidePipelines, u"/v1/agents"_s, u"/v1/none"_s}) {
        const Talk::Reply get = m_talk->get(path);
        const Talk::Reply head = m_talk->send("HEAD", path, {}, {});
        QCOMPARE(head.status, get.status);
        QCOMPARE(head.body, QByteArray());
        QCOMPARE(head.header("Content-Type"), get.header("Content-Type"));
        QCOMPARE(head.header("Content-Length"), get.header("Content-Length"));
    }
}

void TestSandboxLimits::tellsTheDate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Talk::Reply &reply :
         {m_talk->get(u"/v1/projects"_s), m_talk->get(u"/v1/none"_s),
          m_talk->send("PATCH", u"/v1/projects"_s, "{}"), m_talk->requestToken("x=y")}) {
        const QByteArray text = reply.header("Date");
        QVERIFY2(text.endsWith(" GMT") && text.size() == 29, text.constData());
        QDateTime utc = QLocale::c().toDateTime(QString::fromLatin1(text),
                                                u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        utc.setTimeSpec(Qt::UTC);
        QVERIFY2(utc.isValid() && qAbs(now.secsTo(utc)) < 30, text.constData());
    }
}

void TestSandboxLimits::takesClientsByBasic_data()
{
    QTest::addColumn<QString>("id"); // %1 and %2: the right ones
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("status");
    QTest::newRow("right") << u"%1"_s << u"%2"_s << 200;
    QTest::newRow("encoded") << u"%%1"_s << u"%%2"_s << 200;
    QTest::newRow("wrong id") << u"x%1"_s << u"%2"_s << 401;
    QTest::newRow("wrong secret") << u"%1"_s << u"%2x"_s << 401;
    QTest::newRow("no secret") << u"%1"_s << QString() << 400;
    QTest::newRow("no id") << QString() << u"%2"_s << 400;
    QTest::newRow("exchanged") << u"%2"_s << u"%1"_s << 401;
}

void TestSandboxLimits::takesClientsByBasic()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    const auto fill = [this](QString text) {
        const bool isEncoded = text.startsWith(u"%%"_s);
        text = isEncoded ? text.mid(1) : text;
        text.replace(u"%1"_s, m_sandbox->clientId()).replace(u"%2"_s, m_sandbox->clientSecret());
        if (!isEncoded)
            return text.toUtf8();
        // Encodes also characters that need no encoding.
        QByteArray all;
        const QByteArray plain = text.toUtf8();
        for (const char c : plain)
            all += '%' + QByteArray(1, c).toHex();
        return all;
    };
    QNetworkAccessManager network;
    QNetworkRequest request(m_sandbox->tokenUrl());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Authorization", "Basic " + (fill(id) + ':' + fill(secret)).toBase64());
    std::unique_ptr<QNetworkReply> reply(network.post(request, "grant_type=client_credentials"));
    QTRY_VERIFY(reply->isFinished());
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    QTEST(status, "status");
    QCOMPARE(reply->rawHeader("WWW-Authenticate").startsWith("Basic"), status == 401);
}

// Connections that send nothing, or send slowly, block nobody.
void TestSandboxLimits::servesBesideManyIdleConnections_data()
{
    QTest::addColumn<int>("connections");
    QTest::addColumn<QByteArray>("said");
    const QByteArray head = "GET /dpc/v1/projects HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    QTest::newRow("idle") << 600 << QByteArray();
    QTest::newRow("one byte") << 600 << QByteArray("G");
    QTest::newRow("half a head") << 600 << head;
    QTest::newRow("after a request") << 600 << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
}

void TestSandboxLimits::servesBesideManyIdleConnections()
{
    QFETCH(int, connections);
    QFETCH(QByteArray, said);
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < connections; ++i) {
        auto &socket = idle.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(m_sandbox->url().host(), quint16(m_sandbox->url().port()));
        QVERIFY(socket->waitForConnected());
        socket->write(said);
        socket->flush();
    }
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        Talk talk(*m_sandbox); // with its own connections
        QCOMPARE(talk.get(u"/v1/projects"_s).status, 200);
    }
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestSandboxLimits::closesSlowHeads()
{
    QTcpSocket slow;
    slow.connectToHost(m_sandbox->url().host(), quint16(m_sandbox->url().port()));
    QVERIFY(slow.waitForConnected());
    // Single bytes do not extend the time.
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow, [&slow] { slow.write("x"); });
    drip.start(100);
    QTRY_VERIFY_WITH_TIMEOUT(slow.state() == QAbstractSocket::UnconnectedState, 8000);
    QVERIFY(slow.readAll().startsWith("HTTP/1.1 408 "));
}

void TestSandboxLimits::refusesOtherMediaTypes()
{
    const QByteArray body = QJsonDocument(guideFile(u"create-request.json"_s)).toJson();
    for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "application/jsonp",
                             "multipart/form-data; boundary=x"})
        QCOMPARE(m_talk->send("POST", guidePipelines, body, type).status, 415);
    for (const char *type : {"application/json; charset=utf-8", "Application/JSON"})
        QCOMPARE(m_talk->send("POST", guidePipelines, body, type).status, 201);
    QCOMPARE(m_talk->send("PUT", guidePipelines + u"/x"_s, body, "text/plain").status, 415);
}

void TestSandboxLimits::refusesLargeBodies()
{
    QJsonObject definition = guideFile(u"create-request.json"_s);
    definition.insert("padding"_L1, QString(qsizetype(10) * 1024 * 1024, u'x'));
    const Talk::Reply reply = m_talk->post(guidePipelines, definition);
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.json().value("status"_L1).toInt(), 413);
    definition.insert("padding"_L1, QString(qsizetype(9) * 1024 * 1024, u'x'));
    QCOMPARE(m_talk->post(guidePipelines, definition).status, 201);
}

void TestSandboxLimits::ignoresTheAccountHeader()
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->url().toString() + u"/v1/projects"_s));
    request.setRawHeader("Authorization", m_talk->authorization());
    request.setRawHeader("account-id", "any");
    std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
}

void TestSandboxLimits::servesManyClients()
{
    constexpr int clients = 16;
    constexpr int each = 25;
    std::atomic<int> created = 0;
    std::vector<std::thread> threads;
    threads.reserve(clients);
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&] {
            Talk talk(*m_sandbox);
            const QJsonObject body = guideFile(u"create-request.json"_s);
            for (int i = 0; i < each; ++i) {
                const QString id = talk.post(guidePipelines, body)
                                       .json()
                                       .value("streamingPipelineId"_L1)
                                       .toString();
                const QString path = guidePipelines + u'/' + id;
                if (talk.statusOf(path) == "NOT_RUNNING"_L1 &&
                    (i % 5 != 0 || talk.remove(path).status == 204))
                    ++created;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(created.load(), clients * each);
    QCOMPARE(m_talk->get(guidePipelines).json().value("total"_L1).toInt(),
             clients * (each - each / 5));
}

SLUICE_TEST(TestSandboxLimits, Core)
#include "tst_sandboxlimits.moc"
