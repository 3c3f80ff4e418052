// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/pipelinemodel.h"
#include "ui/widgets/badgepainter.h"

namespace Sluice {

// The badge of a row of the PipelineModel.
inline BadgeLook badgeLookOf(const QModelIndex &row)
{
    BadgeLook look;
    look.badge = Badge(row.data(PipelineModel::BadgeRole).toInt());
    look.rawText = row.data(PipelineModel::RawStatusRole).toString();
    look.stale = row.data(PipelineModel::OutdatedRole).toBool();
    return look;
}

} // namespace Sluice
