// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"
#include "ui/theme/tokens.h"

namespace Sluice {

// The glyph of an alert. What is over, or muted, has one of its own.
inline const char *alertIcon(const Alert &alert, bool isMuted)
{
    if (isMuted)
        return "bell-off";
    if (!alert.isOpen() || alert.isRecovering())
        return "check";
    switch (alert.rule) {
    case AlertRule::AccountTrouble: return "wifi-off";
    case AlertRule::UnexpectedStop: return "triangle-alert";
    case AlertRule::StartNotConfirmed: return "timer-off";
    case AlertRule::UnknownForLong: return "circle-question-mark";
    case AlertRule::LogNearlyUsed:
    case AlertRule::LogHalfUsed:
    case AlertRule::SnapshotForLong: return "clock";
    }
    return "bell";
}

// The colours of an alert that is open: those of the state that it tells of.
inline Family alertFamily(AlertRule rule)
{
    switch (rule) {
    case AlertRule::UnexpectedStop: return Family::Unexpected;
    case AlertRule::UnknownForLong: return Family::Unknown;
    case AlertRule::LogNearlyUsed: return Family::Problem;
    case AlertRule::AccountTrouble:
    case AlertRule::StartNotConfirmed:
    case AlertRule::LogHalfUsed:
    case AlertRule::SnapshotForLong: break;
    }
    return Family::Warning;
}

} // namespace Sluice
