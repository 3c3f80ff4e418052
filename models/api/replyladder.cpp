// SPDX-License-Identifier: Apache-2.0
#include "models/api/replyladder.h"

#include "models/api/plainkeys.h"
#include "models/api/problem.h"
#include "models/api/transport.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"
#include "models/json/repeatedname.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <initializer_list>

namespace Sluice {

using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

// The proxy that failed, as "host:port". Empty when there is none or it worked. Qt has no error
// code for some failures of a proxy.
QString failedProxy(const Answer &answer, const QUrl &url)
{
    if (answer.status != 0)
        return {};
    const bool isProxys = answer.error >= QNetworkReply::ProxyConnectionRefusedError &&
                          answer.error <= QNetworkReply::UnknownProxyError;
    const bool isUnreached = answer.error == QNetworkReply::ConnectionRefusedError ||
                             answer.error == QNetworkReply::HostNotFoundError ||
                             answer.error == QNetworkReply::UnknownNetworkError;
    if (!isProxys && !isUnreached)
        return {};
    const QNetworkProxy proxy = Transport::proxyFor(url);
    if (proxy.type() == QNetworkProxy::NoProxy)
        return {};
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

// When the connection ends, Qt may take a cut body for whole, or a whole body without a length for
// broken. So the length decides. Without a length, it counts whether the object is whole. A body in
// chunks ends with a last chunk that says so. Without that, more may be missing. (When Qt reports
// no error there, the cut cannot be seen.)
void settleBody(Answer &answer, const QNetworkReply &reply)
{
    if (answer.end != Answer::End::Finished || !isGood(answer.status))
        return;
    const QByteArray length = reply.rawHeader("Content-Length");
    const bool isCounted = !length.isEmpty() && !reply.hasRawHeader("Content-Encoding");
    const bool isInChunks = reply.rawHeader("Transfer-Encoding").toLower().contains("chunked");
    if (isCounted && answer.body.size() < length.toLongLong()) {
        answer.error = QNetworkReply::RemoteHostClosedError;
        answer.errorText = ApiError::tr("the answer was cut off");
    } else if (!isCounted && !isInChunks && answer.error == QNetworkReply::RemoteHostClosedError &&
               QJsonDocument::fromJson(answer.body).isObject())
        answer.error = QNetworkReply::NoError;
}

// True for a refusal, which says that the server did not act: any 4xx except those where somebody
// stopped waiting (408: the server; 460 and 499: a gateway).
bool isRefusal(int status)
{
    return status >= 400 && status < 500 && status != 408 && status != 460 && status != 499;
}

// What a request without a good answer may have done. Only this function decides it.
Effect effectOf(const Request &request, const Answer &answer)
{
    const bool didNothing = !request.isWrite() || answer.neverLeft || isRefusal(answer.status);
    return didNothing ? Effect::None : Effect::Unknown;
}

ApiError make(Kind kind, const Request &request, const Answer &answer, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.effect = effectOf(request, answer);
    error.httpStatus = answer.status;
    error.message = message;
    return error;
}

// The error of a connection that ended before the whole answer came.
ApiError brokenFault(const Request &request, const Answer &answer)
{
    const bool late = answer.end == Answer::End::TimedOut;
    Kind kind = late && !request.isWrite() ? Kind::Timeout : Kind::Network;
    QString message = answer.errorText;
    if (effectOf(request, answer) == Effect::Unknown) {
        kind = Kind::NoAnswer;
        message = isGood(answer.status)
                      ? ApiError::tr("The server accepted the request, but the answer was cut off.")
                      : ApiError::tr("The connection was closed without an answer.");
    } else if (answer.error == QNetworkReply::SslHandshakeFailedError) {
        kind = Kind::Tls;
    }
    ApiError error = make(kind, request, answer, message);
    if (late && answer.status == 0)
        error.waited = request.timeout;
    error.proxy = answer.proxy;
    return error;
}

ApiError tooLargeFault(const Request &request, const Answer &answer)
{
    return make(Kind::BadReply, request, answer, ApiError::tr("The answer is too large."));
}

bool isAboutOnePipeline(const Request &request)
{
    return request.path.contains("/streaming-pipelines/"_L1);
}

// QJsonDocument does not read single values such as null or true.
bool isJsonValue(const QByteArray &text)
{
    return !readJson('[' + text + ']').isNull();
}

// True when the body of a 404 is not the API's. The API answers in JSON or without a body. A web
// page, or "no backend" in plain text, comes from something before the API that knows no pipelines.
bool isSomebodyElses(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    const bool isJsons = text.startsWith('{') || text.startsWith('['); // also JSON that was cut off
    return !text.isEmpty() && !isJsons && readJson(text).isNull() && !isJsonValue(text);
}

// True when a 404 has the form of the API's own errors. Any other 404 may come from something
// before the API that has no such address.
bool isApisWord(const QByteArray &body)
{
    const QJsonObject problem = readJson(body).object();
    return problem.value("title"_L1).isString() || problem.value("detail"_L1).isString();
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
        return make(Kind::BadReply, request, answer, text);
    }
    const Problem problem = readProblem(answer.body);
    if (answer.status == 404 && isAboutOnePipeline(request) && isSomebodyElses(answer.body))
        return make(
            Kind::BadReply, request, answer,
            ApiError::tr("it answered 404, but not in the API's words: %1").arg(problem.message));
    ApiError error = make(kindOfStatus(answer.status), request, answer, problem.message);
    error.violations = problem.violations;
    error.isHearsay = answer.status == 404 && !isApisWord(answer.body);
    if (const auto wait = readRetryAfter(answer.retryAfter, answer.date, now))
        error.retryAfter = *wait;
    else if (error.kind == Kind::RateLimited && !answer.retryAfter.isEmpty())
        error.message = ApiError::tr("its Retry-After, %1, is no time to wait")
                            .arg(QString::fromLatin1(answer.retryAfter.left(60)).simplified());
    return error;
}

// What is wrong with an answer that should be an object. Empty: nothing is.
QString objectFault(const QByteArray &body, const QJsonDocument &json)
{
    const QByteArray text = body.trimmed();
    if (json.isObject())
        return {};
    if (text.isEmpty())
        return ApiError::tr("the answer is empty");
    if (json.isArray())
        return ApiError::tr("the answer is a JSON list where an object was expected");
    if (text.startsWith('<'))
        return ApiError::tr("the answer is a web page, not JSON");
    if (text.startsWith('{')) {
        const JsonFault fault = parseJson(body).fault;
        return ApiError::tr("the JSON of the answer is broken or cut off (line %1, column %2: %3)")
            .arg(QString::number(fault.line), QString::number(fault.column), fault.message);
    }
    return ApiError::tr("the answer is not JSON");
}

// The id of the requested pipeline. Empty when the pipeline has none yet.
QString askedId(const Request &request)
{
    const bool hasOne = isAboutOnePipeline(request) && request.verb != Verb::Post;
    return hasOne ? QUrl::fromPercentEncoding(request.path.section(u'/', -1).toLatin1())
                  : QString();
}

QString definitionFault(const Request &request, const QByteArray &body, const QJsonDocument &json)
{
    QString fault = objectFault(body, json);
    if (!fault.isEmpty())
        return fault;
    const QString id = json["streamingPipelineId"_L1].toString();
    const QString asked = askedId(request);
    if (id.trimmed().isEmpty())
        return ApiError::tr("the answer is no pipeline: it has no streamingPipelineId");
    if (!json["name"_L1].isString() && !JsonNumber::is(json["name"_L1])) // a number stays as it is
        return ApiError::tr("the answer is no pipeline: it has no name");
    if (!asked.isEmpty() && id.compare(asked, Qt::CaseInsensitive) != 0)
        return ApiError::tr("the answer is another pipeline, %1").arg(id.left(60));
    // Only one of the two values is read. The next save would lose the other one.
    if (const auto repeated = findRepeatedName(body))
        return ApiError::tr("the name \"%1\" stands twice in one object of the answer (%2)")
            .arg(repeated->name, repeated->path);
    return {};
}

bool saysSomething(const QJsonValue &value)
{
    if (value.isString())
        return !value.toString().trimmed().isEmpty();
    if (value.isArray())
        return !value.toArray().isEmpty();
    return value.isObject() ? !value.toObject().isEmpty() : value.toBool() || value.isDouble();
}

// True for an error that came with a status of success.
bool tellsOfError(const QJsonObject &any)
{
    const QJsonObject object = plainKeys(any);
    const auto isAny = [&object](std::initializer_list<QLatin1String> keys, auto tells) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](QLatin1String key) { return tells(object.value(key)); });
    };
    static const QRegularExpression failure(u"error|fail|^(rejected|refused|denied|aborted)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return isAny({"error"_L1, "errors"_L1, "fault"_L1, "violations"_L1, "validationerrors"_L1,
                  "exception"_L1, "errormessage"_L1, "errorcode"_L1},
                 saysSomething) ||
           isAny({"status"_L1, "statuscode"_L1, "code"_L1},
                 [](const QJsonValue &value) {
                     const int status = value.toVariant().toInt(); // also when the status is a text
                     return status >= 400 && status < 600;
                 }) ||
           isAny({"success"_L1, "issuccess"_L1, "succeeded"_L1, "ok"_L1, "done"_L1, "accepted"_L1,
                  "deleted"_L1, "acknowledged"_L1},
                 [](const QJsonValue &value) { return value == QJsonValue(false); }) ||
           isAny({"status"_L1, "result"_L1, "outcome"_L1, "state"_L1},
                 [](const QJsonValue &value) { return value.toString().contains(failure); });
}

