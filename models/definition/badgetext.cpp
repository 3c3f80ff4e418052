// SPDX-License-Identifier: Apache-2.0
#include "models/definition/badgetext.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct BadgeWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Badge)
};

} // namespace

QString badgeWord(Badge badge, const QString &rawText)
{
    switch (badge) {
    case Badge::StoppedUnexpectedly: return BadgeWords::tr("Stopped unexpectedly");
    case Badge::Unknown: return BadgeWords::tr("Unknown");
    case Badge::NewValue: return rawText.isEmpty() ? BadgeWords::tr("Unknown") : rawText;
    case Badge::StartRequested: return BadgeWords::tr("Start requested");
    case Badge::StopRequested: return BadgeWords::tr("Stop requested");
    case Badge::Starting: return BadgeWords::tr("Starting");
    case Badge::Stopping: return BadgeWords::tr("Stopping");
    case Badge::Snapshotting: return BadgeWords::tr("Snapshotting");
    case Badge::Streaming: return BadgeWords::tr("Streaming");
    case Badge::Stopped: return BadgeWords::tr("Stopped");
    case Badge::NotChecked: return BadgeWords::tr("Not checked yet");
    }
    return rawText;
}

QString badgeText(Badge badge, const QString &rawText, bool isStale)
{
    const QString word = badgeWord(badge, rawText);
    return isStale ? BadgeWords::tr("%1, outdated").arg(word) : word;
}

} // namespace Sluice
