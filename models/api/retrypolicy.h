// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/replyladder.h"

namespace Sluice {

// Decides by a table, with limits, whether a call is sent again after an answer, and when.
class RetryPolicy
{
public:
    enum class Again {
        Never,
        WithNewToken, // once
        AtOnce,       // as soon as the account may call
        AfterAPause,
    };

    // readRetries: further tries of a user's read, each after a pause. The pause begins with
    // firstPause and doubles each time.
    RetryPolicy(int readRetries, std::chrono::milliseconds firstPause);

    // What to do after this answer to a call that was already sent again so many times.
    Again next(const Request &request, const Answer &answer, int retries, int requeues) const;

    // How long to wait before the next try, with some chance in it. At least as long as the server
    // asked.
    std::chrono::milliseconds pauseBefore(int retries, const Answer &answer) const;

    // How long the server says to wait, if it does.
    static std::optional<std::chrono::milliseconds> toldWait(const Answer &answer);

    // How long the account waits after a 429: as long as the server says, up to a limit. One answer
    // must not stop an account for a day.
    static std::chrono::milliseconds pauseOfAccount(const Answer &answer);

private:
    int m_readRetries;
    std::chrono::milliseconds m_firstPause;
};

} // namespace Sluice
