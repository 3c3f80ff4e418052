// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"
#include "models/api/client.h"

#include <memory>

namespace Sluice {

class TokenSource;

// Where the profile's tokens come from: client credentials with this secret, or the secret is the
// token.
std::unique_ptr<TokenSource> makeTokenSource(const Profile &profile, const QString &secret);

// How a client talks to the profile's API.
Client::Settings clientSettings(const Profile &profile);

// Why a good sign-in may see no projects at all (product docs: roles of API credentials).
QString noProjectsNote();

} // namespace Sluice
