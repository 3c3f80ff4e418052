// SPDX-License-Identifier: Apache-2.0
#include "models/account/profile.h"

namespace Sluice {

QUrl regionUrl(const QString &region)
{
    return QUrl(QStringLiteral("https://%1.api.matillion.com/dpc").arg(region.toLower()));
}

QUrl defaultTokenUrl()
{
    return QUrl(QStringLiteral("https://id.core.matillion.com/oauth/dpc/token"));
}

} // namespace Sluice
