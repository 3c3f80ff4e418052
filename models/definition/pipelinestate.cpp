// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinestate.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Sluice {

namespace {

struct BadgeWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Badge)
};

using StatusPair = std::pair<QLatin1String, PipelineState>;
constexpr std::array statusWords{
    StatusPair{QLatin1String("STARTING"), PipelineState::Starting},
    StatusPair{QLatin1String("SNAPSHOTTING"), PipelineState::Snapshotting},
    StatusPair{QLatin1String("STREAMING"), PipelineState::Streaming},
    StatusPair{QLatin1String("STOPPING"), PipelineState::Stopping},
    StatusPair{QLatin1String("NOT_RUNNING"), PipelineState::NotRunning},
    StatusPair{QLatin1String("UNKNOWN"), PipelineState::Unknown},
};

} // namespace

PipelineState pipelineStateFrom(const QString &text)
{
    for (const auto &[name, state] : statusWords) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return state;
    }
    return PipelineState::Other;
}

QString statusWord(PipelineState state)
{
    for (const auto &[name, each] : statusWords) {
        if (each == state)
            return name;
    }
    return {};
}

bool isTransitional(PipelineState state)
{
    return state == PipelineState::Starting || state == PipelineState::Stopping;
}

bool canStart(PipelineState state)
{
    return state == PipelineState::NotRunning || state == PipelineState::Unknown ||
           state == PipelineState::Other;
}

bool canStop(PipelineState state)
{
    return state != PipelineState::NotRunning && state != PipelineState::Stopping &&
           state != PipelineState::NotChecked;
}

Badge badgeOf(PipelineState state)
{
    switch (state) {
    case PipelineState::NotChecked: return Badge::NotChecked;
    case PipelineState::Starting: return Badge::Starting;
    case PipelineState::Snapshotting: return Badge::Snapshotting;
    case PipelineState::Streaming: return Badge::Streaming;
    case PipelineState::Stopping: return Badge::Stopping;
    case PipelineState::NotRunning: return Badge::Stopped;
    case PipelineState::Unknown: return Badge::Unknown;
    case PipelineState::Other: return Badge::NewValue;
    }
    return Badge::Unknown;
}

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
