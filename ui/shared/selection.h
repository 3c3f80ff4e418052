// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinestate.h"

#include <QList>
#include <QString>

class QModelIndex;

namespace Sluice {

struct PipelineRow;

// What the actions need to know of one selected pipeline.
struct SelectedPipeline {
    PipelineKey key;
    QString name;
    bool canStart = false;
    bool canStop = false;
    Badge badge = Badge::NotChecked;
    bool outdated = false; // it was so when it was checked last
};

using Selection = QList<SelectedPipeline>;

// What the states of the actions hang on, of all that is selected together: counted without making
// a list, which may be of thousands.
struct SelectionCounts {
    int all = 0;
    int startable = 0;
    int stoppable = 0;
    PipelineKey first;       // of those that are selected
    QList<QString> accounts; // each once

    void add(const PipelineRow &row);
};

SelectedPipeline selectedPipeline(const PipelineRow &row);

} // namespace Sluice
