// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/failure.h"

#include "app/commandline/output/console.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString kindWord(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Network: return u"network"_s;
    case ApiError::Kind::Timeout: return u"timeout"_s;
    case ApiError::Kind::Cancelled: return u"interrupted"_s;
    case ApiError::Kind::Tls: return u"tls"_s;
    case ApiError::Kind::NoAnswer: return u"no_answer"_s;
    case ApiError::Kind::Unauthorized: return u"not_signed_in"_s;
    case ApiError::Kind::Forbidden: return u"not_allowed"_s;
    case ApiError::Kind::NotFound: return u"not_found"_s;
    case ApiError::Kind::Conflict: return u"conflict"_s;
    case ApiError::Kind::Rejected: return u"rejected"_s;
    case ApiError::Kind::RateLimited: return u"rate_limited"_s;
    case ApiError::Kind::Server: return u"server"_s;
    case ApiError::Kind::BadReply: return u"bad_reply"_s;
    }
    return {};
}

ExitCode exitCodeOf(const ApiError &error)
{
    if (error.isEffectUnknown())
        return ExitCode::OutcomeUnknown;
    const bool isNotAllowed =
        error.kind == ApiError::Kind::Unauthorized || error.kind == ApiError::Kind::Forbidden;
    return isNotAllowed ? ExitCode::NotAllowed : ExitCode::Refused;
}

QString outcomeWord(Effect effect)
{
    switch (effect) {
    case Effect::None: return u"not_done"_s;
    case Effect::Happened: return u"done"_s;
    case Effect::Unknown: return u"unknown"_s;
    }
    return {};
}

} // namespace

Failure::Failure(const ApiError &error)
    : kind(kindWord(error.kind))
    // An error without a host is the program's own, and its message is complete.
    , message(error.host.isEmpty() ? error.message
                                   : (error.summary() + u' ' + error.nextStep()).trimmed())
    , code(exitCodeOf(error))
    , effect(error.effect)
    , violations(error.violations)
    , requestId(error.requestId)
    , httpStatus(error.httpStatus)
{}

QString Failure::text() const
{
    QStringList lines;
    if (!lead.isEmpty())
        lines += lead;
    lines += details;
    for (const Violation &violation : violations) {
        const QString words = Console::onOneLine(violation.message);
        lines += violation.field.isEmpty() ? words
                                           : Console::onOneLine(violation.field) + u": "_s + words;
    }
    if (!message.isEmpty())
        lines += message;
    return lines.join(u'\n');
}

QJsonObject Failure::json() const
{
    QJsonArray fields;
    for (const Violation &violation : violations)
        fields.append(QJsonObject{{u"path"_s, violation.field}, {u"message"_s, violation.message}});
    QJsonObject json{{u"kind"_s, kind},
                     {u"message"_s, message},
                     {u"outcome"_s, outcomeWord(effect)},
                     {u"violations"_s, fields},
                     {u"exitCode"_s, int(code)}};
    if (!details.isEmpty())
        json.insert(u"details"_s, QJsonArray::fromStringList(details));
    if (!requestId.isEmpty())
        json.insert(u"requestId"_s, requestId);
    if (httpStatus != 0)
        json.insert(u"httpStatus"_s, httpStatus);
    if (!subject.isEmpty())
        json.insert(u"subject"_s, subject);
    return json;
}

} // namespace Sluice
