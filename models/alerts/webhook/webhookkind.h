// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Sluice {

// Who reads what is posted, and so how it has to look.
enum class WebhookKind { Json, Slack, Teams };

// As it is kept in the settings.
QString webhookWord(WebhookKind kind);
WebhookKind webhookKindFrom(const QString &word);

// "Slack", translated where it is no name.
QString webhookKindText(WebhookKind kind);

// The kind of those services that are known by their hosts.
std::optional<WebhookKind> usualWebhookKind(const QUrl &url);

} // namespace Sluice
