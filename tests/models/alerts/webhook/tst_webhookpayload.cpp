// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookaddress.h"
#include "models/alerts/webhook/webhookpayload.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

const QDateTime since(QDate(2026, 3, 1), QTime(3, 12, 52), Qt::UTC);

WebhookMessage::Item itemOf(const QString &name)
{
    WebhookMessage::Item item;
    item.id = u"1772334772-7"_s;
    item.rule = u"stopped"_s;
    item.title = name + u" stopped unexpectedly"_s;
    item.known = u"It failed, or somebody else stopped it."_s;
    item.place = u"PROD-EU › Sales"_s;
    item.since = since;
    item.pipelines = {{{u"acc"_s, u"p1"_s, u"id1"_s}, name}};
    return item;
}

WebhookMessage messageOf(const QList<WebhookMessage::Item> &items)
{
    WebhookMessage message;
    message.items = items;
    message.summary = items.size() == 1 ? items.constFirst().title : u"2 more alerts"_s;
    return message;
}

QByteArray payload(WebhookKind kind, const WebhookMessage &message)
{
    return WebhookPayload(kind).of(message);
}

} // namespace

// What is posted, byte for byte.
class TestWebhookPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasTheFacts();
    void jsonOfASettledOne();
    void slackIsPlainText();
    void slackTellsManyInLines();
    void teamsIsACardOfPlainText();
    void aTestSaysThatItIsOne();
    void namesMentionNobody();
    void hiddenCharactersAreShown();
    void manyPipelinesAreNamedInPart();
    void addresses_data();
    void addresses();
    void hostsTellTheKind();
};

void TestWebhookPayload::jsonHasTheFacts()
{
    const QByteArray expected =
        R"({"alerts":[{"id":"1772334772-7","pipelines":[{"id":"id1","name":"orders",)"
        R"("project":"p1"}],"place":"PROD-EU › Sales","rule":"stopped","settled":null,)"
        R"("since":"2026-03-01T03:12:52Z","text":"It failed, or somebody else stopped )"
        R"(it.","title":"orders stopped unexpectedly"}],"event":"raised","more":0,)"
        R"("source":"sluice","summary":"orders stopped unexpectedly"})";
    QCOMPARE(payload(WebhookKind::Json, messageOf({itemOf(u"orders"_s)})), expected);
}

void TestWebhookPayload::jsonOfASettledOne()
{
    WebhookMessage::Item item = itemOf(u"orders"_s);
    item.settled = since.addSecs(90);
    WebhookMessage message = messageOf({item});
    message.event = WebhookMessage::Event::Settled;
    const QByteArray bytes = payload(WebhookKind::Json, message);
    QVERIFY2(bytes.contains("\"settled\":\"2026-03-01T03:14:22Z\""), bytes.constData());
    QVERIFY2(bytes.contains("\"event\":\"settled\""), bytes.constData());
    QVERIFY2(bytes.contains("\"id\":\"1772334772-7\""), bytes.constData());
}

void TestWebhookPayload::slackIsPlainText()
{
    const QByteArray expected =
        R"({"mrkdwn":false,"text":"a &lt;b&gt; &amp; *c* stopped unexpectedly\n)"
        R"(It failed, or somebody else stopped it.\n)"
        R"(PROD-EU › Sales · since 2026-03-01 03:12:52 UTC","unfurl_links":false})";
    QCOMPARE(payload(WebhookKind::Slack, messageOf({itemOf(u"a <b> & *c*"_s)})), expected);
}

void TestWebhookPayload::slackTellsManyInLines()
{
    WebhookMessage message = messageOf({itemOf(u"orders"_s), itemOf(u"stock"_s)});
    message.more = 3;
    const QByteArray expected =
        R"({"mrkdwn":false,"text":"2 more alerts\n)"
        R"(• orders stopped unexpectedly (PROD-EU › Sales · since 2026-03-01 )"
        R"(03:12:52 UTC)\n)"
        R"(• stock stopped unexpectedly (PROD-EU › Sales · since 2026-03-01 )"
        R"(03:12:52 UTC)\nand 3 more","unfurl_links":false})";
    QCOMPARE(payload(WebhookKind::Slack, message), expected);
}

