// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/failurelog.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"

#include <algorithm>

namespace Sluice {

bool FailureLog::endsReading(const ApiError &error)
{
    return error.endsARun() && error.kind != ApiError::Kind::Forbidden;
}

ApiError FailureLog::notAsked(const ApiError &reason)
{
    ApiError error;
    error.kind = reason.kind;
    error.message = CommandLine::tr("Not asked for after an earlier failure.");
    return error;
}

void FailureLog::notRead(const QString &subject, const ApiError &error)
{
    if (!m_hindrance && endsReading(error))
        m_hindrance = notAsked(error);
    Failure failure(error);
    m_code = std::max(m_code, failure.code);
    const QString text = failure.text();
    if (!m_isForPrograms && m_said.contains(text)) {
        ++m_left;
        return;
    }
    m_said.insert(text);
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
