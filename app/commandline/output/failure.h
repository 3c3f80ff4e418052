// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/exitcode.h"
#include "models/api/apierror.h"

#include <QJsonObject>
#include <QStringList>

namespace Sluice {

// Why a command, or a part of it, did not do what it was asked for, as people and programs read it.
struct Failure {
    QString kind;    // a word for programs: "rejected", "wrong_usage"
    QString message; // sentences; may be empty when the details say it all
    ExitCode code = ExitCode::Refused;
    Effect effect = Effect::None; // what became of what was asked for
    QStringList details;          // a line each, said before the message
    QList<Violation> violations = {};
    QString requestId = {};
    int httpStatus = 0;   // 0: the server did not say it
    QString subject = {}; // what it is about, where a command does many things
    QString lead = {};    // a line with the subject, said first

    // What a call to the server ended with; exit code and outcome follow from it.
    explicit Failure(const ApiError &error);

    // What the program found itself.
    Failure(const QString &kindWord, const QString &text, ExitCode exitCode = ExitCode::Refused)
        : kind(kindWord)
        , message(text)
        , code(exitCode)
    {}

    // A line each: lead, details, violations as "path: message", message.
    QString text() const;
    // {kind, message, details, violations: [{path, message}], requestId, httpStatus, outcome,
    // subject, exitCode}; what is not known is missing, but for the violations.
    QJsonObject json() const;
};

} // namespace Sluice
