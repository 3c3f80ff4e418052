// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/returnclock.h"

#include "models/fleet/table/pipelinerow.h"
#include "models/support/agetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sluice {

namespace {

struct ClockText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ReturnClock)
};

// Where it has to go on; without a deadline.
std::optional<ReturnClock> begin(const PipelineRow &row)
{
    using Bound = ReturnClock::Bound;
    if (row.state == PipelineState::Streaming || row.state == PipelineState::NotChecked)
        return {};
    ReturnClock clock;
    clock.isStateKnown = row.state != PipelineState::Unknown && row.state != PipelineState::Other;
    if (row.streamed.isValid()) {
        clock.from = row.streamed.toUTC();
        clock.bound = row.streamedExact && clock.isStateKnown ? Bound::Exact : Bound::AtLeast;
        return clock;
    }
    if (row.state != PipelineState::Snapshotting || !row.since.isValid())
        return {};
    clock.from = row.since.toUTC();
    clock.isFirstSnapshot = true;
    clock.bound = row.sinceExact ? Bound::Exact : Bound::AtMost;
    return clock;
}

} // namespace

std::optional<ReturnClock> ReturnClock::of(const PipelineRow &row, const LogRetention &retention)
{
    std::optional<ReturnClock> clock = begin(row);
    const Retention known = clock ? retention.of(row) : Retention();
    if (known.kind != Retention::Kind::Kept)
        return {};
    clock->retention = known.kept;
    clock->deadline = clock->from.addDuration(known.kept);
    return clock;
}

bool ReturnClock::isWaitingForRetention(const PipelineRow &row, const LogRetention &retention)
{
    return !row.sourceHost.isEmpty() && begin(row) &&
           retention.of(row).kind == Retention::Kind::NotKnown;
}

double ReturnClock::used(const QDateTime &now) const
{
    const auto all = double(from.msecsTo(deadline));
    return all <= 0 ? 1 : std::clamp(double(from.msecsTo(now)) / all, 0.0, 1.0);
}

QString ReturnClock::shortText(const QDateTime &now) const
{
    if (isOver(now))
        return bound == Bound::AtLeast ? ClockText::tr("perhaps run out")
                                       : ClockText::tr("run out");
    const QString left = durationText(now, deadline);
    switch (bound) {
    case Bound::Exact: break;
    case Bound::AtLeast: return ClockText::tr("at least %1").arg(left);
    case Bound::AtMost: return ClockText::tr("at most %1").arg(left);
    }
    return left;
}

QString ReturnClock::text(const QDateTime &now) const
{
    if (isOver(now))
        return ClockText::tr("The source's log may not reach back far enough any more: this "
                             "pipeline may need a new snapshot.");
    const QString left = durationText(now, deadline);
    switch (bound) {
    case Bound::Exact: break;
    case Bound::AtLeast:
        return ClockText::tr("At least %1 left before this pipeline needs a new snapshot.")
            .arg(left);
    case Bound::AtMost:
        return ClockText::tr("At most %1 left before this pipeline needs a new snapshot.")
            .arg(left);
    }
    return ClockText::tr("%1 left before this pipeline needs a new snapshot.").arg(left);
}

QString ReturnClock::reason(const QString &host) const
{
    const QString moment = momentText(from);
    const QString since = isFirstSnapshot
                              ? ClockText::tr("Its snapshot was first seen at %1.").arg(moment)
                              : ClockText::tr("Last seen streaming at %1.").arg(moment);
    const QString kept = ClockText::tr("You said that the log of %1 is kept for %2.")
                             .arg(host, retentionText({Retention::Kind::Kept, retention}));
    const QString state =
        isStateKnown ? QString()
                     : ClockText::tr("Nobody knows its state now: it may be streaming.") + u' ';
    return state + since + u' ' + kept;
}

} // namespace Sluice
