// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <memory>

namespace Sluice {

class Account;
class TokenSource;

// Where the profile's tokens come from: client credentials with this secret, or the secret is the
// token.
std::unique_ptr<TokenSource> makeTokenSource(const Profile &profile, const QString &secret);

// The account on the real network, not yet read (Fleet::addAccount does that).
std::unique_ptr<Account> makeAccount(const Profile &profile, const QString &secret);

} // namespace Sluice
