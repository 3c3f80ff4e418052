// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"
#include "models/api/result.h"

namespace Sluice {

// Reads the text of a definition from a file or from stdin ("-"). Fails for the same reasons as
// apply.
Result<QByteArray, Failure> readDefinitionFile(const QString &name);

} // namespace Sluice
