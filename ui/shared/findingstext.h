// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

namespace Sluice {

// What may be wrong with a pipeline, most of all with its references to secrets, for its tooltip
// and its overview: how much, then a line each with the field, the reason and what to do.
// definition: the pipeline's.
QString findingsText(const QList<ReferenceFinding> &findings, const QJsonObject &definition);

} // namespace Sluice
