// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"
#include "models/api/client.h"

#include <memory>

namespace Sluice {

class TokenSource;

// Makes the source of the profile's tokens: client credentials with this secret, or the secret
// itself as the token.
std::unique_ptr<TokenSource> makeTokenSource(const Profile &profile, const QString &secret);

// The settings of a client for the profile's API.
Client::Settings clientSettings(const Profile &profile);

// Says why a successful sign-in may see no projects (product docs: roles of API credentials).
QString noProjectsNote();

} // namespace Sluice
