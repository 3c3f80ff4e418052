// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// How many tables a definition takes.
qsizetype tablesIn(const QJsonObject &definition);

// Puts a checked definition into the pipeline, whose ids stand already: the answer body with both
// ids, the runner, and how long a snapshot takes.
void setDefinition(Pipeline &pipeline, QJsonObject definition);

} // namespace Sluice::Sandbox
