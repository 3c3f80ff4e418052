// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/selection.h"

#include "models/fleet/table/pipelinerow.h"

namespace Sluice {

void SelectionCounts::add(const PipelineRow &row)
{
    if (all++ == 0)
        first = row.key;
    startable += row.canStart() ? 1 : 0;
    stoppable += row.canStop() ? 1 : 0;
    if (!accounts.contains(row.key.account))
        accounts.append(row.key.account);
}

SelectedPipeline selectedPipeline(const PipelineRow &row)
{
    return {row.key, row.name, row.canStart(), row.canStop(), row.badge(), row.outdated};
}

} // namespace Sluice
