// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/replyladder.h"

namespace Sluice {

// Whether a call goes out again after an answer, and when: a table, and the limits to it.
class RetryPolicy
{
public:
    enum class Again {
        Never,
        WithNewToken, // once
        AtOnce,       // as soon as the account may call
        AfterAPause,
    };

    // readRetries: further tries of a user's read after a pause; the first pause is doubled each
    // time.
    RetryPolicy(int readRetries, std::chrono::milliseconds firstPause);

    // What is due after that answer to a call that went out again that often already.
    Again next(const Request &request, const Answer &answer, int retries, int requeues) const;

    // How long to wait before the next try, with jitter; at least as long as the server asked.
    std::chrono::milliseconds pauseBefore(int retries, const Answer &answer) const;

    // How long the server says to wait, when it does.
    static std::optional<std::chrono::milliseconds> toldWait(const Answer &answer);

    // How long the account waits after a 429: as long as it is told to, within reason. One long
    // word must not keep an account still for a day.
    static std::chrono::milliseconds pauseOfAccount(const Answer &answer);

private:
    int m_readRetries;
    std::chrono::milliseconds m_firstPause;
};

} // namespace Sluice
