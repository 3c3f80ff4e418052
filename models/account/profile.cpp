// SPDX-License-Identifier: Apache-2.0
#include "models/account/profile.h"

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

} // namespace Sluice
