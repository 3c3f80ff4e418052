// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesource.h"

namespace Sluice {

class PipelineModel;

// The pipelines with their tables, as they were read last. account: empty means all accounts. The
// pipeline with the id except is left out.
QList<TableSource> pipelineTables(const PipelineModel &pipelines, const QString &account,
                                  const QString &except = {});

} // namespace Sluice
