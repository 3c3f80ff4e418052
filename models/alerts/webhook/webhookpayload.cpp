// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookpayload.h"

#include "models/support/hiddencharacters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString eventWord(WebhookMessage::Event event)
{
    switch (event) {
    case WebhookMessage::Event::Raised: return u"raised"_s;
    case WebhookMessage::Event::Settled: return u"settled"_s;
    case WebhookMessage::Event::Test: break;
    }
    return u"test"_s;
}

QJsonValue momentOf(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

// Slack reads "<!channel>" and links from these three, see its rules of escaping. Services that
// take the same messages may read "@here" as well: a mark of no width keeps that apart.
QString slackText(const QString &text)
{
    static const QRegularExpression mention(u"(?<![\\w.])@(?=\\w)"_s);
    QString safe = shownName(text);
    safe.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
    return safe.replace(mention, u"@\u200b"_s);
}

// Teams reads Markdown in a TextBlock and in a Fact, but none in a TextRun.
QJsonObject teamsLine(const QString &text, const QJsonObject &look, bool isApart)
{
    QJsonObject run = look;
    run.insert(u"type"_s, u"TextRun"_s);
    run.insert(u"text"_s, shownName(text));
    QJsonObject block{{u"type"_s, u"RichTextBlock"_s}, {u"inlines"_s, QJsonArray{run}}};
    block.insert(u"spacing"_s, isApart ? u"Medium"_s : u"Small"_s);
    return block;
}

} // namespace

QByteArray WebhookPayload::of(const WebhookMessage &message) const
{
    QJsonObject body;
    switch (m_kind) {
    case WebhookKind::Json: body = json(message); break;
    case WebhookKind::Slack: body = slack(message); break;
    case WebhookKind::Teams: body = teams(message); break;
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject WebhookPayload::json(const WebhookMessage &message)
{
    QJsonArray alerts;
    for (const WebhookMessage::Item &item : message.items) {
        QJsonArray pipelines;
        for (const WebhookMessage::Pipeline &pipeline : item.pipelines) {
            pipelines.append(QJsonObject{{u"project"_s, pipeline.key.project},
                                         {u"id"_s, pipeline.key.pipeline},
                                         {u"name"_s, pipeline.name}});
        }
        alerts.append(QJsonObject{{u"id"_s, item.id},
                                  {u"rule"_s, item.rule},
                                  {u"title"_s, item.title},
                                  {u"text"_s, item.known},
                                  {u"place"_s, item.place},
                                  {u"since"_s, momentOf(item.since)},
                                  {u"settled"_s, momentOf(item.settled)},
                                  {u"pipelines"_s, pipelines}});
    }
    return {{u"source"_s, u"sluice"_s},
            {u"event"_s, eventWord(message.event)},
            {u"summary"_s, message.summary},
            {u"alerts"_s, alerts},
            {u"more"_s, message.more}};
}

QJsonObject WebhookPayload::slack(const WebhookMessage &message)
{
    QStringList lines{slackText(message.summary)};
    const bool isOne = message.items.size() == 1;
    for (const WebhookMessage::Item &item : message.items) {
        if (!isOne)
            lines.append(u"• "_s + slackText(item.title));
        const QStringList below = WebhookMessage::lines(item);
        if (isOne) {
            for (const QString &line : below)
                lines.append(slackText(line));
        } else if (!below.isEmpty()) {
            lines.last() += u" ("_s + slackText(below.constLast()) + u')';
        }
    }
    if (const QString more = message.moreText(); !more.isEmpty())
        lines.append(slackText(more));
    return {{u"text"_s, lines.join(u'\n')}, {u"mrkdwn"_s, false}, {u"unfurl_links"_s, false}};
}

QJsonObject WebhookPayload::teams(const WebhookMessage &message)
{
    const QJsonObject bold{{u"weight"_s, u"Bolder"_s}};
    const QJsonObject subtle{{u"isSubtle"_s, true}};
    QJsonArray body{
        teamsLine(message.summary, {{u"weight"_s, u"Bolder"_s}, {u"size"_s, u"Medium"_s}}, true)};
    const bool isOne = message.items.size() == 1;
    for (const WebhookMessage::Item &item : message.items) {
        if (!isOne)
            body.append(teamsLine(item.title, bold, true));
        const QStringList below = WebhookMessage::lines(item);
        for (qsizetype i = isOne ? 0 : below.size() - 1; i < below.size(); ++i)
            body.append(
                teamsLine(below.at(i), i == below.size() - 1 ? subtle : QJsonObject(), false));
    }
    if (const QString more = message.moreText(); !more.isEmpty())
        body.append(teamsLine(more, subtle, true));
    const QJsonObject card{{u"$schema"_s, u"http://adaptivecards.io/schemas/adaptive-card.json"_s},
                           {u"type"_s, u"AdaptiveCard"_s},
                           {u"version"_s, u"1.4"_s},
                           {u"body"_s, body}};
    const QJsonObject attachment{{u"contentType"_s, u"application/vnd.microsoft.card.adaptive"_s},
                                 {u"contentUrl"_s, QJsonValue()},
                                 {u"content"_s, card}};
    return {{u"type"_s, u"message"_s}, {u"attachments"_s, QJsonArray{attachment}}};
}

} // namespace Sluice
