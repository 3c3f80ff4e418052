// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"

#include <QHash>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace Sluice {

// Whose turn it is: the pipelines of one account by the time they are due, those that are changing
// before the rest. A pipeline that is being asked is in no line until its answer puts it back. Time
// is handed in.
class PollQueue
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // One pipeline that is watched.
    struct Watch {
        PipelineKey key;
        TimePoint due{};
        TimePoint sentAt{};
        TimePoint changingSince{}; // of the change that is under way
        long long order = 0;       // first come, first served among equals
        int failures = 0;          // in a row
        bool isChanging = false;
        bool isAsked = false;  // a call is under way
        bool askAgain = false; // its answer may be older than the wish to know
        bool isSwept = false;  // asked in this sweep
    };

    void add(const PipelineKey &key, TimePoint due);
    // True when it was the last one that the sweep still lacked; the next sweep begins then.
    bool remove(const PipelineKey &key);
    Watch *find(const PipelineKey &key);

    bool isEmpty() const { return m_watches.isEmpty(); }

    // The next one that is due, taken out of its line and marked as asked; nullptr: nobody is.
    Watch *takeDue(TimePoint now);
    // Takes this one out of turn.
    void take(Watch *watch);
    // Puts it (back) in line.
    void schedule(Watch *watch, TimePoint due, bool isChanging);
    // This one is due now, or when its answer is there.
    void makeDue(Watch *watch, TimePoint now);
    // Everybody who waits is due now; the order stays.
    void makeAllDue(TimePoint now);
    std::optional<TimePoint> nextDue() const;

    // Notes that the pipeline was asked in this sweep. True when that made the sweep whole; the
    // next one begins then.
    bool noteSwept(Watch *watch);
    void restartSweep();

private:
    struct Earlier {
        bool operator()(const Watch *a, const Watch *b) const
        {
            return a->due != b->due ? a->due < b->due : a->order < b->order;
        }
    };

    using Line = std::set<Watch *, Earlier>;

    Line &lineOf(const Watch *watch) { return watch->isChanging ? m_changing : m_settled; }

    QHash<PipelineKey, std::shared_ptr<Watch>> m_watches;
    Line m_changing;
    Line m_settled;
    long long m_order = 0;
    qsizetype m_unswept = 0;
};

} // namespace Sluice
