// SPDX-License-Identifier: Apache-2.0
#include "models/api/apierror.h"

#include "models/api/waittext.h"

#include <QStringList>

namespace Sluice {

namespace {

// Says what may have happened, for a write of unknown effect.
QString openQuestion(const ApiError &error)
{
    const auto is = [&error](QStringView verb, QStringView end) {
        return error.target.startsWith(verb) && error.target.endsWith(end);
    };
    if (is(u"POST ", u"/streaming-pipelines"))
        return ApiError::tr("It is not known whether the pipeline was created.");
    if (is(u"PUT ", u""))
        return ApiError::tr("It is not known whether the change was saved.");
    if (is(u"DELETE ", u""))
        return ApiError::tr("It is not known whether the pipeline was deleted.");
    if (is(u"POST ", u"/commands"))
        return ApiError::tr("It is not known whether the command arrived.");
    return ApiError::tr("It is not known whether the request took effect.");
}

// The name of the peer that was not reached.
QString peerOf(const ApiError &error)
{
    return error.proxy.isEmpty() ? error.host : ApiError::tr("the proxy %1").arg(error.proxy);
}

QString quoted(const QString &fact, const QString &words)
{
    if (words.isEmpty())
        return fact + u'.';
    return ApiError::tr("%1: \"%2\".").arg(fact, words);
}

QString seconds(std::chrono::milliseconds time)
{
    const auto whole = std::chrono::ceil<std::chrono::seconds>(time).count();
    return QString::number(whole);
}

QString noAnswer(const ApiError &error)
{
    if (error.waited.count() > 0)
        return ApiError::tr("No answer from %1 in %2 s.").arg(error.host, seconds(error.waited));
    if (error.message.isEmpty())
        return ApiError::tr("No answer from %1.").arg(error.host);
    return error.message;
}

} // namespace

QString ApiError::summary() const
{
    QStringList sentences{fact()};
    if (isEffectUnknown())
        sentences += openQuestion(*this);
    if (!found.isEmpty())
        sentences += found;
    return sentences.join(u' ');
}

QString ApiError::fact() const
{
    switch (kind) {
    case Kind::Network:
        return waited.count() > 0
                   ? tr("No connection to %1 in %2 s.").arg(peerOf(*this), seconds(waited))
                   : quoted(tr("No connection to %1").arg(peerOf(*this)), message);
    case Kind::Timeout:
    case Kind::NoAnswer: return noAnswer(*this);
    case Kind::Cancelled:
        return message.isEmpty() ? tr("Given up before the answer came.") : message;
    case Kind::Tls: return quoted(tr("The connection to %1 is not secure").arg(host), message);
    case Kind::Unauthorized: return quoted(tr("%1 did not accept the sign-in").arg(host), message);
    case Kind::Forbidden: return quoted(tr("These credentials may not do this"), message);
    case Kind::NotFound: return quoted(tr("%1 does not find this").arg(host), message);
    case Kind::Conflict: // without a host, this program found the conflict itself
        return host.isEmpty() ? message : quoted(tr("The server refuses this now"), message);
    case Kind::Rejected:
        return httpStatus == 0 && !message.isEmpty()
                   ? message
                   : quoted(tr("The server answered %1").arg(httpStatus), message);
    case Kind::RateLimited:
        return retryAfter.count() > 0 ? tr("Maia asked us to wait %1.").arg(waitText(retryAfter))
                                      : quoted(tr("Maia asked us to wait"), message);
    case Kind::Server:
        return quoted(tr("%1 has a problem and answered %2").arg(host).arg(httpStatus), message);
    case Kind::BadReply: return quoted(tr("%1 gave an unusable answer").arg(host), message);
    }
    return message;
}

QString ApiError::nextStep() const
{
    if (isEffectUnknown())
        return tr("Refresh and look before you try again.");
    if (!found.isEmpty())
        return tr("You can try again.");
    if (!advice.isEmpty())
        return advice;
    switch (kind) {
    case Kind::Network:
        return proxy.isEmpty() ? tr("Check the connection and the address, then try again.")
                               : tr("Check the proxy settings of this computer, then try again.");
    case Kind::Timeout:
    case Kind::NoAnswer:
    case Kind::Server: return tr("Try again in a moment.");
    case Kind::Cancelled: return {};
    case Kind::Tls:
        return tr("Check the address and this computer's date; ask your network administrator "
                  "whether a proxy inspects the traffic.");
    case Kind::Unauthorized:
        return tr("Check the client ID and secret, or the token, of this account.");
    case Kind::Forbidden:
        return tr("The credential probably lacks a project role. Ask an administrator.");
    case Kind::NotFound: return tr("It may be gone, or not visible to these credentials. Refresh.");
    case Kind::Conflict: return host.isEmpty() ? QString() : tr("Look at its present state.");
    case Kind::Rejected:
        return violations.isEmpty() ? QString() : tr("Correct the fields it names and try again.");
    case Kind::RateLimited: return tr("Try again after the wait.");
    case Kind::BadReply: return tr("Check the address of this account.");
    }
    return {};
}

bool ApiError::endsARun() const
{
    if (isEffectUnknown())
        return true;
    switch (kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Tls:
    case Kind::Unauthorized:
    case Kind::Forbidden: return true;
    case Kind::NoAnswer: // and the effect is known to be None
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Rejected:
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::BadReply: break;
    }
    return false;
}

QString ApiError::details() const
{
    QStringList lines{summary()};
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << QStringLiteral("%1: %2").arg(name, value);
    };
    add(tr("Request"), target);
    add(tr("Server"), host);
    add(tr("Proxy"), proxy);
    add(tr("Status"), httpStatus == 0 ? tr("no answer") : QString::number(httpStatus));
    add(tr("Request ID"), requestId);
    add(tr("Message"), message);
    for (const Violation &violation : violations)
        lines << (violation.field.isEmpty()
                      ? violation.message
                      : QStringLiteral("%1: %2").arg(violation.field, violation.message));
    return lines.join(u'\n');
}

} // namespace Sluice
