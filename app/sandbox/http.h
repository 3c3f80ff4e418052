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

// One request as the operations see it. The views live as long as the request does.
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

// One fault of a body: the dotted path, and what is wrong there in the guide's words.
struct Fault {
    QString field;
    QString message;
};

// The path without /dpc, as problem bodies name it (guide).
QString instanceOf(std::string_view path);

// A problem body as in the guide: title, status, detail, instance.
Answer problem(int status, std::string_view path, const QString &detail);

// 400 with the list of the guide: validation-errors, objects with field and message.
Answer invalid(std::string_view path, const QString &detail, const QList<Fault> &faults);

// 400 with the list of the reference: violations, strings.
Answer violations(std::string_view path, const QList<Fault> &faults);

// 400 in the words of the reference, for a body that is not a JSON object.
Answer unreadable(std::string_view path);

Answer json(int status, const QJsonObject &body);

// The JSON object of a body. Nothing when the body is not JSON or not an object.
std::optional<QJsonObject> objectIn(std::string_view body);

// True when the texts are equal apart from the case of ASCII letters.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace Sluice::Sandbox
