// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"

#include <QSet>

namespace Sluice {

// The failures of a command that reads many things and goes on when one cannot be read. It prints
// the same failure once only: a server that is gone is gone for all projects.
class FailureLog
{
public:
    // Says that the subject could not be read, and why.
    void notRead(const QString &subject, const ApiError &error);
    // Says how many failures were not printed.
    void finish() const;

    // Returns the worst exit code; Done when nothing failed.
    ExitCode code() const { return m_code; }

private:
    QSet<QString> m_said;
    int m_left = 0;
    ExitCode m_code = ExitCode::Done;
};

} // namespace Sluice
