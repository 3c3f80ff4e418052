// SPDX-License-Identifier: Apache-2.0
#include "models/account/signin.h"

#include "models/api/clientcredentials.h"
#include "models/api/fixedtoken.h"
#include "models/api/transport.h"
#include "models/fleet/account.h"

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

std::unique_ptr<Account> makeAccount(const Profile &profile, const QString &secret)
{
    return std::make_unique<Account>(profile, std::make_unique<Transport>(),
                                     makeTokenSource(profile, secret));
}

} // namespace Sluice
