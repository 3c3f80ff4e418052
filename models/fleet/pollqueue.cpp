// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pollqueue.h"

#include <algorithm>

namespace Sluice {

void PollQueue::add(const PipelineKey &key, TimePoint due)
{
    if (m_watches.contains(key))
        return;
    auto watch = std::make_shared<Watch>();
    watch->key = key;
    m_watches.insert(key, watch);
    ++m_unswept;
    schedule(watch.get(), due, false);
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

PollQueue::Watch *PollQueue::takeDue(TimePoint now)
{
    for (const Line *line : {&m_changing, &m_settled}) {
        if (line->empty() || (*line->begin())->due > now)
            continue;
        Watch *watch = *line->begin();
        take(watch);
        return watch;
    }
    return nullptr;
}

void PollQueue::take(Watch *watch)
{
    lineOf(watch).erase(watch);
    watch->isAsked = true;
}

void PollQueue::schedule(Watch *watch, TimePoint due, bool isChanging)
{
    watch->isAsked = false;
    watch->isChanging = isChanging;
    watch->due = due;
    watch->order = ++m_order;
    lineOf(watch).insert(watch);
}

void PollQueue::makeDue(Watch *watch, TimePoint now)
{
    if (watch->isAsked) {
        watch->askAgain = true;
        return;
    }
    lineOf(watch).erase(watch);
    schedule(watch, std::min(watch->due, now), watch->isChanging);
}

void PollQueue::makeAllDue(TimePoint now)
{
    for (Line *line : {&m_changing, &m_settled}) {
        const std::vector<Watch *> waiting(line->begin(), line->end());
        line->clear();
        for (Watch *watch : waiting)
            schedule(watch, std::min(watch->due, now), watch->isChanging);
    }
}

std::optional<PollQueue::TimePoint> PollQueue::nextDue() const
{
    std::optional<TimePoint> next;
    for (const Line *line : {&m_changing, &m_settled}) {
        if (!line->empty() && (!next || (*line->begin())->due < *next))
            next = (*line->begin())->due;
    }
    return next;
}

bool PollQueue::noteSwept(Watch *watch)
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
