// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesource.h"

namespace Sluice {

class PipelineModel;

// The pipelines with tables, as they were read last: of one account, or of all when it is empty;
// without the one with the id except.
QList<TableSource> pipelineTables(const PipelineModel &pipelines, const QString &account,
                                  const QString &except = {});

} // namespace Sluice
