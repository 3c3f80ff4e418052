// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"

#include <QSet>

namespace Sluice {

// The failures of a command that reads many things and goes on where one cannot be read. What was
// said once is not said again: a server that is gone is gone for all projects.
class FailureLog
{
public:
    // Says that the subject was not read, and why.
    void notRead(const QString &subject, const ApiError &error);
    // Says how many failures were not said by themselves.
    void finish() const;

    // The worst one's; Done: there was none.
    ExitCode code() const { return m_code; }

private:
    QSet<QString> m_said;
    int m_left = 0;
    ExitCode m_code = ExitCode::Done;
};

} // namespace Sluice
