// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QHash>
#include <QSet>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace Sluice {

// Whose turn it is: the pipelines of one account by the time they are due. Those that are changing
// get two turns of three. Of the other turns those in view (on screen, or selected) get most, those
// with a problem or a pin come next, and the rest keeps one in four, so that nobody waits for ever:
// where all kinds are due all the time, a line of n pipelines goes round in 12 n turns at most. Who
// comes into view and was never asked comes before all that are not changing. A pipeline that is
// being asked is in no line until its answer puts it back. While the idle ones are left out nobody
// has a turn who is idle. Time is handed in.
class PollQueue
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // What its state asks for.
    enum class Need : quint8 {
        Changing, // requested, starting, stopping
        Problem,  // stopped unexpectedly, unknown
        Settled,
        Idle, // stopped, as expected: nothing that happens to it by itself needs anybody
    };

    // One pipeline that is watched.
    struct Entry {
        PipelineKey key;
        TimePoint due{};
        TimePoint sentAt{};        // never asked: none
        TimePoint changingSince{}; // of the change that is under way
        long long order = 0;       // first come, first served among equals
        int failures = 0;          // in a row
        Need need = Need::Settled;
        bool isInView = false;
        bool isPinned = false;
        bool isAsked = false;  // a call is under way
        bool askAgain = false; // its answer may be older than the wish to know
        bool isSwept = false;  // asked in this sweep
    };

    void add(const PipelineKey &key, TimePoint due);
    // True when it was the last one that the sweep still lacked; the next sweep begins then.
    bool remove(const PipelineKey &key);
    Entry *find(const PipelineKey &key);

    bool isEmpty() const { return m_entries.isEmpty(); }

    // The next one that is due, taken out of its line and marked as asked; nullptr: nobody is.
    Entry *takeDue(TimePoint now);
    // Takes this one out of turn.
    void take(Entry *entry);
    // Puts it (back) in line.
    void schedule(Entry *entry, TimePoint due, Need need);
    // Those that somebody looks at, and no others. What is not watched is left out.
    void setInView(const QSet<PipelineKey> &keys);
    // Those that the user pinned, and no others; they come with those that have a problem.
    void setPinned(const QSet<PipelineKey> &keys);
    // Idle ones have no turn until this is taken back, but for those that were never asked.
    void leaveOutIdle(bool isLeftOut);
    // This one is due now, or when its answer is there.
    void makeDue(Entry *entry, TimePoint now);
    // Everybody who waits is due now; the order stays.
    void makeAllDue(TimePoint now);
    std::optional<TimePoint> nextDue() const;

    // How many come before this one in its own line, which it is in.
    qsizetype ahead(const Entry *entry) const;
    // About how many turns of perMinute its line gets, where a settled pipeline and a changing one
    // are due so long after their answers.
    double pace(const Entry *entry, double perMinute, std::chrono::milliseconds settled,
                std::chrono::milliseconds changing) const;

    // One that waits for its turn is requested, starting or stopping.
    bool isChanging() const { return !m_lines[Changing].empty(); }

    // Notes that the pipeline was asked in this sweep. True when that made the sweep whole; the
    // next one begins then.
    bool recordSwept(Entry *entry);
    void restartSweep();

private:
    struct Earlier {
        bool operator()(const Entry *a, const Entry *b) const
        {
            return a->due != b->due ? a->due < b->due : a->order < b->order;
        }
    };

    using Line = std::set<Entry *, Earlier>;

    enum Rank { Changing, InView, Problems, Rest, LeftOut, RankCount };

    // Whom a turn belongs to that no changing pipeline takes, and who takes it when nobody of
    // those is due.
    static constexpr std::array<std::array<Rank, 3>, 4> turns{{{InView, Problems, Rest},
                                                               {Problems, InView, Rest},
                                                               {InView, Problems, Rest},
                                                               {Rest, InView, Problems}}};
    // Of so many turns one is not for the changing ones.
    static constexpr size_t changingCycle = 3;

    using Flag = bool Entry::*;
    void setFlagged(QSet<PipelineKey> &flagged, const QSet<PipelineKey> &keys, Flag flag);
    Rank rankOf(const Entry *entry) const;
    Entry *firstDue(Rank rank, TimePoint now) const;
    std::array<double, RankCount> shares(Rank own) const;

    Line &lineOf(const Entry *entry) { return m_lines[rankOf(entry)]; }

    QHash<PipelineKey, std::shared_ptr<Entry>> m_entries;
    QSet<PipelineKey> m_inView;
    QSet<PipelineKey> m_pinned;
    bool m_isIdleLeftOut = false;
    std::array<Line, RankCount> m_lines;
    size_t m_turn = 0;     // of those that are not changing
    size_t m_changing = 0; // turns in a row that changing ones took
    long long m_order = 0;
    qsizetype m_unswept = 0;
};

} // namespace Sluice
