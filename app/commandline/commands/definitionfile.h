// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"
#include "models/api/result.h"

namespace Sluice {

// The text of a definition, from a file or stdin ("-"); or why it cannot be used. What apply
// refuses is refused here, too.
Result<QByteArray, Failure> readDefinitionFile(const QString &name);

} // namespace Sluice
