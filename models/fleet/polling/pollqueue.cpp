// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/pollqueue.h"

#include <algorithm>
#include <utility>

namespace Sluice {

void PollQueue::add(const PipelineKey &key, TimePoint due)
{
    if (m_watches.contains(key))
        return;
    auto watch = std::make_shared<Watch>();
    watch->key = key;
    watch->isInView = m_inView.contains(key);
    m_watches.insert(key, watch);
    ++m_unswept;
    schedule(watch.get(), due, Need::Settled);
}

bool PollQueue::remove(const PipelineKey &key)
{
    const auto it = m_watches.constFind(key);
    if (it == m_watches.constEnd())
        return false;
    const Watch *watch = it->get();
    if (!watch->isAsked)
        lineOf(watch).erase(it->get());
    const bool isLast = !watch->isSwept && --m_unswept == 0;
    m_watches.erase(it);
    if (isLast)
        restartSweep();
    return isLast;
}

PollQueue::Watch *PollQueue::find(const PipelineKey &key)
{
    const auto it = m_watches.constFind(key);
    return it == m_watches.constEnd() ? nullptr : it->get();
}

PollQueue::Place PollQueue::placeOf(const Watch *watch)
{
    if (watch->need == Need::Changing)
        return Changing;
    if (watch->isInView)
        return InView;
    return watch->need == Need::Problem ? Problems : Rest;
}

PollQueue::Watch *PollQueue::takeDue(TimePoint now)
{
    // Whom the turn belongs to, and who takes it when nobody of those is due.
    static constexpr std::array<std::array<Place, 3>, 4> turns{{{InView, Problems, Rest},
                                                                {Problems, InView, Rest},
                                                                {InView, Problems, Rest},
                                                                {Rest, InView, Problems}}};
    const auto dueIn = [this, now](Place place) {
        const Line &line = m_lines.at(place);
        return line.empty() || (*line.begin())->due > now ? nullptr : *line.begin();
    };
    Watch *next = dueIn(Changing);
    if (!next) {
        Watch *seen = dueIn(InView);
        if (seen && seen->sentAt == TimePoint{})
            next = seen;
    }
    for (size_t i = 0; !next && i < turns.front().size(); ++i)
        next = dueIn(turns.at(m_turn % turns.size()).at(i));
    if (!next)
        return nullptr;
    if (next->need != Need::Changing)
        ++m_turn;
    take(next);
    return next;
}

void PollQueue::take(Watch *watch)
{
    lineOf(watch).erase(watch);
    watch->isAsked = true;
}

void PollQueue::schedule(Watch *watch, TimePoint due, Need need)
{
    watch->isAsked = false;
    watch->need = need;
    watch->due = due;
    watch->order = ++m_order;
    lineOf(watch).insert(watch);
}

void PollQueue::setInView(const QSet<PipelineKey> &keys)
{
    const QSet<PipelineKey> former = std::exchange(m_inView, keys);
    const auto move = [this](const PipelineKey &key, bool isInView) {
        Watch *watch = find(key);
        if (!watch || watch->isInView == isInView)
            return;
        if (!watch->isAsked)
            lineOf(watch).erase(watch);
        watch->isInView = isInView;
        if (!watch->isAsked)
            lineOf(watch).insert(watch); // due and order stay
    };
    for (const PipelineKey &key : former) {
        if (!keys.contains(key))
            move(key, false);
    }
    for (const PipelineKey &key : keys)
        move(key, true);
}

void PollQueue::makeDue(Watch *watch, TimePoint now)
{
    if (watch->isAsked) {
        watch->askAgain = true;
        return;
    }
    lineOf(watch).erase(watch);
    schedule(watch, std::min(watch->due, now), watch->need);
}

void PollQueue::makeAllDue(TimePoint now)
{
    for (Line &line : m_lines) {
        const std::vector<Watch *> waiting(line.begin(), line.end());
        line.clear();
        for (Watch *watch : waiting)
            schedule(watch, std::min(watch->due, now), watch->need);
    }
}

std::optional<PollQueue::TimePoint> PollQueue::nextDue() const
{
    std::optional<TimePoint> next;
    for (const Line &line : m_lines) {
        if (!line.empty() && (!next || (*line.begin())->due < *next))
            next = (*line.begin())->due;
    }
    return next;
}

bool PollQueue::recordSwept(Watch *watch)
{
    if (watch->isSwept)
        return false;
    watch->isSwept = true;
    if (--m_unswept > 0)
        return false;
    restartSweep();
    return true;
}

void PollQueue::restartSweep()
{
    for (const auto &watch : std::as_const(m_watches))
        watch->isSwept = false;
    m_unswept = m_watches.size();
}

} // namespace Sluice
