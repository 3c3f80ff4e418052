// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/exchange/importfile.h"

namespace Sluice {

class Session;

// Shows what an apply would change, and with a folder also which pipelines have no file. Done when
// nothing differs, Different otherwise.
ExitCode diffProject(const Arguments &arguments, Session &session, const QString &projectId,
                     const QList<ImportEntry> &entries);

} // namespace Sluice
