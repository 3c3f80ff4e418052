// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhooknotifier.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/alerts/webhook/webhookpayload.h"
#include "models/alerts/webhook/webhooksetup.h"

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

constexpr std::chrono::seconds waitingInterval{5};

bool isAmong(const QList<Alert> &alerts, qint64 id)
{
    return std::any_of(alerts.cbegin(), alerts.cend(),
                       [id](const Alert &alert) { return alert.id == id; });
}

void replaceOrAdd(QList<Alert> *alerts, const Alert &alert)
{
    alerts->removeIf([&alert](const Alert &each) { return each.id == alert.id; });
    alerts->append(alert);
}

} // namespace

WebhookNotifier::WebhookNotifier(Fleet *fleet, AlertWatch *alerts, WebhookSetup *setup,
                                 const WebhookDelivery::Rules &rules, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_alerts(alerts)
    , m_setup(setup)
    , m_rules(rules)
    , m_url(setup->url())
{
    connect(alerts, &AlertWatch::raised, this, &WebhookNotifier::onRaised);
    connect(alerts, &AlertWatch::closed, this, &WebhookNotifier::onClosed);
    connect(setup, &WebhookSetup::changed, this, &WebhookNotifier::onSetup);
    m_timer.setInterval(waitingInterval);
    connect(&m_timer, &QTimer::timeout, this, &WebhookNotifier::takeWaiting);
    m_timer.start();
}

WebhookNotifier::~WebhookNotifier() = default;

// While the keychain is asked, messages wait for the address.
bool WebhookNotifier::isUsed() const
{
    return m_setup->isOn() &&
           (m_setup->hasUrl() || m_setup->address() == WebhookSetup::Address::Reading);
}

// What was meant for another address is not sent to this one.
void WebhookNotifier::onSetup()
{
    const bool isOther = m_url.isValid() && m_url != m_setup->url();
    if (!isUsed() || isOther) {
        m_waiting.clear();
        m_raised = {};
        m_settled = {};
        m_told.clear();
        endDelivery();
        if (!std::exchange(m_failure, {}).isEmpty())
            Q_EMIT problemChanged();
    }
    m_url = m_setup->url();
    sendNext();
}

void WebhookNotifier::onRaised(const Alert &alert)
{
    if (!isUsed())
        return;
    m_settled.withdraw(alert.id); // it came back before its end was told
    if (m_raised.offer(alert, m_alerts->now()))
        post(Event::Raised, {alert});
}

void WebhookNotifier::onClosed(const Alert &alert)
{
    m_raised.withdraw(alert.id);
    for (Post &waiting : m_waiting) {
        if (waiting.event == Event::Raised)
            waiting.alerts.removeIf([&alert](const Alert &each) { return each.id == alert.id; });
    }
    m_waiting.removeIf([](const Post &waiting) { return waiting.alerts.isEmpty(); });
    const bool isOnItsWay = m_delivery && isAmong(m_sent.alerts, alert.id);
    if (!isUsed() || !(m_told.contains(alert.id) || isOnItsWay))
        return;
    if (m_settled.offer(alert, m_alerts->now()))
        post(Event::Settled, {alert});
}

void WebhookNotifier::takeWaiting()
{
    QList<Alert> raised = m_raised.takeWaiting(m_alerts->now());
    raised.removeIf([this](const Alert &alert) { return m_alerts->isMuted(alert); });
    const QList<Alert> settled = m_settled.takeWaiting(m_alerts->now());
    if (!isUsed())
        return;
    post(Event::Raised, raised);
    post(Event::Settled, settled);
}

// A service that takes nothing for a while gets few messages afterwards.
void WebhookNotifier::post(Event event, const QList<Alert> &alerts)
{
    if (alerts.isEmpty())
        return;
    const auto last = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                   [event](const Post &waiting) { return waiting.event == event; });
    if (m_waiting.size() >= mostWaiting && last != m_waiting.rend()) {
        for (const Alert &alert : alerts)
            replaceOrAdd(&last->alerts, alert);
    } else {
        m_waiting.append({event, alerts});
    }
    sendNext();
}

void WebhookNotifier::sendNext()
{
    while (!m_delivery && !m_waiting.isEmpty() && m_setup->hasUrl()) {
        m_sent = m_waiting.takeFirst();
        if (m_sent.event == Event::Settled)
            m_sent.alerts.removeIf([this](const Alert &alert) { return !m_told.remove(alert.id); });
        if (m_sent.alerts.isEmpty())
            continue;
        const AlertTexts texts(m_fleet);
        const QByteArray body = WebhookPayload(m_setup->kind())
                                    .of(WebhookMessage::of(m_sent.event, m_sent.alerts, texts));
        m_delivery = std::make_unique<WebhookDelivery>(m_setup->url(), body, m_rules);
        connect(m_delivery.get(), &WebhookDelivery::finished, this, &WebhookNotifier::onDelivered);
        m_delivery->start();
    }
}

// It may be inside its own signal.
void WebhookNotifier::endDelivery()
{
    if (!m_delivery)
        return;
    m_delivery->disconnect(this);
    m_delivery.release()->deleteLater();
}

void WebhookNotifier::onDelivered(const WebhookOutcome &outcome)
{
    endDelivery();
    if (outcome.isDelivered && m_sent.event == Event::Raised) {
        for (const Alert &alert : std::as_const(m_sent.alerts))
            m_told.insert(alert.id);
    }
    const QString before = m_failure;
    m_failure = outcome.isDelivered ? QString() : outcome.text;
    if (!outcome.isDelivered)
        m_failedAt = m_alerts->now();
    if (before != m_failure || !m_failure.isEmpty())
        Q_EMIT problemChanged();
    sendNext();
}

QString WebhookNotifier::problem() const
{
    if (m_failure.isEmpty())
        return {};
    return tr("The last alert could not be delivered at %1: %2")
        .arg(AlertTexts::moment(m_failedAt, m_alerts->now()), m_failure);
}

void WebhookNotifier::sendTest(WebhookKind kind, const QUrl &url, QObject *context,
                               const Tried &tried)
{
    WebhookDelivery::Rules once = m_rules;
    once.tries = 1;
    auto *delivery =
        new WebhookDelivery(url, WebhookPayload(kind).of(WebhookMessage::test()), once, context);
    connect(delivery, &WebhookDelivery::finished, context,
            [delivery, tried](const WebhookOutcome &outcome) {
                delivery->deleteLater();
                tried(outcome);
            });
    delivery->start();
}

} // namespace Sluice
