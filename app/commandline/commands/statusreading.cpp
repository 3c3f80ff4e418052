// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/statusreading.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

Result<Reply> checked(const Session &session, const Request &request, const Result<Reply> &reply)
{
    if (!reply || !statusOf(*reply).trimmed().isEmpty())
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

} // namespace

Result<Reply> readStatus(Session &session, const PipelineIds &ids,
                         std::optional<std::chrono::milliseconds> limit)
{
    return readStatuses(session, {ids}, limit).constFirst();
}

QList<Result<Reply>> readStatuses(Session &session, const QList<PipelineIds> &pipelines,
                                  std::optional<std::chrono::milliseconds> limit)
{
    QList<Request> requests;
    for (const PipelineIds &ids : pipelines)
        requests.append(Endpoints::getStatus(ids.project, ids.pipeline));
    QList<Result<Reply>> replies = session.callAll(requests, limit);
    for (qsizetype i = 0; i < replies.size(); ++i)
        replies[i] = checked(session, requests.at(i), replies.at(i));
    return replies;
}

QString statusOf(const Reply &reply)
{
    return reply.json.object()[u"status"].toString();
}

void printStatus(const Arguments &arguments, const PipelineIds &ids, const Reply &reply)
{
    const QString status = statusOf(reply);
    if (arguments.isForPrograms())
        Console::printValue(reply.json.object());
    else if (arguments.format == OutputFormat::Name)
        Console::print(operandOf(arguments, ids));
    else
        Console::print(status, toneOfState(status));
}

} // namespace Sluice
