// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookdelivery.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr auto content = R"({"text":"a"})";

} // namespace

// One message to a real server on this computer.
class TestWebhookDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMessageArrivesOnce();
    void whatMayHaveArrivedIsNotRepeated_data();
    void whatMayHaveArrivedIsNotRepeated();
    void aWaitIsKept_data();
    void aWaitIsKept();
    void aLongWaitIsNotWaitedFor();
    void fiveTriesAreAll();
    void whoRefusesIsTriedAgain();
    void anUnknownHostIsTriedAgain();
    void aRedirectIsNotFollowed();
    void aPageIsNoWebhook();
    void aSlowAnswerIsNotRepeated();
    void textsNameTheHostAlone();

private:
    WebhookOutcome deliver(const QUrl &url);

    QUrl url() const
    {
        QUrl url = m_server->url(u"/hook/s3cret"_s);
        url.setQuery(u"key=alsosecret"_s);
        return url;
    }

    std::unique_ptr<FaultServer> m_server;
    WebhookDelivery::Rules m_rules;
};

void TestWebhookDelivery::init()
{
    m_server = std::make_unique<FaultServer>();
    m_rules = {};
    m_rules.firstPause = 10ms;
    m_rules.answerLimit = 30s; // also while the machine is busy
}

WebhookOutcome TestWebhookDelivery::deliver(const QUrl &url)
{
    WebhookDelivery delivery(url, content, m_rules);
    const QSignalSpy finished(&delivery, &WebhookDelivery::finished);
    delivery.start();
    if (!finished.isEmpty() ||
        !QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000))
        return {};
    const auto outcome = finished.constFirst().constFirst().value<WebhookOutcome>();
    // No text may hold the secret part of the address.
    if (outcome.text.contains(u"s3cret"_s) || outcome.text.contains(u"alsosecret"_s))
        QTest::qFail("The text holds the address", __FILE__, __LINE__);
    return outcome;
}

void TestWebhookDelivery::aMessageArrivesOnce()
{
    m_server->then(Act::reply(200, "ok"));
    const WebhookOutcome outcome = deliver(url());
    QVERIFY2(outcome.isDelivered, qPrintable(outcome.text));
    QCOMPARE(outcome.text, u"127.0.0.1 took the message (status 200)."_s);
    QCOMPARE(m_server->seen().size(), 1);
    const Seen &seen = m_server->seen().constFirst();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/hook/s3cret?key=alsosecret"));
    QCOMPARE(seen.header("content-type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(seen.header("content-length"), QByteArray("12"));
    QVERIFY(seen.header("user-agent").startsWith("Sluice/"));
    QVERIFY(!seen.headers.contains("authorization"));
    QCOMPARE(seen.body, QByteArray(content));
}

void TestWebhookDelivery::whatMayHaveArrivedIsNotRepeated_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("word");
    QTest::newRow("500") << Act::reply(500) << u"fault (status 500)"_s;
    QTest::newRow("503 without a wait") << Act::reply(503) << u"fault (status 503)"_s;
    QTest::newRow("400") << Act::reply(400) << u"kind"_s;
    QTest::newRow("403") << Act::reply(403) << u"refused the message"_s;
    QTest::newRow("404") << Act::reply(404) << u"Make a new one"_s;
    QTest::newRow("429 without a wait") << Act::reply(429) << u"no more messages"_s;
    QTest::newRow("closed") << Act::fault(Act::Kind::Close) << u"not sent again"_s;
    QTest::newRow("no HTTP") << Act::fault(Act::Kind::Garbage) << u"not sent again"_s;
    QTest::newRow("silence") << Act::fault(Act::Kind::Silence) << u"in time"_s;
}

void TestWebhookDelivery::whatMayHaveArrivedIsNotRepeated()
{
    QFETCH(const Act, act);
    QFETCH(const QString, word);
    m_server->then(act);
    if (act.kind == Act::Kind::Silence)
        m_rules.answerLimit = 1s;
    const WebhookOutcome outcome = deliver(url());
    QVERIFY(!outcome.isDelivered);
    QVERIFY2(outcome.text.contains(word), qPrintable(outcome.text));
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(m_server->seen().size(), 1);
}

void TestWebhookDelivery::aWaitIsKept_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("429") << 429;
    QTest::newRow("503") << 503;
}

