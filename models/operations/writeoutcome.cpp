// SPDX-License-Identifier: Apache-2.0
#include "models/operations/writeoutcome.h"

namespace Sluice {

QString WriteOutcome::summary() const
{
    if (!error)
        return found;
    // Our own finding has no host: its words are whole sentences.
    return error->host.isEmpty() && !error->isEffectUnknown() ? error->message : error->summary();
}

QString WriteOutcome::nextStep() const
{
    return error && !isDone() ? error->nextStep() : QString();
}

} // namespace Sluice
