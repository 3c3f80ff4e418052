// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/fleet/polling/outage.h"
#include "models/fleet/polling/polloutlook.h"
#include "models/fleet/polling/pollqueue.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Sluice {

class RateBudget;

// When each of an account's pipelines is asked for its status: the rules alone, without a clock and
// without a network, so that hours can be tried in a moment. What is changing is asked again soon,
// the rest in turn (see PollQueue) as far as the account's budget allows; after failures a pipeline
// waits longer each time; when nobody answers (see Outage), one call at a time probes.
class PollScheduler
{
public:
    using Clock = PollQueue::Clock;
    using TimePoint = PollQueue::TimePoint;
    using Need = PollQueue::Need;
    using milliseconds = std::chrono::milliseconds;

    struct Intervals {
        milliseconds changing{2'000}; // requested, starting, stopping: the first two minutes
        milliseconds settled{10'000};
        milliseconds longest{120'000};      // after failures
        milliseconds probe{2'000};          // first pause when the account does not answer
        milliseconds patience{10'000};      // for the answer to one call
        milliseconds slowlyChanging{5'000}; // the two minutes after the first; then as the rest
        milliseconds unseen{30'000};        // what is not changing, while nobody can see it
    };

    // What is on its way to the server besides.
    struct Traffic {
        RateBudget *budget;
        int waiting; // calls that wait in the client
    };

    static constexpr int window = 32; // calls under way; more make nothing faster

    // spread: factors about 1, so that the calls do not march in step; empty: at random, +-10 %.
    explicit PollScheduler(Intervals intervals, std::function<double()> spread = {});

    const Intervals &intervals() const { return m_intervals; }

    void add(const PipelineKey &key, TimePoint now) { m_queue.add(key, now); }

    // True when it was the last one that the sweep still lacked.
    bool remove(const PipelineKey &key) { return m_queue.remove(key); }

    bool isEmpty() const { return m_queue.isEmpty(); }

    void setInView(const QSet<PipelineKey> &keys) { m_queue.setInView(keys); }

    void setPinned(const QSet<PipelineKey> &keys) { m_queue.setPinned(keys); }

    // Nobody can see any of them: those that may need somebody are asked less often, idle ones not
    // at all. Back again, all are due.
    void setUnseen(bool isUnseen, TimePoint now);

    void restartSweep() { m_queue.restartSweep(); }

    // These are due now; a probe does not wait either, for a user does.
    void makeDue(const QList<PipelineKey> &keys, TimePoint now);
    void makeAllDue(TimePoint now);

    // Whom to ask now, in the background; it counts as asked. None: nobody is due, or there is no
    // room, or the budget is used up.
    std::optional<PipelineKey> takeDue(TimePoint now, const Traffic &traffic);
    // The same out of turn. False: it is being asked already, and is asked again after that; or it
    // is not known.
    bool take(const PipelineKey &key, TimePoint now);
    // How long until takeDue() is worth a call; none: an answer will tell.
    std::optional<milliseconds> untilNext(TimePoint now, const Traffic &traffic) const;

    // More would have been taken, had there been room: an answer makes some.
    bool isFull() const { return m_isFull; }

    // A call that was taken ended, well or not, also for one that is not known any more.
    void onEnded() { --m_inFlight; }

    // It is known, and waits for an answer.
    bool isAsked(const PipelineKey &key);
    void onAnswered(const PipelineKey &key);
    Outage::Concerns onFailed(const PipelineKey &key, const ApiError &error, TimePoint now);

    struct Back {
        bool isSweepWhole = false; // it was the last one that the sweep lacked
        bool isAskedAgain = false; // somebody wished to know while it was asked
    };

    // Puts it back in line after its answer, with what its state needs.
    Back putBack(const PipelineKey &key, Need need, TimePoint now);

    // Why no check succeeds, see Outage.
    const std::optional<ApiError> &lastFailure() const { return m_outage.lastFailure(); }

    // How the next check of this one stands; none: it is not known.
    std::optional<PollOutlook> outlook(const PipelineKey &key, TimePoint now,
                                       const Traffic &traffic);

private:
    using Entry = PollQueue::Entry;

    bool hasRoom(const Traffic &traffic) const;
    TimePoint nextBeat() const;
    milliseconds pauseOf(const Entry &entry, TimePoint now) const;

    Intervals m_intervals;
    std::function<double()> m_spread;
    PollQueue m_queue;
    Outage m_outage;
    TimePoint m_filled{}; // when the last background check left
    int m_inFlight = 0;
    bool m_isFull = false;
    bool m_isUnseen = false;
};

} // namespace Sluice
