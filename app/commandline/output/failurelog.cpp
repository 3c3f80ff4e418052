// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/failurelog.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"

#include <algorithm>

namespace Sluice {

void FailureLog::notRead(const QString &subject, const ApiError &error)
{
    Failure failure(error);
    m_code = std::max(m_code, failure.code);
    const qsizetype before = m_said.size();
    m_said.insert(failure.text());
    if (m_said.size() == before) {
        ++m_left;
        return;
    }
    failure.subject = subject;
    failure.lead = CommandLine::tr("%1: not read:").arg(subject);
    Console::fail(failure);
}

void FailureLog::finish() const
{
    if (m_left > 0)
        Console::warn(
            CommandLine::tr("%n more were not read for the same reason.", nullptr, m_left));
}

} // namespace Sluice
