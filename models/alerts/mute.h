// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <optional>

namespace Sluice {

// Nobody is told of an alert for a while. What happens is recorded all the same, and the mute ends
// by itself.
struct Mute {
    // Of an account's own alert: no project, and the key of its notice in place of a pipeline.
    PipelineKey key;
    std::optional<AlertRule> rule; // nothing: all of them
    QDateTime from;                // UTC
    QDateTime until;               // invalid: until the alert is over

    bool isEndless() const { return !until.isValid(); }

    // It is about the same, whenever.
    bool isAbout(const Mute &other) const { return key == other.key && rule == other.rule; }

    bool operator==(const Mute &) const = default;
};

} // namespace Sluice
