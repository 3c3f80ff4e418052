// SPDX-License-Identifier: Apache-2.0
#include "models/api/problem.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 500;

// One line of readable text from a body that is not JSON, or from a message in it.
QString plainText(QString text)
{
    static const QRegularExpression hidden(u"<(script|style|head)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[a-zA-Z/!][^>]*>"_s);
    text.truncate(20 * longestMessage);
    text.replace(hidden, u" "_s).replace(tag, u" "_s);
    text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    text.replace(u"&#39;"_s, u"'"_s).replace(u"&nbsp;"_s, u" "_s).replace(u"&amp;"_s, u"&"_s);
    text = text.simplified();
    if (text.size() > longestMessage)
        text = text.left(longestMessage) + u'…';
    return text;
}

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        const QString text = object.value(key).toString().simplified();
        if (!text.isEmpty())
            return text.size() > longestMessage ? text.left(longestMessage) + u'…' : text;
    }
    return {};
}

Violation violationFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return {{}, value.toVariant().toString()};
    const QJsonObject object = value.toObject();
    return {firstText(object, {"field"_L1, "path"_L1, "property"_L1, "propertyPath"_L1}),
            firstText(object, {"message"_L1, "detail"_L1, "defaultMessage"_L1, "title"_L1})};
}

QList<Violation> violationsFrom(const QJsonObject &body)
{
    QList<Violation> violations;
    for (const QLatin1String key : {"validation-errors"_L1, "violations"_L1, "errors"_L1}) {
        const QJsonArray entries = body.value(key).toArray();
        for (const auto &entry : entries) {
            Violation violation = violationFrom(entry);
            if (!violation.message.isEmpty() || !violation.field.isEmpty())
                violations.append(std::move(violation));
        }
    }
    return violations;
}

QDateTime httpDate(const QByteArray &text)
{
    // RFC 9110: always "Sun, 06 Nov 1994 08:49:37 GMT" from a sender of today, whatever the locale.
    const QLocale c = QLocale::c();
    QDateTime date =
        c.toDateTime(QString::fromLatin1(text).simplified(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

// The secret in each encoding that a text may have it in; none for no secret.
QList<QByteArray> formsOf(const QByteArray &secret)
{
    if (secret.isEmpty())
        return {};
    const QString text = QString::fromUtf8(secret);
    const QByteArray percent = QUrl::toPercentEncoding(text);
    QByteArray form = percent;
    form.replace("%20", "+");
    QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    json = json.mid(2, json.size() - 4); // without [" and "]
    return {secret, percent, form, json};
}

} // namespace

Problem readProblem(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isNull())
        return {plainText(QString::fromUtf8(body)), {}};
    const QJsonObject object = json.object();
    return {firstText(object,
                      {"detail"_L1, "error_description"_L1, "message"_L1, "title"_L1, "error"_L1}),
            violationsFrom(object)};
}

ApiError::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401: return ApiError::Kind::Unauthorized;
    case 403: return ApiError::Kind::Forbidden;
    case 404: return ApiError::Kind::NotFound;
    case 409: return ApiError::Kind::Conflict;
    case 429: return ApiError::Kind::RateLimited;
    default: break;
    }
    if (status >= 400 && status < 500)
        return ApiError::Kind::Rejected;
    return status >= 500 ? ApiError::Kind::Server : ApiError::Kind::BadReply;
}

std::optional<std::chrono::milliseconds>
readRetryAfter(const QByteArray &value, const QByteArray &date, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 86'400));
    const QDateTime until = httpDate(value);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime from = httpDate(date);
    const qint64 wait = (from.isValid() ? from : now).msecsTo(until);
    return std::chrono::milliseconds(std::clamp<qint64>(wait, 0, 86'400'000));
}

void stripSecret(QByteArray &body, const QByteArray &secret)
{
    for (const QByteArray &form : formsOf(secret))
        body.replace(form, "***");
}

QString withoutSecret(QString text, const QByteArray &secret)
{
    static const QRegularExpression bearer(u"\\bbearer\\s+[\\w.~+/=-]{6,}"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    text.replace(bearer, u"Bearer ***"_s);
    for (const QByteArray &form : formsOf(secret))
        text.replace(QString::fromUtf8(form), u"***"_s);
    return text;
}

void removeSecret(ApiError &error, const QByteArray &secret)
{
    error.message = withoutSecret(std::move(error.message), secret);
    for (Violation &violation : error.violations) {
        violation.field = withoutSecret(std::move(violation.field), secret);
        violation.message = withoutSecret(std::move(violation.message), secret);
    }
}

} // namespace Sluice
