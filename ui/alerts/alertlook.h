// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

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
    }
    return "bell";
}

} // namespace Sluice
