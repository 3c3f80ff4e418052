// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// The number of tables in a definition.
qsizetype tablesIn(const QJsonObject &definition);

QString nameOf(const Pipeline &pipeline);

// Puts a checked definition into the pipeline, which has its ids already. Sets the answer body with
// both ids, the runner, and the time of a snapshot.
void setDefinition(Pipeline &pipeline, QJsonObject definition);

} // namespace Sluice::Sandbox