// The same for an error inside an object or a list.
bool tellsOfErrorInside(const QJsonDocument &json)
{
    QJsonArray parts = json.array();
    const QJsonObject object = plainKeys(json.object());
    for (const QLatin1String key : {"data"_L1, "result"_L1, "response"_L1, "body"_L1})
        parts.append(object.value(key));
    return tellsOfError(json.object()) ||
           std::any_of(parts.begin(), parts.end(),
                       [](const QJsonValue &part) { return tellsOfError(part.toObject()); });
}

// What is wrong with an answer without a promised body. An empty body, or any JSON without an
// error, is fine. A web page is not the API's answer.
QString emptyFault(const QByteArray &body, const QJsonDocument &json)
{
    if (tellsOfErrorInside(json) || body.trimmed() == "false")
        return ApiError::tr("it tells of an error: %1").arg(readProblem(body).message);
    if (body.trimmed().isEmpty() || !json.isNull() || isJsonValue(body))
        return {};
    return objectFault(body, json);
}

QString bodyFault(const Request &request, const QByteArray &body, const QJsonDocument &json)
{
    switch (request.promise) {
    case Promise::Nothing: return emptyFault(body, json);
    case Promise::Object: return objectFault(body, json);
    case Promise::Definition: return definitionFault(request, body, json);
    }
    return {};
}

} // namespace

