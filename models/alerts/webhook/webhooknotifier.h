// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/notificationpacer.h"
#include "models/alerts/webhook/webhookdelivery.h"
#include "models/alerts/webhook/webhookkind.h"
#include "models/alerts/webhook/webhookmessage.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace Sluice {

class AlertWatch;
class Fleet;
class WebhookSetup;

// Posts alerts to a webhook: of each that is raised once, and of its end when it told of its
// beginning. The first few of a minute come each by itself, the others together. One message is on
// its way at a time, so that they arrive in order. What cannot be delivered is said here, and makes
// no alert of its own.
class WebhookNotifier final : public QObject
{
    Q_OBJECT

public:
    // All outlive it.
    WebhookNotifier(Fleet *fleet, AlertWatch *alerts, WebhookSetup *setup,
                    const WebhookDelivery::Rules &rules, QObject *parent = nullptr);
    ~WebhookNotifier() override;

    // "The last alert could not be delivered at 14:02: ..."; empty: it could, or there was none.
    QString problem() const;

    // Messages that wait, or are on their way.
    int pending() const { return int(m_waiting.size()) + (m_delivery ? 1 : 0); }

    // Sends one message that says what it is, once, to an address that need not be saved.
    using Tried = std::function<void(const WebhookOutcome &outcome)>;
    void sendTest(WebhookKind kind, const QUrl &url, QObject *context, const Tried &tried);

Q_SIGNALS:
    void problemChanged();

private:
    using Event = WebhookMessage::Event;

    // What waits, with what it is about: the words are those of the moment at which it leaves.
    struct Post {
        Event event;
        QList<Alert> alerts;
    };

    static constexpr qsizetype mostWaiting = 4; // then messages of a kind become one

    void onSetup();
    void onRaised(const Alert &alert);
    void onClosed(const Alert &alert);
    void takeWaiting();
    void post(Event event, const QList<Alert> &alerts);
    void sendNext();
    void onDelivered(const WebhookOutcome &outcome);
    void endDelivery();
    bool isUsed() const;

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    WebhookSetup *m_setup;
    WebhookDelivery::Rules m_rules;
    NotificationPacer m_raised;
    NotificationPacer m_settled;
    QList<Post> m_waiting;
    Post m_sent; // that is on its way
    std::unique_ptr<WebhookDelivery> m_delivery;
    QSet<qint64> m_told; // alerts whose end is to be told
    QUrl m_url;          // that those were told to
    QDateTime m_failedAt;
    QString m_failure;
    QTimer m_timer;
};

} // namespace Sluice
