// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/webhook/webhookoutcome.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace Sluice {

class SingleExchange;

// Takes one message to a webhook, and says what became of it. It is sent again only when it has
// certainly not arrived, or when the service asks to wait; never when it may have been read.
class WebhookDelivery final : public QObject
{
    Q_OBJECT

public:
    struct Rules {
        int tries = 5;
        std::chrono::milliseconds firstPause{5'000}; // each is three times the one before
        std::chrono::milliseconds answerLimit{30'000};
        std::chrono::milliseconds longestWait{900'000}; // who asks for more is not waited for
    };

    WebhookDelivery(const QUrl &url, const QByteArray &body, const Rules &rules,
                    QObject *parent = nullptr);
    ~WebhookDelivery() override;

    void start();

Q_SIGNALS:
    // Once, and never inside start().
    void finished(const Sluice::WebhookOutcome &outcome);

private:
    static constexpr qint64 mostRead = 64LL * 1024; // bytes of the answer

    void send();
    void read();
    void onAnswer();
    void onLate();
    void judge(const WebhookAnswer &answer);

    QUrl m_url;
    QByteArray m_body;
    Rules m_rules;
    std::unique_ptr<SingleExchange> m_exchange;
    QByteArray m_received;
    QTimer m_pause;
    QTimer m_limit;
    int m_tries = 0;
};

} // namespace Sluice
