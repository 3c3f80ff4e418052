// SPDX-License-Identifier: Apache-2.0
#include "models/operations/runlimits.h"

namespace Sluice {

void RunLimits::clear()
{
    m_halted.clear();
    m_inARow.clear();
    m_failures = 0;
}

void RunLimits::recordFailure(const QString &account, const QString &project,
                              const WriteOutcome &outcome)
{
    const ApiError &error = *outcome.error;
    const bool isServers = error.kind == ApiError::Kind::Server ||
                           error.kind == ApiError::Kind::BadReply ||
                           error.kind == ApiError::Kind::NoAnswer;
    int &inARow = m_inARow[account];
    inARow = isServers ? inARow + 1 : 0;
    ++m_failures;
    const QString why = outcome.summary();
    // The look was answered, so the other items can go on.
    const bool endsIt = outcome.look != WriteOutcome::Look::NotDone && error.endsARun();
    const bool isTooMany = m_settings.mostInARow > 0 && inARow >= m_settings.mostInARow;
    if (error.kind == ApiError::Kind::Forbidden)
        m_halted.insert({account, project}, why);
    else if (endsIt || error.kind == ApiError::Kind::RateLimited || isTooMany)
        m_halted.insert({account, {}}, why);
}

QString RunLimits::obstacle(const QString &account, const QString &project) const
{
    if (isFull())
        return tr("Not started, as too many failed before.");
    QString why = m_halted.value({account, {}});
    if (why.isEmpty())
        why = m_halted.value({account, project});
    return why.isEmpty() ? why : tr("Not started, as this stands in its way too: %1").arg(why);
}

} // namespace Sluice
