// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace Sluice::Sandbox {

// One request as the operations see it; the views live as long as the request does.
struct Request {
    std::string_view method;
    std::string_view path; // decoded, with /dpc
    std::string_view authorization;
    std::string_view contentType;
    std::string_view body;
    const std::multimap<std::string, std::string> &query;
    bool hasLength = true; // false: the header does not say how long the body is
};

struct Answer {
    int status = 200;
    std::string body;
    const char *contentType = "application/json";
    std::multimap<std::string, std::string> headers;
};

// One fault of a body: a dotted path and what is wrong with it, in the guide's words.
struct Fault {
    QString field;
    QString message;
};

// The path as problem bodies name it: without /dpc (guide).
QString instanceOf(std::string_view path);

// A problem body in the guide's manner: title, status, detail, instance.
Answer problem(int status, std::string_view path, const QString &detail);

// 400 with the guide's list: validation-errors, objects of field and message.
Answer invalid(std::string_view path, const QString &detail, const QList<Fault> &faults);

// 400 with the reference's list: violations, strings.
Answer violations(std::string_view path, const QList<Fault> &faults);

// 400 in the reference's words for a body that is no JSON object.
Answer unreadable(std::string_view path);

Answer json(int status, const QJsonObject &body);

// The object in a body; nothing when it is not JSON or not an object.
std::optional<QJsonObject> objectIn(std::string_view body);

// Whether two texts are equal but for the case of ASCII letters.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace Sluice::Sandbox
