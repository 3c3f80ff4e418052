// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/http.h"

#include "app/sandbox/exactnumbers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400: return u"Bad Request"_s;
    case 401: return u"Unauthorized"_s;
    case 403: return u"Forbidden"_s;
    case 404: return u"Not Found"_s;
    case 405: return u"Method Not Allowed"_s;
    case 409: return u"Conflict"_s;
    case 411: return u"Length Required"_s;
    case 413: return u"Payload Too Large"_s;
    case 414: return u"URI Too Long"_s;
    case 415: return u"Unsupported Media Type"_s;
    case 416: return u"Range Not Satisfiable"_s;
    case 429: return u"Too Many Requests"_s;
    default: return u"Internal Server Error"_s;
    }
}

QJsonObject problemBody(int status, std::string_view path, const QString &detail)
{
    return {{u"title"_s, titleOf(status)},
            {u"status"_s, status},
            {u"detail"_s, detail},
            {u"instance"_s, instanceOf(path)}};
}

Answer problemAnswer(int status, const QJsonObject &body)
{
    Answer answer = json(status, body);
    answer.contentType = "application/problem+json";
    return answer;
}

} // namespace

QString instanceOf(std::string_view path)
{
    constexpr std::string_view prefix = "/dpc/";
    if (path.starts_with(prefix))
        path.remove_prefix(prefix.size() - 1);
    return QString::fromUtf8(path.data(), qsizetype(path.size()));
}

Answer problem(int status, std::string_view path, const QString &detail)
{
    return problemAnswer(status, problemBody(status, path, detail));
}

Answer invalid(std::string_view path, const QString &detail, const QList<Fault> &faults)
{
    QJsonArray list;
    for (const Fault &fault : faults)
        list.append(QJsonObject{{u"field"_s, fault.field}, {u"message"_s, fault.message}});
    QJsonObject body = problemBody(400, path, detail);
    body.insert(u"validation-errors"_s, list);
    return problemAnswer(400, body);
}

Answer violations(std::string_view path, const QList<Fault> &faults)
{
    QJsonArray list;
    for (const Fault &fault : faults)
        list.append(u"%1: %2"_s.arg(fault.field, fault.message));
    QJsonObject body = problemBody(400, path, u"The request has values that are not allowed."_s);
    body.insert(u"type"_s, u"https://api.matillion.com/problems/bad-request"_s);
    body.insert(u"violations"_s, list);
    return problemAnswer(400, body);
}

Answer unreadable(std::string_view path)
{
    return problem(400, path, u"Failed to read request. Please check your request body."_s);
}

Answer json(int status, const QJsonObject &body)
{
    Answer answer;
    answer.status = status;
    answer.body = unboxed(QJsonDocument(body).toJson(QJsonDocument::Compact)).toStdString();
    return answer;
}

std::optional<QJsonObject> objectIn(std::string_view body)
{
    const QJsonDocument document = QJsonDocument::fromJson(boxed(body));
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace Sluice::Sandbox
