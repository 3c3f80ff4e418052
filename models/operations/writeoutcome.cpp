// SPDX-License-Identifier: Apache-2.0
#include "models/operations/writeoutcome.h"

namespace Sluice {

QString WriteOutcome::summary() const
{
    if (!error)
        return found;
    // An error of this program itself has no host, and its message is whole sentences.
    return error->host.isEmpty() && !error->isEffectUnknown() ? error->message : error->summary();
}

QString WriteOutcome::nextStep() const
{
    return error && !isDone() ? error->nextStep() : QString();
}

} // namespace Sluice
