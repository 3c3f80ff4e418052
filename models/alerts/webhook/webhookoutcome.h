// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QNetworkReply>
#include <QString>

#include <chrono>
#include <optional>

namespace Sluice {

// What came back for one post.
struct WebhookAnswer {
    int status = 0; // 0: none
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    bool mayHaveArrived = false;
    bool isLate = false;                               // nobody waits any longer
    std::optional<std::chrono::milliseconds> toldWait; // how long the service asks to wait
};

// What became of one message, however often it was tried.
struct WebhookOutcome {
    bool isDelivered = false;
    int status = 0; // of the last answer; 0: there was none
    int tries = 1;
    QString text; // sentences: what happened, and what to do; of the address the host alone
};

// True when it is known that nobody has read the message, and another try may help.
bool mayRepeatPost(const WebhookAnswer &answer);

// Judges an answer. Slack answers "ok" as HTML, so that only a whole page shows that it was no
// webhook.
WebhookOutcome judgePost(const QString &host, const WebhookAnswer &answer);

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::WebhookOutcome)
