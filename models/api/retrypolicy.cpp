// SPDX-License-Identifier: Apache-2.0
#include "models/api/retrypolicy.h"

#include "models/api/problem.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Sluice {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

using Again = RetryPolicy::Again;

constexpr milliseconds pauseWithoutWord = 10s; // after a 429 that does not say how long
constexpr milliseconds longestPause = 10min;
constexpr milliseconds longestRetryWait = 60s; // a 503 that asks for more is reported
constexpr int mostRequeues = 5;

enum class Ending {
    Whole,        // an answer, good or bad, that another try would not change
    TokenRefused, // 401
    RateLimited,  // 429
    NotTakenUp,   // HTTP/2: the server closes this connection and did not begin with the request
    Interim,      // 102 or 103 in place of the answer
    Passing,      // no whole answer, 502, 503, 504
};

struct Row {
    Ending ending;
    Again write;
    Again userRead;
    Again backgroundRead; // its caller repeats it anyway
};

// A write is sent again in one case only: a 401 says that the server did not act.
constexpr std::array rows{
    Row{Ending::Whole, Again::Never, Again::Never, Again::Never},
    Row{Ending::TokenRefused, Again::WithNewToken, Again::WithNewToken, Again::WithNewToken},
    Row{Ending::RateLimited, Again::Never, Again::AtOnce, Again::AtOnce},
    Row{Ending::NotTakenUp, Again::Never, Again::AtOnce, Again::AtOnce},
    Row{Ending::Interim, Again::Never, Again::AtOnce, Again::AtOnce},
    Row{Ending::Passing, Again::Never, Again::AfterAPause, Again::Never},
};

Ending endingOf(const Answer &answer)
{
    if (answer.status == 401)
        return Ending::TokenRefused;
    if (answer.status == 429)
        return Ending::RateLimited;
    if (answer.isInterim())
        return Ending::Interim;
    if (answer.end == Answer::End::Finished && answer.status == 0 &&
        answer.error == QNetworkReply::ContentReSendError)
        return Ending::NotTakenUp;
    return isWorthRetry(answer) ? Ending::Passing : Ending::Whole;
}

} // namespace

RetryPolicy::RetryPolicy(int readRetries, milliseconds firstPause)
    : m_readRetries(readRetries)
    , m_firstPause(firstPause)
{}

RetryPolicy::Again RetryPolicy::next(const Request &request, const Answer &answer, int retries,
                                     int requeues) const
{
    const Ending ending = endingOf(answer);
    const Row &row = *std::find_if(rows.begin(), rows.end(),
                                   [ending](const Row &one) { return one.ending == ending; });
    Again again = row.write;
    if (!request.isWrite())
        again = request.priority == Priority::User ? row.userRead : row.backgroundRead;
    const bool isSpent = (again == Again::AtOnce && requeues >= mostRequeues) ||
                         (again == Again::AfterAPause && retries >= m_readRetries);
    const bool isTooLong =
        again == Again::AfterAPause && toldWait(answer).value_or(0ms) > longestRetryWait;
    return isSpent || isTooLong ? Again::Never : again;
}

milliseconds RetryPolicy::pauseBefore(int retries, const Answer &answer) const
{
    // A random time between half and all of the pause, so that many readers do not come back
    // together.
    const qint64 half = (m_firstPause * (1 << retries)).count() / 2;
    const milliseconds pause(half + QRandomGenerator::global()->bounded(half + 1));
    return std::max(pause, toldWait(answer).value_or(0ms));
}

std::optional<milliseconds> RetryPolicy::toldWait(const Answer &answer)
{
    return readRetryAfter(answer.retryAfter, answer.date, QDateTime::currentDateTimeUtc());
}

milliseconds RetryPolicy::pauseOfAccount(const Answer &answer)
{
    return std::min(toldWait(answer).value_or(pauseWithoutWord), longestPause);
}

} // namespace Sluice
