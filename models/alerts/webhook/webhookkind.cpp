// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookkind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct WebhookKindWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::WebhookKind)
};

struct KnownHost {
    QLatin1StringView end;
    WebhookKind kind;
};

constexpr std::array knownHosts{
    KnownHost{"hooks.slack.com"_L1, WebhookKind::Slack},
    KnownHost{"hooks.slack-gov.com"_L1, WebhookKind::Slack},
    KnownHost{"webhook.office.com"_L1, WebhookKind::Teams},
    KnownHost{"logic.azure.com"_L1, WebhookKind::Teams},
    KnownHost{"api.powerplatform.com"_L1, WebhookKind::Teams},
};

} // namespace

QString webhookWord(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Slack: return u"slack"_s;
    case WebhookKind::Teams: return u"teams"_s;
    case WebhookKind::Json: break;
    }
    return u"json"_s;
}

WebhookKind webhookKindFrom(const QString &word)
{
    for (const WebhookKind kind : {WebhookKind::Slack, WebhookKind::Teams}) {
        if (webhookWord(kind) == word)
            return kind;
    }
    return WebhookKind::Json;
}

QString webhookKindText(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Slack: return u"Slack"_s;
    case WebhookKind::Teams: return u"Microsoft Teams"_s;
    case WebhookKind::Json: break;
    }
    return WebhookKindWords::tr("Any service (JSON)");
}

std::optional<WebhookKind> usualWebhookKind(const QUrl &url)
{
    const QString host = url.host().toLower();
    const auto *found =
        std::find_if(knownHosts.begin(), knownHosts.end(), [&host](const KnownHost &known) {
            return host == known.end || host.endsWith(u"."_s + known.end);
        });
    return found == knownHosts.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace Sluice