bool Answer::isBroken() const
{
    if (end == End::TimedOut || status == 0)
        return true;
    // Qt's codes: 1 to 199 are for connection and proxy, 399 for the protocol. Those above 200
    // stand for the status, except 205: the write could not be sent again.
    return (error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolFailure;
}

bool Answer::isInterim() const
{
    return status >= 100 && status < 200;
}

Answer answerOf(const QNetworkReply *reply, Answer::End end, QByteArray body)
{
    Answer answer;
    answer.end = end;
    answer.error = reply->error();
    answer.errorText = reply->errorString();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (end == Answer::End::TooLarge)
        return answer;
    answer.body = std::move(body);
    settleBody(answer, *reply);
    if (answer.error == QNetworkReply::NoError && isGood(answer.status))
        return answer;
    answer.neverLeft = Transport::neverLeft(reply);
    answer.retryAfter = reply->rawHeader("Retry-After");
    answer.date = reply->rawHeader("Date");
    answer.proxy = failedProxy(answer, reply->url());
    const QByteArray location = reply->rawHeader("Location");
    if (!location.isEmpty())
        answer.redirectHost = reply->url().resolved(QUrl::fromEncoded(location)).host();
    return answer;
}

std::optional<ApiError> faultOf(const Request &request, const Answer &answer, const QDateTime &now)
{
    if (answer.end == Answer::End::TooLarge)
        return tooLargeFault(request, answer);
    // A refusal counts even when its body was cut off.
    if (answer.isBroken() && answer.status < 300)
        return brokenFault(request, answer);
    if (!isGood(answer.status))
        return statusFault(request, answer, now);
    return std::nullopt;
}

Result<Reply> judgeBody(const Request &request, Answer answer, const QJsonDocument &json)
{
    const QString fault = bodyFault(request, answer.body, json);
    if (!fault.isEmpty())
        return make(Kind::BadReply, request, answer, fault);
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
