// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QString>

#include <chrono>
#include <shared_mutex>
#include <unordered_map>

namespace Sluice::Sandbox {

// The sandbox's one set of API credentials.
struct Credentials {
    QString clientId;
    QString clientSecret;

    // Makes new random ones.
    static Credentials random();
};

// Issues access tokens for client credentials, and knows which tokens are valid. Safe to use from
// any thread.
class AccessTokens
{
public:
    AccessTokens(Credentials credentials, std::chrono::seconds lifetime);

    // Answers POST /oauth/dpc/token: 200 with a new token, 400 or 401 with an OAuth error body.
    Answer issue(const Request &request);

    // True when an Authorization header carries a valid token.
    bool accepts(std::string_view authorization) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Hash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::string newToken();

    const Credentials m_credentials;
    const std::chrono::seconds m_lifetime;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<std::string, Clock::time_point, Hash, std::equal_to<>> m_expiry;
};

} // namespace Sluice::Sandbox
