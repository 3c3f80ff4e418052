// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/statuspoller.h"

#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/ratebudget.h"
#include "models/fleet/polling/pause.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

using std::chrono::milliseconds;

// Calls that wait in the client while a place is free there; a longer queue would only grow old.
constexpr int lead = 8;
// A change that takes longer than this is asked for as rarely as the rest.
constexpr auto longestChange = 2min;

// Checks that are due at different moments leave together, so that an idle program wakes seldom: at
// most this part of an interval later than they are due.
constexpr int beatShare = 10;
constexpr int changingBeatShare = 4;

// +-10 %, so that the calls do not march in step.
double spread()
{
    return 0.9 + QRandomGenerator::global()->generateDouble() * 0.2;
}

PollQueue::Need needOf(const PipelineRow *row)
{
    if (!row)
        return PollQueue::Need::Settled;
    if (row->requested || isTransitional(row->state))
        return PollQueue::Need::Changing;
    switch (row->badge()) {
    case Badge::StoppedUnexpectedly:
    case Badge::Unknown:
    case Badge::NewValue: return PollQueue::Need::Problem;
    default: return PollQueue::Need::Settled;
    }
}

} // namespace

StatusPoller::StatusPoller(Client *client, PipelineModel *model, QString account,
                           Intervals intervals, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
    , m_account(std::move(account))
    , m_intervals(intervals)
    , m_outage(intervals.probe, intervals.longest)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatusPoller::fill);
    add(model->keys(m_account));
    connect(model, &PipelineModel::pipelinesAdded, this, &StatusPoller::add);
    connect(model, &PipelineModel::pipelinesRemoved, this, &StatusPoller::remove);
}

StatusPoller::~StatusPoller() = default;

void StatusPoller::add(const QList<PipelineKey> &keys)
{
    const Clock::time_point now = Clock::now();
    for (const PipelineKey &key : keys) {
        if (key.account == m_account)
            m_queue.add(key, now);
    }
    fill();
}

void StatusPoller::remove(const QList<PipelineKey> &keys)
{
    bool isWhole = false;
    for (const PipelineKey &key : keys)
        isWhole = m_queue.remove(key) || isWhole;
    if (isWhole && m_running)
        endSweep();
}

void StatusPoller::start()
{
    if (m_running)
        return;
    m_running = true;
    m_swept = false;
    m_queue.restartSweep();
    if (m_listsRead && m_queue.isEmpty())
        endSweep();
    fill();
}

void StatusPoller::stop()
{
    m_running = false;
    m_timer.stop();
}

void StatusPoller::checkNow(const PipelineKey &key)
{
    Entry *entry = m_queue.find(key);
    if (!entry)
        return;
    if (entry->isAsked) {
        entry->askAgain = true;
        return;
    }
    m_queue.take(entry);
    ask(entry, Priority::User);
}

void StatusPoller::checkAllNow()
{
    const Clock::time_point now = Clock::now();
    m_queue.makeAllDue(now);
    m_outage.probeNow(now);
    fill();
}

void StatusPoller::checkSoon(const QList<PipelineKey> &keys)
{
    const Clock::time_point now = Clock::now();
    for (const PipelineKey &key : keys) {
        if (Entry *entry = m_queue.find(key))
            m_queue.makeDue(entry, now);
    }
    m_outage.probeNow(now); // a user waits
    fill();
}

void StatusPoller::setInView(const QSet<PipelineKey> &keys)
{
    m_queue.setInView(keys);
}

void StatusPoller::onListsRead()
{
    m_listsRead = true;
    if (m_running && !m_swept && m_queue.isEmpty())
        endSweep();
}

void StatusPoller::fill()
{
    if (!m_running)
        return;
    const Clock::time_point now = Clock::now();
    while (hasRoom() && m_client->budget()->untilBackground(now) <= 0ms) {
        if (m_outage.isOn() && now < m_outage.probeAt())
            break;
        Entry *entry = m_queue.takeDue(now);
        if (!entry)
            break;
        ask(entry, Priority::Background);
        m_filled = now;
    }
    m_isFull = !hasRoom();
    arm(now);
}

// An answer makes room: only who lacked some goes on at once, the rest waits for the next beat.
void StatusPoller::goOn()
{
    if (!m_running)
        return;
    if (m_isFull)
        fill();
    else
        arm(Clock::now());
}

