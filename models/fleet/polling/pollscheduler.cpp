// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/pollscheduler.h"

#include "models/api/ratebudget.h"
#include "models/fleet/polling/pause.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Sluice {

using namespace std::chrono_literals;

namespace {

// Calls that wait in the client while a place is free there; a longer queue would only grow old.
constexpr int lead = 8;
// So long a change is asked for at its first pace, and as long again at the slower one.
constexpr auto changingStage = 2min;

// Checks that are due at different moments leave together, so that an idle program wakes seldom: at
// most this part of an interval later than they are due.
constexpr int beatShare = 10;
constexpr int changingBeatShare = 4;

double randomSpread()
{
    return 0.9 + QRandomGenerator::global()->generateDouble() * 0.2;
}

std::chrono::milliseconds upwards(PollScheduler::Clock::duration duration)
{
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(duration));
}

} // namespace

PollScheduler::PollScheduler(Intervals intervals, std::function<double()> spread)
    : m_intervals(intervals)
    , m_spread(spread ? std::move(spread) : randomSpread)
    , m_outage(intervals.probe, intervals.longest)
{}

void PollScheduler::makeDue(const QList<PipelineKey> &keys, TimePoint now)
{
    for (const PipelineKey &key : keys) {
        if (Entry *entry = m_queue.find(key))
            m_queue.makeDue(entry, now);
    }
    m_outage.probeNow(now);
}

void PollScheduler::makeAllDue(TimePoint now)
{
    m_queue.makeAllDue(now);
    m_outage.probeNow(now);
}

void PollScheduler::setUnseen(bool isUnseen, TimePoint now)
{
    if (std::exchange(m_isUnseen, isUnseen) == isUnseen)
        return;
    m_queue.leaveOutIdle(isUnseen);
    if (!isUnseen)
        m_queue.makeAllDue(now);
}

bool PollScheduler::hasRoom(const Traffic &traffic) const
{
    return m_inFlight < (m_outage.isOn() ? 1 : window) && traffic.waiting < lead;
}

std::optional<PipelineKey> PollScheduler::takeDue(TimePoint now, const Traffic &traffic)
{
    m_isFull = !hasRoom(traffic);
    if (m_isFull || traffic.budget->untilBackground(now) > 0ms)
        return std::nullopt;
    if (m_outage.isOn() && now < m_outage.probeAt())
        return std::nullopt;
    Entry *entry = m_queue.takeDue(now);
    if (!entry)
        return std::nullopt;
    entry->sentAt = now;
    m_filled = now;
    ++m_inFlight;
    m_isFull = !hasRoom(traffic);
    return entry->key;
}

bool PollScheduler::take(const PipelineKey &key, TimePoint now)
{
    Entry *entry = m_queue.find(key);
    if (!entry)
        return false;
    if (entry->isAsked) {
        entry->askAgain = true;
        return false;
    }
    m_queue.take(entry);
    entry->sentAt = now;
    ++m_inFlight;
    return true;
}

PollScheduler::TimePoint PollScheduler::nextBeat() const
{
    return m_filled + (m_queue.isChanging() ? m_intervals.changing / changingBeatShare
                                            : m_intervals.settled / beatShare);
}

std::optional<PollScheduler::milliseconds> PollScheduler::untilNext(TimePoint now,
                                                                    const Traffic &traffic) const
{
    const std::optional<TimePoint> due = m_queue.nextDue();
    if (!due || (m_inFlight > 0 && !hasRoom(traffic)))
        return std::nullopt;
    milliseconds pause = std::max(upwards(*due - now), traffic.budget->untilBackground(now));
    if (m_outage.isOn())
        pause = std::max(pause, upwards(m_outage.probeAt() - now));
    if (!hasRoom(traffic))
        pause = std::max(pause, 100ms); // others' calls fill the client's queue
    pause = std::max(pause, upwards(nextBeat() - now));
    return std::max(pause, 1ms);
}

bool PollScheduler::isAsked(const PipelineKey &key)
{
    const Entry *entry = m_queue.find(key);
    return entry && entry->isAsked;
}

void PollScheduler::onAnswered(const PipelineKey &key)
{
    if (Entry *entry = m_queue.find(key))
        entry->failures = 0;
    m_outage.onAnswer();
}

Outage::Concerns PollScheduler::onFailed(const PipelineKey &key, const ApiError &error,
                                         TimePoint now)
{
    Entry *entry = m_queue.find(key);
    const TimePoint sentAt = entry ? entry->sentAt : now;
    const Outage::Concerns concerns = m_outage.onFailure(error, sentAt, now, m_spread());
    if (entry && concerns == Outage::Concerns::One)
        ++entry->failures;
    return concerns;
}

PollScheduler::Back PollScheduler::putBack(const PipelineKey &key, Need need, TimePoint now)
{
    Entry *entry = m_queue.find(key);
    if (!entry)
        return {};
    Back back;
    back.isSweepWhole = m_queue.recordSwept(entry);
    back.isAskedAgain = std::exchange(entry->askAgain, false);
    if (back.isAskedAgain) {
        m_queue.schedule(entry, now, entry->need);
        return back;
    }
    if (need == Need::Changing && entry->need != Need::Changing)
        entry->changingSince = now;
    entry->need = need;
    m_queue.schedule(entry, now + scaled(pauseOf(*entry, now), m_spread()), need);
    return back;
}

PollScheduler::milliseconds PollScheduler::pauseOf(const Entry &entry, TimePoint now) const
{
    milliseconds pause = m_isUnseen ? m_intervals.unseen : m_intervals.settled;
    const auto changed = now - entry.changingSince;
    if (entry.need == Need::Changing && changed < changingStage)
        pause = m_intervals.changing;
    else if (entry.need == Need::Changing && changed < 2 * changingStage)
        pause = m_intervals.slowlyChanging;
    return doubled(pause, entry.failures, std::max(pause, m_intervals.longest));
}

std::optional<PollOutlook> PollScheduler::outlook(const PipelineKey &key, TimePoint now,
                                                  const Traffic &traffic)
{
    using Wait = PollOutlook::Wait;
    const Entry *entry = m_queue.find(key);
    if (!entry)
        return std::nullopt;
    PollOutlook outlook;
    if (entry->sentAt != TimePoint{})
        outlook.asked = upwards(now - entry->sentAt);
    outlook.failures = entry->failures;
    outlook.perMinute = traffic.budget->backgroundPerMinute();
    if (entry->isAsked)
        return outlook;
    if (m_outage.isOn()) {
        outlook.wait = Wait::Outage;
        outlook.next = upwards(m_outage.probeAt() - now);
        return outlook;
    }
    outlook.wait = entry->failures > 0 ? Wait::Failures : Wait::Interval;
    outlook.next = upwards(entry->due - now);
    if (outlook.perMinute == 0)
        return outlook;
    const double pace =
        m_queue.pace(entry, outlook.perMinute, m_intervals.settled, m_intervals.changing);
    const auto turn = milliseconds(qint64(double(m_queue.ahead(entry) + 1) * 60'000 / pace));
    if (turn > outlook.next) {
        outlook.wait = Wait::Turn;
        outlook.next = turn;
    }
    return outlook;
}

} // namespace Sluice
