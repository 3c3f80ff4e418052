// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/webhook/webhookkind.h"
#include "models/alerts/webhook/webhookmessage.h"

#include <QByteArray>
#include <QJsonObject>

namespace Sluice {

// What is posted, as each kind of service reads it: UTF-8 JSON, its keys in the order of the
// alphabet. Names come from a server: no text of theirs becomes markup, a link or a mention.
class WebhookPayload
{
public:
    explicit WebhookPayload(WebhookKind kind)
        : m_kind(kind)
    {}

    QByteArray of(const WebhookMessage &message) const;

private:
    static QJsonObject json(const WebhookMessage &message);
    static QJsonObject slack(const WebhookMessage &message);
    static QJsonObject teams(const WebhookMessage &message);

    WebhookKind m_kind;
};

} // namespace Sluice
