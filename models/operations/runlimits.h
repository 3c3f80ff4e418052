// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/writeoutcome.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace Sluice {

// What ends a run of many writes early: too many failures, or a problem of one write that all later
// ones of its account or project would meet, too. A pure value.
class RunLimits
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunLimits)

public:
    struct Settings {
        int mostFailures = 0; // of the whole run; 0: no limit
        int mostInARow = 0;   // of the server itself, in one account; 0: no limit
    };

    explicit RunLimits(Settings settings)
        : m_settings(settings)
    {}

    // Forgets what was in the way.
    void clear();

    void recordDone(const QString &account) { m_inARow.remove(account); }

    void recordFailure(const QString &account, const QString &project, const WriteOutcome &outcome);

    // Counts a failure that no answer tells, such as a time-out.
    void countFailure() { ++m_failures; }

    bool isFull() const
    {
        return m_settings.mostFailures > 0 && m_failures >= m_settings.mostFailures;
    }

    // Why nothing more is sent there: a sentence, translated. Empty: it may be.
    QString obstacle(const QString &account, const QString &project) const;

private:
    using Place = std::pair<QString, QString>; // account and project; "" stands for all projects

    Settings m_settings;
    QHash<Place, QString> m_halted; // why
    QHash<QString, int> m_inARow;   // failures of the server in a row, by account
    int m_failures = 0;
};

} // namespace Sluice
