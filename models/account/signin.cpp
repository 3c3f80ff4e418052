// SPDX-License-Identifier: Apache-2.0
#include "models/account/signin.h"

#include "models/api/clientcredentials.h"
#include "models/api/fixedtoken.h"
#include "models/api/transport.h"

#include <QCoreApplication>

namespace Sluice {

std::unique_ptr<TokenSource> makeTokenSource(const Profile &profile, const QString &secret)
{
    if (profile.signIn == Profile::SignIn::Token)
        return std::make_unique<FixedToken>(secret.toUtf8());
    ClientCredentials::Settings settings;
    settings.tokenUrl = profile.tokenUrl;
    settings.clientId = profile.clientId;
    settings.clientSecret = secret;
    return std::make_unique<ClientCredentials>(std::move(settings), std::make_unique<Transport>());
}

Client::Settings clientSettings(const Profile &profile)
{
    Client::Settings settings;
    settings.baseUrl = profile.baseUrl;
    settings.name = profile.name;
    settings.accountId = profile.accountId.toUtf8();
    return settings;
}

QString noProjectsNote()
{
    return QCoreApplication::translate(
        "Sluice::SignIn", "These credentials see no projects. Unless they have the Super Admin "
                          "role, they need a role in each project: ask an administrator of the "
                          "account to add them.");
}

} // namespace Sluice
