// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

namespace Sluice {

// The word of a badge ("Stopped unexpectedly"); rawText for values this program does not know.
QString badgeWord(Badge badge, const QString &rawText = {});

// The badge in words, for screen readers and tool tips ("Streaming, outdated"). isStale: the last
// check is too long ago.
QString badgeText(Badge badge, const QString &rawText, bool isStale);

} // namespace Sluice
