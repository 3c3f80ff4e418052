// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"

#include <QList>
#include <QString>

class QModelIndex;

namespace Sluice {

// What the actions need to know of one selected pipeline.
struct SelectedPipeline {
    PipelineKey key;
    QString name;
    bool canStart = false;
    bool canStop = false;
};

using Selection = QList<SelectedPipeline>;

// Reads any index of a row of the PipelineModel, or of a proxy over it.
SelectedPipeline selectedPipeline(const QModelIndex &index);

} // namespace Sluice
