// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace Sluice {

// The address that alerts are posted to, as somebody typed it. Whoever knows it can post there, so
// it is a secret: no text names more of it than the host.
struct WebhookAddress {
    QUrl url;        // valid when there is no problem
    QString problem; // a sentence that says what to do; empty: it can be used

    bool isUsable() const { return problem.isEmpty(); }
};

// https to anywhere, http to this computer only: on any other way the address could be read.
WebhookAddress readWebhookAddress(const QString &typed);

} // namespace Sluice
