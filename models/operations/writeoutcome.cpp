// SPDX-License-Identifier: Apache-2.0
#include "models/operations/writeoutcome.h"

#include <QCoreApplication>

namespace Sluice {

QString WriteOutcome::summary() const
{
    if (!error)
        return found;
    // An error of this program itself has no host, and its message is whole sentences.
    return error->host.isEmpty() && !error->isEffectUnknown() ? error->message : error->summary();
}

QString WriteOutcome::text() const
{
    QStringList lines{summary()};
    const QList<Violation> violations = error ? error->violations : QList<Violation>();
    for (const Violation &violation : violations) {
        lines += violation.field.isEmpty() ? violation.message
                                           : QCoreApplication::translate("Sluice::WriteOutcome",
                                                                         "%1: %2", "field: message")
                                                 .arg(violation.field, violation.message);
    }
    return lines.join(u'\n');
}

QString WriteOutcome::nextStep() const
{
    return error && !isDone() ? error->nextStep() : QString();
}

} // namespace Sluice
