// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookdelivery.h"

#include "models/api/problem.h"
#include "models/api/singleexchange.h"
#include "models/api/transport.h"

#include <QDateTime>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int pauseGrowth = 3;

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Sluice/" SLUICE_VERSION ""_s);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json; charset=utf-8"_s);
    request.setRawHeader("Accept", "*/*");
    return request;
}

} // namespace

WebhookDelivery::WebhookDelivery(const QUrl &url, const QByteArray &body, const Rules &rules,
                                 QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_body(body)
    , m_rules(rules)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &WebhookDelivery::send);
    m_limit.setSingleShot(true);
    m_limit.setInterval(rules.answerLimit);
    connect(&m_limit, &QTimer::timeout, this, &WebhookDelivery::onLate);
}

WebhookDelivery::~WebhookDelivery() = default;

void WebhookDelivery::start()
{
    m_pause.start(0);
}

void WebhookDelivery::send()
{
    ++m_tries;
    m_received.clear();
    m_exchange = std::make_unique<SingleExchange>("POST", requestFor(m_url), m_body,
                                                  Transport::proxyFor(m_url));
    connect(m_exchange.get(), &QNetworkReply::readyRead, this, &WebhookDelivery::read);
    // Queued: the exchange must not be deleted inside its own signal.
    connect(m_exchange.get(), &QNetworkReply::finished, this, &WebhookDelivery::onAnswer,
            Qt::QueuedConnection);
    m_limit.start();
}

// More than that says nothing more.
void WebhookDelivery::read()
{
    const QByteArray piece = m_exchange->readAll();
    m_received += piece.left(std::max<qint64>(mostRead - m_received.size(), 0));
}

void WebhookDelivery::onAnswer()
{
    if (!m_exchange || !m_limit.isActive())
        return; // it came too late
    m_limit.stop();
    read();
    WebhookAnswer answer;
    answer.status = m_exchange->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = m_received;
    answer.error = m_exchange->error();
    answer.mayHaveArrived = m_exchange->mayHaveLeft();
    answer.toldWait =
        readRetryAfter(m_exchange->rawHeader("Retry-After"), m_exchange->rawHeader("Date"),
                       QDateTime::currentDateTimeUtc());
    judge(answer);
}

// The status counts when only the rest of the answer is missing.
void WebhookDelivery::onLate()
{
    WebhookAnswer answer;
    answer.isLate = true;
    answer.status = m_exchange->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = m_received;
    answer.error = QNetworkReply::TimeoutError;
    answer.mayHaveArrived = m_exchange->mayHaveLeft();
    m_exchange->abort();
    judge(answer);
}

void WebhookDelivery::judge(const WebhookAnswer &answer)
{
    m_exchange.reset();
    std::chrono::milliseconds pause = m_rules.firstPause;
    for (int i = 1; i < m_tries; ++i)
        pause *= pauseGrowth;
    pause = std::max(pause, answer.toldWait.value_or(std::chrono::milliseconds(0)));
    if (mayRepeatPost(answer) && m_tries < m_rules.tries && pause <= m_rules.longestWait) {
        m_pause.start(pause);
        return;
    }
    WebhookOutcome outcome = judgePost(m_url.host(), answer);
    outcome.tries = m_tries;
    Q_EMIT finished(outcome);
}

} // namespace Sluice
