// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runlook.h"

namespace Sluice {

RunLook lookOf(CommandRun::State state)
{
    using State = CommandRun::State;
    switch (state) {
    case State::Waiting: return {"clock"};
    case State::Checking:
    case State::Sending: return {"loader-circle", Family::Warning};
    case State::Requested: return {"circle-dashed", Family::Warning};
    case State::Confirmed: return {"check", Family::Good};
    case State::TimedOut: return {"timer-off", Family::Warning};
    case State::Failed: return {"circle-alert", Family::Problem};
    case State::Unknown: return {"circle-question-mark", Family::Unknown};
    case State::Skipped:
    case State::NotSent:
    case State::Cancelled: break;
    }
    return {"minus"};
}

const char *verbIcon(RunVerb verb)
{
    switch (verb) {
    case RunVerb::Start: return "play";
    case RunVerb::Stop: return "square";
    case RunVerb::Restart: break;
    }
    return "refresh-cw";
}

QColor inkOf(Family family, const QPalette &palette)
{
    return family == Family::Stopped ? tokensFor(palette).textSecondary
                                     : familyColors(family, palette).fg;
}

} // namespace Sluice
