// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinestate.h"

#include <QList>
#include <QString>

class QModelIndex;

namespace Sluice {

struct PipelineRow;

// The data that actions need of one selected pipeline.
struct SelectedPipeline {
    PipelineKey key;
    QString name;
    bool canStart = false;
    bool canStop = false;
    Badge badge = Badge::NotChecked;
    bool outdated = false; // so it was at the last check
};

using Selection = QList<SelectedPipeline>;

// The data that decide about actions, of all selected pipelines together. Counted without making a
// list, as thousands may be selected.
struct SelectionCounts {
    int all = 0;
    int startable = 0;
    int stoppable = 0;
    PipelineKey first;       // of the selected ones
    QList<QString> accounts; // each once

    void add(const PipelineRow &row);
};

SelectedPipeline selectedPipeline(const PipelineRow &row);

} // namespace Sluice
