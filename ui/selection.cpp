// SPDX-License-Identifier: Apache-2.0
#include "ui/selection.h"

#include "models/fleet/pipelinemodel.h"

namespace Sluice {

SelectedPipeline selectedPipeline(const QModelIndex &index)
{
    return {index.data(PipelineModel::KeyRole).value<PipelineKey>(),
            index.data(PipelineModel::NameRole).toString(),
            index.data(PipelineModel::CanStartRole).toBool(),
            index.data(PipelineModel::CanStopRole).toBool()};
}

} // namespace Sluice
