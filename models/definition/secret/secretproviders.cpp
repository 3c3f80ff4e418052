// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretproviders.h"

#include <QString>

#include <algorithm>

namespace Sluice {

const SecretProvider *findSecretProvider(const QString &id)
{
    const auto found = std::find_if(secretProviders.begin(), secretProviders.end(),
                                    [&id](const SecretProvider &each) { return id == each.id; });
    return found == secretProviders.end() ? nullptr : &*found;
}

bool hasVaults(const QString &provider)
{
    const SecretProvider *known = findSecretProvider(provider);
    return known && known->hasVaults;
}

} // namespace Sluice
