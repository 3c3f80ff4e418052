// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookoutcome.h"

#include "models/api/waittext.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct WebhookOutcomeWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::WebhookOutcome)
};

bool isPage(const QByteArray &body)
{
    const QByteArray begin = body.left(512).trimmed().toLower();
    return begin.startsWith("<!doctype html") || begin.startsWith("<html");
}

QString refusedText(const WebhookAnswer &answer)
{
    const int status = answer.status;
    if (status < 200)
        return WebhookOutcomeWords::tr("%1 gave no answer that a webhook gives (status %2). Check "
                                       "the address.");
    if (status < 300)
        return WebhookOutcomeWords::tr("%1 answered with a web page (status %2), as no webhook "
                                       "does. Check the address, and whether a proxy or a sign-in "
                                       "page stands before it.");
    if (status < 400)
        return WebhookOutcomeWords::tr("%1 leads elsewhere (status %2). Nothing is sent to another "
                                       "place: enter the address where it leads.");
    if (status == 401 || status == 403)
        return WebhookOutcomeWords::tr("%1 refused the message (status %2). Check that the webhook "
                                       "is still on and that its channel can be written to.");
    if (status == 404 || status == 410)
        return WebhookOutcomeWords::tr("%1 knows no such webhook (status %2). Make a new one there "
                                       "and enter its address.");
    if (status == 429 || (status == 503 && answer.toldWait)) {
        return answer.toldWait
                   ? WebhookOutcomeWords::tr("%1 takes no messages for %3 (status %2). Try again "
                                             "after that.")
                         .replace(QStringLiteral("%3"), waitText(*answer.toldWait))
                   : WebhookOutcomeWords::tr("%1 takes no more messages now (status %2). Try again "
                                             "later.");
    }
    if (status < 500)
        return WebhookOutcomeWords::tr("%1 did not understand the message (status %2). Check that "
                                       "the kind of the webhook is right.");
    return WebhookOutcomeWords::tr("%1 has a fault (status %2). Whether it took the message is not "
                                   "known, so it is not sent again. Look there.");
}

QString unansweredText(const WebhookAnswer &answer)
{
    if (answer.mayHaveArrived)
        return answer.isLate
                   ? WebhookOutcomeWords::tr("%1 did not answer in time. Whether it took the "
                                             "message is not known, so it is not sent again. Look "
                                             "there.")
                   : WebhookOutcomeWords::tr("%1 broke the connection. Whether it took the message "
                                             "is not known, so it is not sent again. Look there.");
    switch (answer.error) {
    case QNetworkReply::HostNotFoundError:
        return WebhookOutcomeWords::tr("%1 was not found. Check the address and the network.");
    case QNetworkReply::ConnectionRefusedError:
        return WebhookOutcomeWords::tr("%1 refused the connection. Check the address, and whether "
                                       "the service runs.");
    case QNetworkReply::SslHandshakeFailedError:
        return WebhookOutcomeWords::tr("%1 could not prove who it is, so nothing was sent. Check "
                                       "its certificate, and whether a proxy stands before it.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return WebhookOutcomeWords::tr("The proxy before %1 did not let the message through. Check "
                                       "the system's proxy.");
    default: break;
    }
    return WebhookOutcomeWords::tr("%1 could not be reached. Check the network.");
}

} // namespace

bool mayRepeatPost(const WebhookAnswer &answer)
{
    if (answer.status > 0)
        return (answer.status == 429 || answer.status == 503) && answer.toldWait.has_value();
    return !answer.mayHaveArrived && answer.error != QNetworkReply::SslHandshakeFailedError &&
           answer.error != QNetworkReply::ProxyAuthenticationRequiredError;
}

WebhookOutcome judgePost(const QString &host, const WebhookAnswer &answer)
{
    WebhookOutcome outcome;
    outcome.status = answer.status;
    outcome.isDelivered = answer.status >= 200 && answer.status < 300 && !isPage(answer.body);
    if (outcome.isDelivered)
        outcome.text = WebhookOutcomeWords::tr("%1 took the message (status %2).");
    else
        outcome.text = answer.status > 0 ? refusedText(answer) : unansweredText(answer);
    // The host comes last: it may hold a percent sign.
    outcome.text.replace(QStringLiteral("%2"), QString::number(answer.status));
    outcome.text.replace(QStringLiteral("%1"), host);
    return outcome;
}

} // namespace Sluice
