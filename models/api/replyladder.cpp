// SPDX-License-Identifier: Apache-2.0
#include "models/api/replyladder.h"

#include "models/api/problem.h"
#include "models/api/transport.h"

#include <QJsonObject>
#include <QUrl>

namespace Sluice {

using Kind = ApiError::Kind;

namespace {

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

// Failures in which no connection came about.
bool neverConnected(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError: return true;
    default: return false;
    }
}

ApiError make(Kind kind, const Answer &answer, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = answer.status;
    error.message = message;
    return error;
}

// The connection ended before a whole answer had come.
ApiError brokenFault(const Request &request, const Answer &answer)
{
    const bool late = answer.end == Answer::End::TimedOut;
    const bool handshake = answer.error == QNetworkReply::SslHandshakeFailedError;
    const bool noEffect = !request.isWrite() || answer.neverLeft;
    ApiError error;
    if (noEffect && handshake)
        error = make(Kind::Tls, answer, answer.errorText);
    else if (!request.isWrite())
        error = make(late ? Kind::Timeout : Kind::Network, answer, answer.errorText);
    else if (noEffect)
        error = make(Kind::Network, answer, answer.errorText);
    else if (isGood(answer.status))
        error = make(Kind::OutcomeUnknown, answer,
                     ApiError::tr("The server accepted the request, but the answer was cut off."));
    else
        error = make(Kind::OutcomeUnknown, answer,
                     ApiError::tr("The connection was closed without an answer."));
    if (late && answer.status == 0)
        error.waited = request.timeout;
    return error;
}

ApiError tooLargeFault(const Request &request, const Answer &answer)
{
    const bool accepted = request.isWrite() && isGood(answer.status);
    return make(accepted ? Kind::OutcomeUnknown : Kind::BadReply, answer,
                accepted ? ApiError::tr("The server accepted the request, but its answer was too "
                                        "large to read.")
                         : ApiError::tr("The answer is too large."));
}

ApiError statusFault(const Request &request, const Answer &answer, const QDateTime &now)
{
    if (answer.status < 400) {
        const QString text =
            answer.redirectHost.isEmpty()
                ? ApiError::tr("it answered %1, which the API does not use").arg(answer.status)
                : ApiError::tr("it redirects to %1, which is not followed so that the token goes "
                               "nowhere else")
                      .arg(answer.redirectHost);
        return make(Kind::BadReply, answer, text);
    }
    const Problem problem = readProblem(answer.body);
    ApiError error = make(kindOfStatus(answer.status), answer, problem.message);
    error.violations = problem.violations;
    if (const auto wait = readRetryAfter(answer.retryAfter, answer.date, now))
        error.retryAfter = *wait;
    // A gateway that got no good answer itself does not know what the server behind it did.
    if (request.isWrite() && (answer.status == 502 || answer.status == 504)) {
        error.kind = Kind::OutcomeUnknown;
        error.message = ApiError::tr("The gateway answered %1 for the server.").arg(answer.status);
    }
    return error;
}

} // namespace

bool Answer::isBroken() const
{
    if (end == End::TimedOut || status == 0)
        return true;
    // 1 to 199: connection and proxy; 399: protocol; above 200 Qt tells the status in its own
    // words, except for 205: the write could not be sent again.
    return (error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolFailure;
}

Answer takeAnswer(QNetworkReply *reply, Answer::End end)
{
    Answer answer;
    answer.end = end;
    answer.error = reply->error();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (end == Answer::End::TooLarge)
        return answer;
    answer.body = reply->readAll();
    if (answer.error == QNetworkReply::NoError && isGood(answer.status))
        return answer;
    answer.errorText = reply->errorString();
    // The error may be that of a second connection, after the body had gone over the first.
    answer.neverLeft = Transport::neverLeft(reply) ||
                       (neverConnected(answer.error) && !Transport::bodyWasRead(reply));
    answer.retryAfter = reply->rawHeader("Retry-After");
    answer.date = reply->rawHeader("Date");
    const QByteArray location = reply->rawHeader("Location");
    if (!location.isEmpty())
        answer.redirectHost = reply->url().resolved(QUrl::fromEncoded(location)).host();
    return answer;
}

std::optional<ApiError> faultOf(const Request &request, const Answer &answer, const QDateTime &now)
{
    if (answer.end == Answer::End::TooLarge)
        return tooLargeFault(request, answer);
    // A refusal stands, even when its explanation was cut off.
    if (answer.isBroken() && answer.status < 300)
        return brokenFault(request, answer);
    if (!isGood(answer.status))
        return statusFault(request, answer, now);
    return std::nullopt;
}

Result<Reply> judgeBody(const Request &request, Answer answer, const QJsonDocument &json)
{
    if (request.expectsJson && !json.isObject()) {
        QString text = ApiError::tr("the answer is not JSON");
        if (answer.body.trimmed().isEmpty())
            text = ApiError::tr("the answer is empty");
        else if (json.isArray())
            text = ApiError::tr("the answer is a JSON list where an object was expected");
        else if (answer.body.trimmed().startsWith('<'))
            text = ApiError::tr("the answer is a web page, not JSON");
        else if (answer.body.trimmed().startsWith('{'))
            text = ApiError::tr("the JSON of the answer is broken or cut off");
        return make(Kind::BadReply, answer, text);
    }
    return Reply{answer.status, json, std::move(answer.body), {}};
}

bool isWorthRetry(const Answer &answer)
{
    if (answer.end == Answer::End::TooLarge ||
        answer.error == QNetworkReply::SslHandshakeFailedError)
        return false;
    if (answer.isBroken() && answer.status < 300)
        return true;
    return answer.status == 502 || answer.status == 503 || answer.status == 504;
}

} // namespace Sluice
