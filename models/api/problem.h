// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>

#include <optional>

class QDateTime;

namespace Sluice {

// What an error body says: the guide's problem ("detail", "validation-errors"), the reference's
// ("violations", plain strings), OAuth's ("error_description"), or plain text and HTML, shortened.
struct Problem {
    QString message;
    QList<Violation> violations;
};

Problem readProblem(const QByteArray &body);

// The error kind of a status that is not 2xx.
ApiError::Kind kindOfStatus(int status);

// Time to wait by a Retry-After header, seconds or HTTP date; a date is measured from the server's
// own Date header when that can be read, else from now. Nothing when absent or not readable.
std::optional<std::chrono::milliseconds>
readRetryAfter(const QByteArray &value, const QByteArray &date, const QDateTime &now);

// The text without the token or secret, should a server or library repeat it.
QString withoutSecret(QString text, const QByteArray &secret);
void removeSecret(ApiError &error, const QByteArray &secret);

// Takes token or secret out of a body, in the forms in which a server could repeat it: plain,
// percent-encoded, as in a form (blank as +), as in JSON. To be done before readProblem: a
// shortened text could keep a part of the secret.
void stripSecret(QByteArray &body, const QByteArray &secret);

} // namespace Sluice
