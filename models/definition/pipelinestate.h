// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// What the API's status call said (reference: STARTING, SNAPSHOTTING, STREAMING, STOPPING,
// NOT_RUNNING, UNKNOWN). NotChecked: no answer yet. Other: a value this program does not know; show
// it as it is.
enum class PipelineState {
    NotChecked,
    Starting,
    Snapshotting,
    Streaming,
    Stopping,
    NotRunning,
    Unknown,
    Other,
};

enum class PipelineCommand { Start, Stop };

// What a badge shows: the state, or what Sluice knows beyond it. The order is the default sort of
// the dashboard, problems first.
enum class Badge {
    StoppedUnexpectedly, // it ran, it does not now, and nobody stopped it from here (an inference)
    Unknown,
    NewValue,
    StartRequested, // command sent, not yet seen in a status
    StopRequested,
    Starting,
    Stopping,
    Snapshotting,
    Streaming,
    Stopped,
    NotChecked,
};

// Reads a status in any case ("streaming", "STREAMING"; the guide and the reference differ).
PipelineState pipelineStateFrom(const QString &text);

// The reference's word for a state ("STREAMING"). Empty for NotChecked and Other.
QString statusWord(PipelineState state);

// True while the state is changing: the server should be asked again soon.
bool isTransitional(PipelineState state);

// True for states in which a start makes sense (NOT_RUNNING), or is worth a try (UNKNOWN, new
// values).
bool canStart(PipelineState state);

// True for states in which a stop makes sense, or is worth a try.
bool canStop(PipelineState state);

// The badge of a state, before anything else that Sluice knows is considered.
Badge badgeOf(PipelineState state);

// The word of a badge ("Stopped unexpectedly"), translated; rawText for values this program does
// not know.
QString badgeWord(Badge badge, const QString &rawText = {});

// The badge in words, for screen readers and tool tips ("Streaming, outdated"). isStale: the last
// check is too long ago.
QString badgeText(Badge badge, const QString &rawText, bool isStale);

} // namespace Sluice