// A TextRun knows no Markdown.
void TestWebhookPayload::teamsIsACardOfPlainText()
{
    const QByteArray expected =
        R"({"attachments":[{"content":{"$schema":"http://adaptivecards.io/schemas/)"
        R"(adaptive-card.json","body":[{"inlines":[{"size":"Medium","text":)"
        R"("[x](https://evil) **y** stopped unexpectedly","type":"TextRun","weight":"Bolder"}],)"
        R"("spacing":"Medium","type":"RichTextBlock"},{"inlines":[{"text":"It failed, or )"
        R"(somebody else stopped it.","type":"TextRun"}],"spacing":"Small",)"
        R"("type":"RichTextBlock"},{"inlines":[{"isSubtle":true,"text":"PROD-EU › Sales · since )"
        R"(2026-03-01 03:12:52 UTC","type":"TextRun"}],"spacing":"Small",)"
        R"("type":"RichTextBlock"}],"type":"AdaptiveCard","version":"1.4"},"contentType":)"
        R"("application/vnd.microsoft.card.adaptive","contentUrl":null}],"type":"message"})";
    QCOMPARE(payload(WebhookKind::Teams, messageOf({itemOf(u"[x](https://evil) **y**"_s)})),
             expected);
}

void TestWebhookPayload::aTestSaysThatItIsOne()
{
    QByteArray expected = R"({"alerts":[],"event":"test","more":0,"source":"sluice",)"
                          R"("summary":"A test from Sluice: alerts will be posted here."})";
    QCOMPARE(payload(WebhookKind::Json, WebhookMessage::test()), expected);
    expected = R"({"mrkdwn":false,"text":"A test from Sluice: alerts will be posted )"
               R"(here.","unfurl_links":false})";
    QCOMPARE(payload(WebhookKind::Slack, WebhookMessage::test()), expected);
}

void TestWebhookPayload::namesMentionNobody()
{
    const QByteArray slack =
        payload(WebhookKind::Slack, messageOf({itemOf(u"<!channel> @here a@b.c <@U1>"_s)}));
    QVERIFY2(slack.contains("&lt;!channel&gt; @\u200bhere a@b.c &lt;@\u200bU1&gt;"),
             slack.constData());
    QVERIFY(!slack.contains('<'));
}

void TestWebhookPayload::hiddenCharactersAreShown()
{
    for (const WebhookKind kind : {WebhookKind::Slack, WebhookKind::Teams}) {
        const QByteArray bytes = payload(kind, messageOf({itemOf(u"a\u202eb\nc"_s)}));
        QVERIFY2(!bytes.contains("\u202e"), bytes.constData());
        QVERIFY2(!bytes.contains("b\\nc"), bytes.constData());
    }
}

void TestWebhookPayload::manyPipelinesAreNamedInPart()
{
    WebhookMessage::Item item = itemOf(u"p0"_s);
    for (int i = 1; i < 13; ++i)
        item.pipelines.append({{u"acc"_s, u"p1"_s, u"id"_s}, u"p%1"_s.arg(i)});
    QVERIFY(WebhookMessage::lines(item).contains(
        u"p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, and 3 more"_s));
}

void TestWebhookPayload::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word"); // of the problem; empty: none
    QTest::newRow("https") << u" https://hooks.slack.com/services/T/B/x \u200b"_s << QString();
    QTest::newRow("query") << u"https://a.example:8443/x?sig=a%2Fb#top"_s << QString();
    QTest::newRow("loopback") << u"http://127.0.0.1:8080/hook"_s << QString();
    QTest::newRow("localhost") << u"http://localhost/hook"_s << QString();
    QTest::newRow("http") << u"http://a.example/hook"_s << u"https://"_s;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example/hook"_s << u"https://"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"web address"_s;
    QTest::newRow("no scheme") << u"hooks.slack.com/services/T"_s << u"web address"_s;
    QTest::newRow("user") << u"https://me:word@a.example/"_s << u"user name"_s;
    QTest::newRow("empty") << u"  "_s << u"Enter"_s;
}

void TestWebhookPayload::addresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    const WebhookAddress address = readWebhookAddress(typed);
    QCOMPARE(address.isUsable(), word.isEmpty());
    QCOMPARE(address.url.isValid(), word.isEmpty());
    QVERIFY2(address.problem.contains(word), qPrintable(address.problem));
    QVERIFY(!address.url.hasFragment());
}

void TestWebhookPayload::hostsTellTheKind()
{
    using Kind = std::optional<WebhookKind>;
    QCOMPARE(usualWebhookKind(QUrl(u"https://hooks.slack.com/x"_s)), Kind(WebhookKind::Slack));
    QCOMPARE(usualWebhookKind(QUrl(u"https://prod-1.westeurope.logic.azure.com/x"_s)),
             Kind(WebhookKind::Teams));
    QCOMPARE(usualWebhookKind(QUrl(u"https://evilhooks.slack.com.example/x"_s)), Kind());
    for (const WebhookKind kind : {WebhookKind::Json, WebhookKind::Slack, WebhookKind::Teams})
        QCOMPARE(webhookKindFrom(webhookWord(kind)), kind);
}

SLUICE_TEST(TestWebhookPayload, Core)
#include "tst_webhookpayload.moc"
