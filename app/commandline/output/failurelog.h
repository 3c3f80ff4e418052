// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/output/failure.h"

#include <QSet>

#include <optional>

namespace Sluice {

// The failures of a command that reads many things and goes on when one cannot be read. People get
// the same failure once only: a server that is gone is gone for all projects. Programs get an
// object for each subject.
class FailureLog
{
public:
    explicit FailureLog(const Arguments &arguments)
        : m_isForPrograms(arguments.isForPrograms())
    {}

    // True when nothing more can be read after this error. A 403 is no such error: the next list
    // may be allowed where this one is forbidden.
    static bool endsReading(const ApiError &error);
    // Returns the error of what was not asked for after such an error. What it would have told is
    // not known. It is of the same kind, and so has the same exit code.
    static ApiError notAsked(const ApiError &reason);

    // Says that the subject could not be read, and why.
    void notRead(const QString &subject, const ApiError &error);
    // Tells people how many failures were not printed.
    void finish() const;

    // Returns the error of what is still to be read, when there is no use in asking for it.
    const std::optional<ApiError> &hindrance() const { return m_hindrance; }

    // Returns the worst exit code; Done when nothing failed.
    ExitCode code() const { return m_code; }

private:
    const bool m_isForPrograms;
    QSet<QString> m_said;
    int m_left = 0;
    ExitCode m_code = ExitCode::Done;
    std::optional<ApiError> m_hindrance;
};

} // namespace Sluice