void TestWebhookDelivery::aWaitIsKept()
{
    QFETCH(const int, status);
    m_server->then(Act::reply(status, {}, {{"Retry-After", "1"}}));
    m_server->then(Act::reply(204, {}));
    QElapsedTimer passed;
    passed.start();
    const WebhookOutcome outcome = deliver(url());
    QVERIFY2(outcome.isDelivered, qPrintable(outcome.text));
    QCOMPARE(outcome.tries, 2);
    QVERIFY(passed.elapsed() >= 950);
    QCOMPARE(m_server->seen().constFirst().body, m_server->seen().constLast().body);
}

void TestWebhookDelivery::aLongWaitIsNotWaitedFor()
{
    m_server->then(Act::reply(429, {}, {{"Retry-After", "7200"}}));
    const WebhookOutcome outcome = deliver(url());
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.text,
             u"127.0.0.1 takes no messages for 120 min (status 429). Try again after that."_s);
    QCOMPARE(m_server->seen().size(), 1);
}

void TestWebhookDelivery::fiveTriesAreAll()
{
    m_server->setHandler([](const Seen &) { return Act::reply(503, {}, {{"Retry-After", "0"}}); });
    const WebhookOutcome outcome = deliver(url());
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.tries, 5);
    QCOMPARE(m_server->seen().size(), 5);
}

void TestWebhookDelivery::whoRefusesIsTriedAgain()
{
    const QUrl address = url();
    m_server->close();
    const WebhookOutcome outcome = deliver(address);
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.tries, 5);
    QCOMPARE(outcome.text, u"127.0.0.1 refused the connection. Check the address, and whether the "
                           "service runs."_s);
}

void TestWebhookDelivery::anUnknownHostIsTriedAgain()
{
    m_rules.tries = 2;
    const WebhookOutcome outcome = deliver(QUrl(u"https://nobody.invalid/s3cret"_s));
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.tries, 2);
    QVERIFY2(outcome.text.startsWith(u"nobody.invalid "_s), qPrintable(outcome.text));
}

void TestWebhookDelivery::aRedirectIsNotFollowed()
{
    FaultServer other;
    m_server->then(Act::reply(307, {}, {{"Location", other.url(u"/elsewhere"_s).toEncoded()}}));
    const WebhookOutcome outcome = deliver(url());
    QVERIFY(!outcome.isDelivered);
    QVERIFY2(outcome.text.contains(u"leads elsewhere (status 307)"_s), qPrintable(outcome.text));
    QVERIFY(other.seen().isEmpty());
    QCOMPARE(m_server->seen().size(), 1);
}

void TestWebhookDelivery::aPageIsNoWebhook()
{
    m_server->then(Act::reply(200, "\n<!DOCTYPE html><html>Sign in /hook/s3cret</html>",
                              {{"Content-Type", "text/html"}}));
    const WebhookOutcome outcome = deliver(url());
    QVERIFY(!outcome.isDelivered);
    QVERIFY2(outcome.text.contains(u"web page (status 200)"_s), qPrintable(outcome.text));
    // Slack's own answer has that type, too.
    m_server->then(Act::reply(200, "ok", {{"Content-Type", "text/html"}}));
    QVERIFY(deliver(url()).isDelivered);
}

void TestWebhookDelivery::aSlowAnswerIsNotRepeated()
{
    m_rules.answerLimit = 1s;
    // The status has come: that is an answer.
    m_server->then(Act::fault(Act::Kind::StallBody, 200, "a long answer"));
    QVERIFY(deliver(url()).isDelivered);
    QCOMPARE(m_server->seen().size(), 1);
}

void TestWebhookDelivery::textsNameTheHostAlone()
{
    m_server->then(Act::reply(302, "s3cret", {{"Location", "https://b.example/s3cret"}}));
    const WebhookOutcome outcome = deliver(url());
    QVERIFY2(outcome.text.startsWith(u"127.0.0.1 "_s), qPrintable(outcome.text));
    QVERIFY(!outcome.text.contains(QString::number(url().port())));
}

SLUICE_TEST(TestWebhookDelivery, Core)
#include "tst_webhookdelivery.moc"
