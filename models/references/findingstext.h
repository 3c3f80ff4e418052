// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

namespace Sluice {

// What may be wrong with a pipeline, mostly with its references to secrets. For its tooltip and its
// overview: how many findings, then a line for each with the field, the reason and what to do.
// definition: that of the pipeline.
QString findingsText(const QList<ReferenceFinding> &findings, const QJsonObject &definition);

// One of them: the field, the reason, and what to do in a second line.
QString findingText(const ReferenceFinding &finding, const QJsonObject &definition);

} // namespace Sluice
