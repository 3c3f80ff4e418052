// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/exitcode.h"
#include "models/api/apierror.h"

#include <QJsonObject>
#include <QStringList>

namespace Sluice {

// The reason why a command, or a part of it, failed, for people and for programs.
struct Failure {
    QString kind;    // a word for programs: "rejected", "wrong_usage"
    QString message; // sentences
    ExitCode code = ExitCode::Refused;
    Effect effect = Effect::None; // what became of the request
    QStringList details;          // one a line, printed before the message
    QList<Violation> violations = {};
    QString requestId = {};
    int httpStatus = 0;   // 0: not the server's answer
    QString subject = {}; // the thing it is about, where a command handles many
    QString lead = {};    // a line that names the subject, printed first

    // Makes the failure of a call to the server, with its exit code and outcome.
    explicit Failure(const ApiError &error);

    // Makes a failure that the program found itself.
    Failure(const QString &kindWord, const QString &text, ExitCode exitCode = ExitCode::Refused)
        : kind(kindWord)
        , message(text)
        , code(exitCode)
    {}

    // Returns lines for people: lead, details, violations as "path: message", message.
    QString text() const;
    // Returns an object for programs: {kind, message, details, violations: [{path, message}],
    // requestId, httpStatus, outcome, subject, exitCode}. Leaves out what is empty, except kind,
    // message, violations, outcome and exitCode.
    QJsonObject json() const;
};

} // namespace Sluice
