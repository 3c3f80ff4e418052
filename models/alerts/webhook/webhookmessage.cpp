// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookmessage.h"

#include "models/alerts/alerttexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct WebhookMessageWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::WebhookMessage)
};

// Readers may be anywhere.
QString moment(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

WebhookMessage::Item itemOf(const Alert &alert, const AlertTexts &texts)
{
    WebhookMessage::Item item;
    item.id = u"%1-%2"_s.arg(alert.since.toSecsSinceEpoch()).arg(alert.id);
    item.rule = QString::fromLatin1(rowOf(alert.rule).word);
    item.title = texts.title(alert);
    item.known = texts.known(alert);
    item.place = texts.place(alert);
    item.since = alert.since;
    item.settled = alert.settled;
    for (const AlertPart &part : alert.parts)
        item.pipelines.append({part.key, texts.name(part.key)});
    return item;
}

QString summaryOf(WebhookMessage::Event event, const QList<WebhookMessage::Item> &items, int count)
{
    const bool isOver = event == WebhookMessage::Event::Settled;
    if (count == 1)
        return isOver ? WebhookMessageWords::tr("Settled: %1").arg(items.constFirst().title)
                      : items.constFirst().title;
    return isOver ? WebhookMessageWords::tr("%Ln alert(s) are settled", nullptr, count)
                  : WebhookMessageWords::tr("%Ln more alert(s)", nullptr, count);
}

} // namespace

WebhookMessage WebhookMessage::of(Event event, const QList<Alert> &alerts, const AlertTexts &texts)
{
    WebhookMessage message;
    message.event = event;
    const QList<Alert> told = alerts.mid(0, mostItems);
    for (const Alert &alert : told)
        message.items.append(itemOf(alert, texts));
    message.more = int(alerts.size() - message.items.size());
    message.summary = summaryOf(event, message.items, int(alerts.size()));
    return message;
}

WebhookMessage WebhookMessage::test()
{
    WebhookMessage message;
    message.event = Event::Test;
    message.summary = WebhookMessageWords::tr("A test from Sluice: alerts will be posted here.");
    return message;
}

QStringList WebhookMessage::lines(const Item &item)
{
    QStringList lines{item.known};
    if (item.pipelines.size() > 1) {
        QStringList names;
        const QList<Pipeline> named = item.pipelines.mid(0, mostNames);
        for (const Pipeline &pipeline : named)
            names.append(pipeline.name);
        const auto left = int(item.pipelines.size() - names.size());
        if (left > 0)
            names.append(WebhookMessageWords::tr("and %Ln more", nullptr, left));
        lines.append(names.join(u", "_s));
    }
    const QString time =
        item.settled.isValid()
            ? WebhookMessageWords::tr("from %1 to %2").arg(moment(item.since), moment(item.settled))
            : WebhookMessageWords::tr("since %1").arg(moment(item.since));
    lines.append(item.place.isEmpty() ? time : u"%1 · %2"_s.arg(item.place, time));
    lines.removeAll(QString());
    return lines;
}

QString WebhookMessage::moreText() const
{
    return more == 0 ? QString() : WebhookMessageWords::tr("and %Ln more", nullptr, more);
}

} // namespace Sluice
