// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>

#include <optional>

class QDateTime;

namespace Sluice {

// What an error body says: one sentence, and the refused fields where it names any.
struct Problem {
    QString message;
    QList<Violation> violations;
};

// Reads the guide's problem ("detail", "validation-errors"), the reference's ("violations", plain
// strings), OAuth's ("error_description"), and what gateways and frameworks send instead: lists of
// faults and maps of field to messages under many names, nested errors, bare maps of fields, plain
// text, XML and HTML. JSON that says nothing that is understood is given as it is. All of it
// shortened and without what looks like a secret; a field is a dotted path, also where the server
// writes a JSON pointer, a JSONPath or a list of keys.
Problem readProblem(const QByteArray &body);

// The error kind of a status that is not 2xx.
ApiError::Kind kindOfStatus(int status);

// Time to wait by a Retry-After header: seconds, also with a fraction, or an HTTP date, also in its
// two old forms. A date is measured from the server's own Date header when that can be read, else
// from now. Nothing when the header is absent or senseless: no number, below zero, a date that lies
// more than a minute back or more than a day ahead.
std::optional<std::chrono::milliseconds>
readRetryAfter(const QByteArray &value, const QByteArray &date, const QDateTime &now);

} // namespace Sluice
