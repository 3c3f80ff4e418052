// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/lifecycle.h"

#include "app/commandline/console.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"

#include <QDeadlineTimer>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds pollPause = 1000ms;
constexpr std::chrono::milliseconds leastWait = 100ms;

// What --wait has seen so far, and what that means.
class Watch
{
public:
    explicit Watch(PipelineCommand command)
        : m_command(command)
    {}

    // Takes a status in the server's spelling; each new one is said on stderr.
    void see(const QString &status)
    {
        if (status == m_status)
            return;
        m_status = status;
        Console::complain(status);
        m_wasUnderWay |= pipelineStateFrom(status) == PipelineState::Starting ||
                         pipelineStateFrom(status) == PipelineState::Snapshotting;
    }

    bool isReached() const
    {
        const PipelineState goal = m_command == PipelineCommand::Start ? PipelineState::Streaming
                                                                       : PipelineState::NotRunning;
        return pipelineStateFrom(m_status) == goal;
    }

    // It started and is down again: waiting longer cannot help.
    bool hasFailed() const
    {
        return m_command == PipelineCommand::Start && m_wasUnderWay &&
               pipelineStateFrom(m_status) == PipelineState::NotRunning;
    }

    QString status() const { return m_status; }

private:
    PipelineCommand m_command;
    QString m_status;
    bool m_wasUnderWay = false;
};

// Errors that a moment can mend; all others end the wait.
bool mayPass(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Timeout ||
           kind == ApiError::Kind::Server || kind == ApiError::Kind::RateLimited ||
           kind == ApiError::Kind::BadReply;
}

ExitCode wait(const Arguments &arguments, Session &session, const Request &statusRequest,
              Watch watch)
{
    const QDeadlineTimer deadline(arguments.timeout);
    while (true) {
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        const Result<Reply> reply = session.call(statusRequest, std::max(left, leastWait));
        if (reply)
            watch.see(reply->json.object()[u"status"].toString());
        if (reply && watch.isReached()) {
            arguments.json ? Console::printJson(reply->body) : Console::print(watch.status());
            return ExitCode::Done;
        }
        if (!reply && (!mayPass(reply.error().kind) || deadline.hasExpired()))
            return Console::report(reply.error());
        if (watch.hasFailed()) {
            Console::complain(CommandLine::tr("The pipeline started and stopped again. Look at its "
                                              "events in the web interface."));
            return ExitCode::Refused;
        }
        if (deadline.hasExpired()) {
            Console::complain(CommandLine::tr("Not there after %1 s; the last status is %2. The "
                                              "command itself was received.")
                                  .arg(arguments.timeout.count())
                                  .arg(watch.status()));
            return ExitCode::Refused;
        }
        session.pause(std::min(pollPause, std::chrono::milliseconds(deadline.remainingTime())));
    }
}

} // namespace

ExitCode command(const Arguments &arguments, Session &session, const QString &projectId,
                 const QString &pipelineId, PipelineCommand command)
{
    const Result<Reply> reply =
        session.call(Endpoints::sendCommand(projectId, pipelineId, command));
    if (!reply)
        return Console::report(reply.error());
    if (arguments.wait)
        return wait(arguments, session, Endpoints::getStatus(projectId, pipelineId),
                    Watch(command));
    if (arguments.json) {
        if (!reply->body.isEmpty())
            Console::printJson(reply->body);
    } else {
        Console::printDone(command == PipelineCommand::Start ? CommandLine::tr("Start requested.")
                                                             : CommandLine::tr("Stop requested."));
    }
    return ExitCode::Done;
}

} // namespace Sluice
