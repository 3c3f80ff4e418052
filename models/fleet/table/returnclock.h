// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/logretention.h"

#include <QDateTime>

#include <optional>

namespace Sluice {

// The clock of no return of a pipeline that does not stream: how long its source's log still
// reaches back to where it has to go on. After that it needs a new snapshot. It rests on what was
// seen from here and on what the user said of the log. Pure; time is handed in.
struct ReturnClock {
    // How sure it is: with a gap in the looks it may have streamed for longer, and a snapshot that
    // ran already at the first look began earlier.
    enum class Bound { Exact, AtLeast, AtMost };

    QDateTime from;     // last seen streaming, or the begin of its first snapshot; UTC
    QDateTime deadline; // the log reaches back no further than from; UTC
    Bound bound = Bound::Exact;
    bool isFirstSnapshot = false;    // from is the begin of a snapshot
    bool isStateKnown = true;        // false: nobody knows whether it streams
    std::chrono::hours retention{0}; // that this rests on

    // None: it streams, it never ran as far as is known, or nobody said how long the log is kept.
    static std::optional<ReturnClock> of(const PipelineRow &row, const LogRetention &retention);
    // True: the time to go back to is known; only the log's retention is missing.
    static bool isWaitingForRetention(const PipelineRow &row, const LogRetention &retention);

    bool isOver(const QDateTime &now) const { return now >= deadline; }

    // 0 at its begin, 1 when it is over.
    double used(const QDateTime &now) const;
    // "19 h", "at least 19 h", "run out"; translated.
    QString shortText(const QDateTime &now) const;
    // "At least 19 h are left before this pipeline may need a new snapshot."
    QString text(const QDateTime &now) const;
    // What it rests on: "Last seen streaming …. The log of db1 is kept for 3 days, as you said."
    QString reason(const QString &host) const;
};

} // namespace Sluice
