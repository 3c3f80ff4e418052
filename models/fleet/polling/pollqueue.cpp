// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/pollqueue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Sluice {

void PollQueue::add(const PipelineKey &key, TimePoint due)
{
    if (m_entries.contains(key))
        return;
    auto entry = std::make_shared<Entry>();
    entry->key = key;
    entry->isInView = m_inView.contains(key);
    entry->isPinned = m_pinned.contains(key);
    m_entries.insert(key, entry);
    ++m_unswept;
    schedule(entry.get(), due, Need::Settled);
}

bool PollQueue::remove(const PipelineKey &key)
{
    const auto it = m_entries.constFind(key);
    if (it == m_entries.constEnd())
        return false;
    const Entry *entry = it->get();
    if (!entry->isAsked)
        lineOf(entry).erase(it->get());
    const bool isLast = !entry->isSwept && --m_unswept == 0;
    m_entries.erase(it);
    if (isLast)
        restartSweep();
    return isLast;
}

PollQueue::Entry *PollQueue::find(const PipelineKey &key)
{
    const auto it = m_entries.constFind(key);
    return it == m_entries.constEnd() ? nullptr : it->get();
}

PollQueue::Rank PollQueue::rankOf(const Entry *entry) const
{
    if (m_isIdleLeftOut && entry->need == Need::Idle && entry->sentAt != TimePoint{})
        return LeftOut;
    if (entry->need == Need::Changing)
        return Changing;
    if (entry->isInView)
        return InView;
    return entry->need == Need::Problem || entry->isPinned ? Problems : Rest;
}

PollQueue::Entry *PollQueue::firstDue(Rank rank, TimePoint now) const
{
    const Line &line = m_lines.at(rank);
    return line.empty() || (*line.begin())->due > now ? nullptr : *line.begin();
}

PollQueue::Entry *PollQueue::takeDue(TimePoint now)
{
    Entry *changing = firstDue(Changing, now);
    Entry *next = m_changing < changingCycle - 1 ? changing : nullptr;
    if (!next) {
        Entry *seen = firstDue(InView, now);
        if (seen && seen->sentAt == TimePoint{})
            next = seen;
    }
    for (size_t i = 0; !next && i < turns.front().size(); ++i)
        next = firstDue(turns.at(m_turn % turns.size()).at(i), now);
    if (!next)
        next = changing;
    if (!next)
        return nullptr;
    if (next == changing) {
        ++m_changing;
    } else {
        m_changing = 0;
        ++m_turn;
    }
    take(next);
    return next;
}

void PollQueue::take(Entry *entry)
{
    lineOf(entry).erase(entry);
    entry->isAsked = true;
}

void PollQueue::schedule(Entry *entry, TimePoint due, Need need)
{
    entry->isAsked = false;
    entry->need = need;
    entry->due = due;
    entry->order = ++m_order;
    lineOf(entry).insert(entry);
}

void PollQueue::setInView(const QSet<PipelineKey> &keys)
{
    setFlagged(m_inView, keys, &Entry::isInView);
}

void PollQueue::setPinned(const QSet<PipelineKey> &keys)
{
    setFlagged(m_pinned, keys, &Entry::isPinned);
}

void PollQueue::setFlagged(QSet<PipelineKey> &flagged, const QSet<PipelineKey> &keys, Flag flag)
{
    const QSet<PipelineKey> former = std::exchange(flagged, keys);
    const auto move = [this, flag](const PipelineKey &key, bool isFlagged) {
        Entry *entry = find(key);
        if (!entry || entry->*flag == isFlagged)
            return;
        if (!entry->isAsked)
            lineOf(entry).erase(entry);
        entry->*flag = isFlagged;
        if (!entry->isAsked)
            lineOf(entry).insert(entry); // due and order stay
    };
    for (const PipelineKey &key : former) {
        if (!keys.contains(key))
            move(key, false);
    }
    for (const PipelineKey &key : keys)
        move(key, true);
}

void PollQueue::leaveOutIdle(bool isLeftOut)
{
    if (m_isIdleLeftOut == isLeftOut)
        return;
    std::array<Line, RankCount> lines = std::exchange(m_lines, {});
    m_isIdleLeftOut = isLeftOut;
    for (const Line &line : lines) {
        for (Entry *entry : line)
            lineOf(entry).insert(entry); // due and order stay
    }
}

void PollQueue::makeDue(Entry *entry, TimePoint now)
{
    if (entry->isAsked) {
        entry->askAgain = true;
        return;
    }
    lineOf(entry).erase(entry);
    schedule(entry, std::min(entry->due, now), entry->need);
}

void PollQueue::makeAllDue(TimePoint now)
{
    for (Line &line : m_lines) {
        const std::vector<Entry *> waiting(line.begin(), line.end());
        line.clear();
        for (Entry *entry : waiting)
            schedule(entry, std::min(entry->due, now), entry->need);
    }
}

std::optional<PollQueue::TimePoint> PollQueue::nextDue() const
{
    std::optional<TimePoint> next;
    for (int rank = 0; rank < LeftOut; ++rank) {
        const Line &line = m_lines.at(size_t(rank));
        if (!line.empty() && (!next || (*line.begin())->due < *next))
            next = (*line.begin())->due;
    }
    return next;
}

qsizetype PollQueue::ahead(const Entry *entry) const
{
    const Line &line = m_lines.at(rankOf(entry));
    return std::distance(line.begin(), std::find(line.begin(), line.end(), entry));
}

// The part of all turns that each line gets while all that have somebody, and own, are due.
std::array<double, PollQueue::RankCount> PollQueue::shares(Rank own) const
{
    const auto isThere = [this, own](Rank rank) {
        return rank == own || !m_lines.at(rank).empty();
    };
    std::array<double, RankCount> shares{};
    for (const auto &turn : turns) {
        const auto *taker = std::find_if(turn.begin(), turn.end(), isThere);
        if (taker != turn.end())
            shares.at(*taker) += 1.0 / double(turns.size());
    }
    if (isThere(Changing)) {
        const double others = 1.0 / double(changingCycle);
        const bool isAlone = shares == std::array<double, RankCount>{};
        for (double &share : shares)
            share *= others;
        shares.at(Changing) = isAlone ? 1 : 1 - others;
    }
    return shares;
}

double PollQueue::pace(const Entry *entry, double perMinute, std::chrono::milliseconds settled,
                       std::chrono::milliseconds changing) const
{
    const Rank own = rankOf(entry);
    const std::array<double, RankCount> parts = shares(own);
    double left = perMinute;
    for (int rank = 0; rank < LeftOut; ++rank) {
        const auto pause = rank == Changing ? changing : settled;
        const double wanted = double(m_lines.at(rank).size()) * (60'000.0 / double(pause.count()));
        if (rank != own)
            left -= std::min(wanted, parts.at(rank) * perMinute);
    }
    return std::max(left, parts.at(own) * perMinute);
}

bool PollQueue::recordSwept(Entry *entry)
{
    if (entry->isSwept)
        return false;
    entry->isSwept = true;
    if (--m_unswept > 0)
        return false;
    restartSweep();
    return true;
}

void PollQueue::restartSweep()
{
    for (const auto &entry : std::as_const(m_entries))
        entry->isSwept = false;
    m_unswept = m_entries.size();
}

} // namespace Sluice
