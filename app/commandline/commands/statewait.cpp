// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/statewait.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/statusreading.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"

#include <QDeadlineTimer>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds pollPause = 1000ms;
constexpr std::chrono::milliseconds leastWait = 100ms;

// Keeps what was seen so far, and judges it.
class StateWatch
{
public:
    explicit StateWatch(PipelineState goal)
        : m_goal(goal)
    {}

    // Takes a status in the server's spelling. Notes each new one except the goal, which is printed
    // as the result.
    void see(const QString &status)
    {
        if (status == m_status)
            return;
        m_status = status;
        const PipelineState state = pipelineStateFrom(status);
        m_wasUnderWay |= state == PipelineState::Starting || state == PipelineState::Snapshotting;
        if (!isReached())
            Console::note(status);
    }

    bool isReached() const { return pipelineStateFrom(m_status) == m_goal; }

    // True when it started and stopped again.
    bool hasFailed() const
    {
        return m_goal == PipelineState::Streaming && m_wasUnderWay &&
               pipelineStateFrom(m_status) == PipelineState::NotRunning;
    }

    QString status() const { return m_status; }

private:
    PipelineState m_goal;
    QString m_status;
    bool m_wasUnderWay = false;
};

// True for errors that may go away by themselves. All others end the wait.
bool mayPass(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Timeout ||
           kind == ApiError::Kind::Server || kind == ApiError::Kind::RateLimited ||
           kind == ApiError::Kind::BadReply;
}

ExitCode failWith(Failure failure, const StateWait &wait)
{
    if (wait.wasSent) {
        failure.effect = Effect::Happened;
        failure.message += u' ' + CommandLine::tr("The command itself was received.");
    }
    return Console::fail(failure);
}

ExitCode timeRanOut(const Arguments &arguments, const StateWait &wait, const QString &status,
                    const std::optional<ApiError> &error)
{
    QString text = CommandLine::tr("Not there after %1 s.").arg(arguments.timeout.count());
    if (!status.isEmpty())
        text += u' ' + CommandLine::tr("The last status is %1.").arg(status);
    if (error)
        text += u' ' + error->summary();
    return failWith(Failure(u"time_ran_out"_s, text, ExitCode::TimeRanOut), wait);
}

} // namespace

ExitCode waitForState(const Arguments &arguments, Session &session, const PipelineIds &ids,
                      const StateWait &wait)
{
    StateWatch watch(wait.goal);
    const QDeadlineTimer deadline(arguments.timeout);
    while (true) {
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        const Result<Reply> reply = readStatus(session, ids, std::max(left, leastWait));
        if (reply)
            watch.see(statusOf(*reply));
        if (reply && watch.isReached()) {
            printStatus(arguments, ids, *reply);
            return ExitCode::Done;
        }
        if (!reply && !mayPass(reply.error().kind))
            return failWith(Failure(reply.error()), wait);
        if (watch.hasFailed())
            return failWith(
                Failure(u"stopped_again"_s,
                        CommandLine::tr("The pipeline started and stopped again. Look at its "
                                        "events in the web interface.")),
                wait);
        if (deadline.hasExpired())
            return timeRanOut(arguments, wait, watch.status(),
                              reply ? std::optional<ApiError>() : reply.error());
        session.pause(std::min(pollPause, std::chrono::milliseconds(deadline.remainingTime())));
    }
}

} // namespace Sluice