StatusPoller::Clock::time_point StatusPoller::nextBeat() const
{
    const milliseconds beat = m_queue.isChanging() ? m_intervals.changing / changingBeatShare
                                                   : m_intervals.settled / beatShare;
    return m_filled + beat;
}

bool StatusPoller::hasRoom() const
{
    return m_inFlight < (m_outage.isOn() ? 1 : window) && m_client->waiting() < lead;
}

// One timer, for what no answer will bring about: the next one due, the budget, the next probe.
void StatusPoller::arm(Clock::time_point now)
{
    const std::optional<Clock::time_point> due = m_queue.nextDue();
    if (!due || (m_inFlight > 0 && !hasRoom())) {
        m_timer.stop();
        return;
    }
    milliseconds pause = std::chrono::ceil<milliseconds>(*due - now);
    pause = std::max(pause, m_client->budget()->untilBackground(now));
    if (m_outage.isOn())
        pause = std::max(pause, std::chrono::ceil<milliseconds>(m_outage.probeAt() - now));
    if (!hasRoom())
        pause = std::max(pause, milliseconds(100)); // others' calls fill the client's queue
    pause = std::max(pause, std::chrono::ceil<milliseconds>(nextBeat() - now));
    m_timer.start(std::max(pause, 1ms));
}

void StatusPoller::ask(Entry *entry, Priority priority)
{
    Request request = Endpoints::getStatus(entry->key.project, entry->key.pipeline);
    request.priority = priority;
    request.timeout = m_intervals.patience;
    entry->sentAt = Clock::now();
    ++m_inFlight;
    m_client->send(request, this, [this, key = entry->key](const Result<Reply> &result) {
        --m_inFlight;
        onAnswer(key, result);
        goOn();
    });
}

void StatusPoller::onAnswer(const PipelineKey &key, const Result<Reply> &result)
{
    Entry *entry = m_queue.find(key);
    if (!entry || !entry->isAsked)
        return; // it left the model meanwhile
    const QString status = result ? result->json.object()["status"_L1].toString() : QString();
    if (!status.isEmpty()) {
        entry->failures = 0;
        m_outage.onAnswer();
        m_model->setStatus(key, status);
    } else if (result) {
        ApiError error;
        error.kind = ApiError::Kind::BadReply;
        error.httpStatus = result->status;
        error.requestId = result->requestId;
        onFailure(entry, error);
    } else {
        onFailure(entry, result.error());
    }
    entry = m_queue.find(key);
    if (!entry)
        return; // those who heard of the status removed it
    const bool isWhole = m_queue.recordSwept(entry);
    putBack(entry);
    if (!status.isEmpty())
        Q_EMIT answered(key);
    Q_EMIT checked(key);
    if (isWhole)
        endSweep();
    if (!result && result.error().kind == ApiError::Kind::NotFound)
        Q_EMIT notFound(key);
}

void StatusPoller::onFailure(Entry *entry, const ApiError &error)
{
    const QString reason = error.summary();
    switch (m_outage.onFailure(error, entry->sentAt, Clock::now(), spread())) {
    case Outage::Concerns::Nothing: break;
    case Outage::Concerns::One:
        ++entry->failures;
        m_model->setCheckFailed(entry->key, reason);
        break;
    case Outage::Concerns::All: {
        const QList<PipelineKey> keys = m_model->keys(m_account);
        for (const PipelineKey &key : keys)
            m_model->setCheckFailed(key, reason);
        break;
    }
    }
}

void StatusPoller::endSweep()
{
    m_swept = true;
    Q_EMIT sweepCompleted();
}

void StatusPoller::putBack(Entry *entry)
{
    const Clock::time_point now = Clock::now();
    if (std::exchange(entry->askAgain, false)) {
        m_queue.schedule(entry, now, entry->need);
        checkNow(entry->key);
        return;
    }
    const PollQueue::Need need = needOf(m_model->find(entry->key));
    const bool isChanging = need == PollQueue::Need::Changing;
    if (isChanging && entry->need != PollQueue::Need::Changing)
        entry->changingSince = now;
    const bool isFast = isChanging && now - entry->changingSince < longestChange;
    milliseconds pause = isFast ? m_intervals.changing : m_intervals.settled;
    pause = doubled(pause, entry->failures, std::max(pause, m_intervals.longest));
    m_queue.schedule(entry, now + scaled(pause, spread()), need);
}

} // namespace Sluice
