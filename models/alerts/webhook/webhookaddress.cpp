// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhookaddress.h"

#include "models/api/address.h"
#include "models/support/invisibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct WebhookAddressWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::WebhookAddress)
};

QString problemOf(const QUrl &url)
{
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return WebhookAddressWords::tr("This is not a web address. Copy the webhook's address "
                                       "whole, from https:// to its end.");
    if (!url.userInfo().isEmpty())
        return WebhookAddressWords::tr("Leave user name and password out of the address.");
    if (url.scheme() == "http"_L1 && isThisComputer(url))
        return {};
    if (url.scheme() != "https"_L1)
        return WebhookAddressWords::tr("Use an https:// address: with any other, it could be read "
                                       "on the way.");
    return {};
}

} // namespace

WebhookAddress readWebhookAddress(const QString &typed)
{
    const QString text = InvisibleText::trimmed(typed);
    if (text.isEmpty())
        return {{}, WebhookAddressWords::tr("Enter the address of the webhook.")};
    const QUrl url(text, QUrl::StrictMode);
    const QString problem = problemOf(url);
    return {problem.isEmpty() ? url.adjusted(QUrl::RemoveFragment) : QUrl(), problem};
}

} // namespace Sluice
