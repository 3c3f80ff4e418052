// SPDX-License-Identifier: Apache-2.0
#include "models/api/callqueue.h"

#include <algorithm>
#include <iterator>

namespace Sluice {

namespace {

CallPtr takeFront(std::deque<CallPtr> &line)
{
    CallPtr call = std::move(line.front());
    line.pop_front();
    return call;
}

} // namespace

std::deque<CallPtr> &CallQueue::lineOf(const Call &call)
{
    return call.request.priority == Priority::User ? m_user : m_background;
}

void CallQueue::add(CallPtr call)
{
    lineOf(*call).push_back(std::move(call));
}

void CallQueue::addFirst(CallPtr call)
{
    lineOf(*call).push_front(std::move(call));
}

void CallQueue::addDelayed(CallPtr call)
{
    m_delayed.push_back(std::move(call));
}

void CallQueue::wake(TimePoint now)
{
    if (m_delayed.empty())
        return;
    const auto due =
        std::stable_partition(m_delayed.begin(), m_delayed.end(),
                              [now](const CallPtr &call) { return call->notBefore > now; });
    for (auto it = m_delayed.end(); it != due;)
        addFirst(std::move(*--it));
    m_delayed.erase(due, m_delayed.end());
}

std::optional<CallQueue::TimePoint> CallQueue::nextWake() const
{
    if (m_delayed.empty())
        return std::nullopt;
    const auto first = std::min_element(
        m_delayed.begin(), m_delayed.end(),
        [](const CallPtr &a, const CallPtr &b) { return a->notBefore < b->notBefore; });
    return (*first)->notBefore;
}

CallPtr CallQueue::takeUser()
{
    return takeFront(m_user);
}

CallPtr CallQueue::takeBackground()
{
    return takeFront(m_background);
}

std::vector<CallPtr> CallQueue::takeAll()
{
    std::vector<CallPtr> all;
    std::move(m_user.begin(), m_user.end(), std::back_inserter(all));
    std::move(m_background.begin(), m_background.end(), std::back_inserter(all));
    m_user.clear();
    m_background.clear();
    return all;
}

std::vector<CallPtr> CallQueue::takeEvery()
{
    std::vector<CallPtr> calls = takeAll();
    std::move(m_delayed.begin(), m_delayed.end(), std::back_inserter(calls));
    m_delayed.clear();
    return calls;
}

void CallQueue::drop(const QObject *owner)
{
    const auto isIts = [owner](const CallPtr &call) { return call->owner == owner; };
    std::erase_if(m_user, isIts);
    std::erase_if(m_background, isIts);
    std::erase_if(m_delayed, isIts);
}

int CallQueue::writes() const
{
    const auto count = [](const auto &line) {
        return std::count_if(line.begin(), line.end(),
                             [](const CallPtr &call) { return call->request.isWrite(); });
    };
    return static_cast<int>(count(m_user) + count(m_background) + count(m_delayed));
}

int CallQueue::size() const
{
    return static_cast<int>(m_user.size() + m_background.size() + m_delayed.size());
}

} // namespace Sluice
