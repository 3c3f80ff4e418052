// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sluice {

struct PipelineRow;

// How a run goes about its pipelines: all of them, or some first, so that what goes wrong is seen
// on few.
enum class WavePlan {
    AtOnce,
    Growing,  // one, then a tenth of them, then the rest
    BySource, // a wave for each source host
    ByTag,    // a wave for each first tag; those without one last
};

// The wave of each row, from 0, without a gap; rows may not be null.
QList<int> wavesOf(WavePlan plan, const QList<const PipelineRow *> &rows);

// "One, 10 %, then the rest", translated.
QString wavePlanText(WavePlan plan);

} // namespace Sluice
