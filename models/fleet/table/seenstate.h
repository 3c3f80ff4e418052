// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <QString>
#include <chrono>

namespace Sluice {

// What was known of a pipeline's status at a moment, to be told after a restart of the program.
struct SeenState {
    QString status;          // the server's word
    QDateTime seen;          // when it was so; invalid: no status is known
    QDateTime since;         // first seen in this state from here
    bool sinceExact = false; // false: it was so at the first look already
    QDateTime stopSentAt;    // the last stop from here that may have reached the server
    bool stoppedUnexpectedly = false;
    QDateTime streamed;         // last seen streaming; invalid: never
    bool streamedExact = false; // false: it may have streamed on for a while after that
    std::chrono::milliseconds longestSnapshot{0}; // of those seen from begin to end

    bool operator==(const SeenState &) const = default;
};

} // namespace Sluice
