// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/lifecycle.h"

#include "app/commandline/console.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"
#include "models/operations/commandoperation.h"

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

ExitCode notThere(const Arguments &arguments, const Watch &watch)
{
    Console::complain(CommandLine::tr("Not there after %1 s; the last status is %2. The "
                                      "command itself was received.")
                          .arg(QString::number(arguments.timeout.count()), watch.status()));
    return ExitCode::Refused;
}

ExitCode wait(const Arguments &arguments, Session &session, const QString &projectId,
              const QString &pipelineId, Watch watch)
{
    const QDeadlineTimer deadline(arguments.timeout);
    while (true) {
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        const Result<Reply> reply =
            readStatus(session, projectId, pipelineId, std::max(left, leastWait));
        if (reply)
            watch.see(reply->json.object()[u"status"].toString());
        if (reply && watch.isReached()) {
            arguments.json ? Console::printJson(reply->body) : Console::print(watch.status());
            return ExitCode::Done;
        }
        if (!reply && (!mayPass(reply.error().kind) || deadline.hasExpired())) {
            Console::complain(CommandLine::tr("The command itself was received."));
            return Console::report(reply.error());
        }
        if (watch.hasFailed()) {
            Console::complain(CommandLine::tr("The pipeline started and stopped again. Look at its "
                                              "events in the web interface."));
            return ExitCode::Refused;
        }
        if (deadline.hasExpired())
            return notThere(arguments, watch);
        session.pause(std::min(pollPause, std::chrono::milliseconds(deadline.remainingTime())));
    }
}

} // namespace

Result<Reply> readStatus(Session &session, const QString &projectId, const QString &pipelineId,
                         std::optional<std::chrono::milliseconds> limit)
{
    const Request request = Endpoints::getStatus(projectId, pipelineId);
    Result<Reply> reply = limit ? session.call(request, *limit) : session.call(request);
    if (!reply || !reply->json.object()[u"status"].toString().trimmed().isEmpty())
        return reply;
    ApiError error;
    error.kind = ApiError::Kind::BadReply;
    error.httpStatus = reply->status;
    error.message = CommandLine::tr("the answer has no status");
    error.target = u"GET "_s + request.path;
    error.host = session.profile().baseUrl.host();
    error.requestId = reply->requestId;
    return error;
}

ExitCode command(const Arguments &arguments, Session &session, const QString &projectId,
                 const QString &pipelineId, PipelineCommand command)
{
    CommandOperation operation(session.client(), projectId, pipelineId, command);
    const WriteOutcome outcome = session.run(operation);
    if (!outcome.isDone() || !arguments.wait)
        return reportOutcome(arguments, outcome,
                             command == PipelineCommand::Start
                                 ? CommandLine::tr("Start requested.")
                                 : CommandLine::tr("Stop requested."));
    if (!outcome.found.isEmpty())
        Console::complain(outcome.found);
    return wait(arguments, session, projectId, pipelineId, Watch(command));
}

} // namespace Sluice
