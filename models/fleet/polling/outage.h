// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <chrono>
#include <optional>

namespace Sluice {

// Whether an account answers at all, judged by its failed checks: some errors are the same for all
// of its pipelines, and several time-outs in a row count as that. While it is on, one check at a
// time probes, less often each time. A pure value: time is handed in.
class Outage
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // probe: the first pause before a probe; it doubles up to longest.
    Outage(std::chrono::milliseconds probe, std::chrono::milliseconds longest);

    enum class Concerns {
        One,     // the pipeline that was asked
        All,     // every pipeline of the account
        Nothing, // it left before the outage was known, and says nothing new
    };

    // A check that left at sentAt failed. spread: of the pause to the next probe, about 1, so that
    // calls do not march in step.
    Concerns onFailure(const ApiError &error, TimePoint sentAt, TimePoint now, double spread);
    // A check succeeded: all is well.
    void onAnswer();

    // The next probe need not wait: a user does.
    void probeNow(TimePoint now) { m_probeAt = now; }

    bool isOn() const { return m_probes > 0; }

    // Nobody is asked before while it is on.
    TimePoint probeAt() const { return m_probeAt; }

    // The first failure of the newest kind, so that its words stay the same; none since the last
    // good answer.
    const std::optional<ApiError> &lastFailure() const { return m_lastFailure; }

private:
    std::chrono::milliseconds m_probe;
    std::chrono::milliseconds m_longest;
    std::optional<ApiError> m_lastFailure;
    int m_silence = 0; // time-outs in a row
    int m_probes = 0;  // failed ones in a row
    TimePoint m_since{};
    TimePoint m_probeAt{};
};

} // namespace Sluice
