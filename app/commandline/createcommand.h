// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"

namespace Sluice {

class Session;

// Creates one pipeline from a definition's text (place: its file). When the project has one of that
// name it asks first, or needs --allow-duplicate; runs on this computer do so one after the other.
ExitCode createPipeline(const Arguments &arguments, Session &session, const QString &projectId,
                        const QByteArray &json, const QString &place);

} // namespace Sluice
