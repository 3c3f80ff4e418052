// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>

#include <optional>

class QDateTime;

namespace Sluice {

// What an error body says: a sentence, and the refused fields if it names any.
struct Problem {
    QString message;
    QList<Violation> violations;
};

// Reads the problem of the guide ("detail", "validation-errors"), of the reference ("violations",
// plain strings) and of OAuth ("error_description"). Also reads what gateways and frameworks send
// instead: lists of faults and maps of field to messages under many names, nested errors, bare maps
// of fields, plain text, XML and HTML. JSON that is not understood becomes the message as it is.
// Shortens all texts, and removes what looks like a secret. A field becomes a dotted path, also
// when the server writes a JSON pointer, a JSONPath or a list of keys.
Problem readProblem(const QByteArray &body);

// The kind of error for a status that is not 2xx.
ApiError::Kind kindOfStatus(int status);

// The time to wait from a Retry-After header: seconds, also with a fraction, or an HTTP date, also
// in its two old forms. A date counts from the server's own Date header if that can be read, else
// from now. Nothing when the header is missing or makes no sense: not a number, below zero, or a
// date more than a minute in the past or more than a day ahead.
std::optional<std::chrono::milliseconds>
readRetryAfter(const QByteArray &value, const QByteArray &date, const QDateTime &now);

} // namespace Sluice
