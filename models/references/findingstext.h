// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

namespace Sluice {

// The findings about a pipeline as text, for its tool tip and its overview: first their number,
// then for each the field, the reason and what to do. definition: the pipeline's definition.
QString findingsText(const QList<ReferenceFinding> &findings, const QJsonObject &definition);

// One finding: the field and the reason, and in a second line what to do.
QString findingText(const ReferenceFinding &finding, const QJsonObject &definition);

} // namespace Sluice
