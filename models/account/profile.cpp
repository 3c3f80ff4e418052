// SPDX-License-Identifier: Apache-2.0
#include "models/account/profile.h"

#include <QHostAddress>

namespace Sluice {

QStringList regionNames()
{
    return {QStringLiteral("eu1"), QStringLiteral("us1"), QStringLiteral("au1")};
}

QUrl regionUrl(const QString &region)
{
    if (!regionNames().contains(region, Qt::CaseInsensitive))
        return {};
    return QUrl(QStringLiteral("https://%1.api.matillion.com/dpc").arg(region.toLower()));
}

QUrl defaultTokenUrl()
{
    return QUrl(QStringLiteral("https://id.core.matillion.com/oauth/dpc/token"));
}

QUrl tokenUrlFor(const QUrl &baseUrl)
{
    const bool vendor = baseUrl.host().endsWith(u".matillion.com", Qt::CaseInsensitive);
    return vendor ? defaultTokenUrl() : QUrl();
}

QString shortNameOf(const QUrl &baseUrl)
{
    const QString host = baseUrl.host();
    if (!QHostAddress(host).isNull())
        return baseUrl.adjusted(QUrl::RemoveUserInfo).authority();
    return host.section(u'.', 0, 0);
}

} // namespace Sluice
