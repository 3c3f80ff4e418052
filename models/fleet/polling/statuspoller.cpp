// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/statuspoller.h"

#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/ratebudget.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

PollScheduler::Need needOf(const PipelineRow *row)
{
    if (!row)
        return PollScheduler::Need::Settled;
    if (row->requested || isTransitional(row->state))
        return PollScheduler::Need::Changing;
    switch (row->badge()) {
    case Badge::StoppedUnexpectedly:
    case Badge::Unknown:
    case Badge::NewValue: return PollScheduler::Need::Problem;
    case Badge::Stopped: return PollScheduler::Need::Idle;
    default: return PollScheduler::Need::Settled;
    }
}

} // namespace

StatusPoller::StatusPoller(Client *client, PipelineModel *model, QString account,
                           Intervals intervals, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
    , m_account(std::move(account))
    , m_scheduler(intervals)
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
            m_scheduler.add(key, now);
    }
    fill();
}

void StatusPoller::remove(const QList<PipelineKey> &keys)
{
    bool isWhole = false;
    for (const PipelineKey &key : keys)
        isWhole = m_scheduler.remove(key) || isWhole;
    if (isWhole && m_running)
        endSweep();
}

void StatusPoller::start()
{
    if (m_running)
        return;
    m_running = true;
    m_swept = false;
    m_scheduler.restartSweep();
    if (m_listsRead && m_scheduler.isEmpty())
        endSweep();
    fill();
}

void StatusPoller::stop()
{
    m_running = false;
    m_timer.stop();
}

void StatusPoller::setUnseen(bool isUnseen)
{
    m_scheduler.setUnseen(isUnseen, Clock::now());
    fill();
}

void StatusPoller::checkNow(const PipelineKey &key)
{
    if (m_scheduler.take(key, Clock::now()))
        ask(key, Priority::User);
}

void StatusPoller::checkAllNow()
{
    m_scheduler.makeAllDue(Clock::now());
    fill();
}

void StatusPoller::checkSoon(const QList<PipelineKey> &keys)
{
    m_scheduler.makeDue(keys, Clock::now());
    fill();
}

void StatusPoller::setInView(const QSet<PipelineKey> &keys)
{
    m_scheduler.setInView(keys);
}

void StatusPoller::setPinned(const QSet<PipelineKey> &keys)
{
    m_scheduler.setPinned(keys);
}

void StatusPoller::onListsRead()
{
    m_listsRead = true;
    if (m_running && !m_swept && m_scheduler.isEmpty())
        endSweep();
}

PollScheduler::Traffic StatusPoller::traffic() const
{
    return {m_client->budget(), m_client->waiting()};
}

void StatusPoller::fill()
{
    if (!m_running)
        return;
    const Clock::time_point now = Clock::now();
    while (const auto key = m_scheduler.takeDue(now, traffic()))
        ask(*key, Priority::Background);
    arm(now);
}

// An answer makes room: only who lacked some goes on at once, the rest waits for the next beat.
void StatusPoller::goOn()
{
    if (!m_running)
        return;
    if (m_scheduler.isFull())
        fill();
    else
        arm(Clock::now());
}

// One timer, for what no answer will bring about: the next one due, the budget, the next probe.
void StatusPoller::arm(Clock::time_point now)
{
    if (const auto pause = m_scheduler.untilNext(now, traffic()))
        m_timer.start(*pause);
    else
        m_timer.stop();
}

void StatusPoller::ask(const PipelineKey &key, Priority priority)
{
    Request request = Endpoints::getStatus(key.project, key.pipeline);
    request.priority = priority;
    request.timeout = m_scheduler.intervals().patience;
    m_client->send(request, this, [this, key](const Result<Reply> &result) {
        m_scheduler.onEnded();
        onAnswer(key, result);
        goOn();
    });
}

void StatusPoller::onAnswer(const PipelineKey &key, const Result<Reply> &result)
{
    if (!m_scheduler.isAsked(key))
        return; // it left the model meanwhile
    const QString status = result ? result->json.object()["status"_L1].toString() : QString();
    if (!status.isEmpty()) {
        m_scheduler.onAnswered(key);
        m_model->setStatus(key, status);
    } else if (result) {
        ApiError error;
        error.kind = ApiError::Kind::BadReply;
        error.httpStatus = result->status;
        error.requestId = result->requestId;
        onFailure(key, error);
    } else {
        onFailure(key, result.error());
    }
    if (!m_scheduler.isAsked(key))
        return; // those who heard of the status removed it
    const PollScheduler::Back back =
        m_scheduler.putBack(key, needOf(m_model->find(key)), Clock::now());
    if (back.isAskedAgain)
        checkNow(key);
    if (!status.isEmpty())
        Q_EMIT answered(key);
    Q_EMIT checked(key);
    if (back.isSweepWhole)
        endSweep();
    if (!result && result.error().kind == ApiError::Kind::NotFound)
        Q_EMIT notFound(key);
}

void StatusPoller::onFailure(const PipelineKey &key, const ApiError &error)
{
    const QString reason = error.summary();
    switch (m_scheduler.onFailed(key, error, Clock::now())) {
    case Outage::Concerns::Nothing: break;
    case Outage::Concerns::One: m_model->setCheckFailed(key, reason); break;
    case Outage::Concerns::All: {
        const QList<PipelineKey> keys = m_model->keys(m_account);
        for (const PipelineKey &each : keys)
            m_model->setCheckFailed(each, reason);
        break;
    }
    }
}

void StatusPoller::endSweep()
{
    m_swept = true;
    Q_EMIT sweepCompleted();
}

QString StatusPoller::outlook(const PipelineKey &key)
{
    auto outlook = m_scheduler.outlook(key, Clock::now(), traffic());
    if (!outlook)
        return {};
    if (!m_running && outlook->wait != PollOutlook::Wait::None)
        outlook->wait = PollOutlook::Wait::Paused;
    return outlook->text();
}

} // namespace Sluice
