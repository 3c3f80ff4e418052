// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/statuspoller_p.h"

#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/ratebudget.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Sluice {

namespace {

using Clock = PollQueue::Clock;
using Watch = PollQueue::Watch;
using std::chrono::milliseconds;

// Calls that wait in the client while a place is free there; a longer queue would only grow old.
constexpr int lead = 8;

} // namespace

StatusPoller::StatusPoller(Client *client, PipelineModel *model, QString account,
                           Intervals intervals, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->client = client;
    d->model = model;
    d->account = std::move(account);
    d->intervals = intervals;
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->fill(); });

    const auto add = [this](const QList<PipelineKey> &keys) {
        const Clock::time_point now = Clock::now();
        for (const PipelineKey &key : keys) {
            if (key.account == d->account)
                d->queue.add(key, now);
        }
        d->fill();
    };
    add(model->keys(d->account));
    connect(model, &PipelineModel::pipelinesAdded, this, add);
    connect(model, &PipelineModel::pipelinesRemoved, this, [this](const QList<PipelineKey> &keys) {
        bool isWhole = false;
        for (const PipelineKey &key : keys)
            isWhole = d->queue.remove(key) || isWhole;
        if (isWhole && d->running)
            d->endSweep();
    });
}

StatusPoller::~StatusPoller() = default;

void StatusPoller::start()
{
    if (d->running)
        return;
    d->running = true;
    d->swept = false;
    d->queue.restartSweep();
    if (d->listsRead && d->queue.isEmpty())
        d->endSweep();
    d->fill();
}

void StatusPoller::stop()
{
    d->running = false;
    d->timer.stop();
}

bool StatusPoller::isRunning() const
{
    return d->running;
}

void StatusPoller::checkNow(const PipelineKey &key)
{
    Watch *watch = d->queue.find(key);
    if (!watch)
        return;
    if (watch->isAsked) {
        watch->askAgain = true;
        return;
    }
    d->queue.take(watch);
    d->ask(watch, Priority::User);
}

void StatusPoller::checkAllNow()
{
    d->queue.makeAllDue(Clock::now());
    d->probeAt = Clock::now();
    d->fill();
}

void StatusPoller::checkSoon(const QList<PipelineKey> &keys)
{
    const Clock::time_point now = Clock::now();
    for (const PipelineKey &key : keys) {
        if (Watch *watch = d->queue.find(key))
            d->queue.makeDue(watch, now);
    }
    d->probeAt = now; // a user waits
    d->fill();
}

void StatusPoller::noteListsRead()
{
    d->listsRead = true;
    if (d->running && !d->swept && d->queue.isEmpty())
        d->endSweep();
}

bool StatusPoller::hasCompletedSweep() const
{
    return d->swept;
}

std::optional<ApiError> StatusPoller::trouble() const
{
    return d->lastFailure;
}

void StatusPoller::Private::fill()
{
    if (!running)
        return;
    const Clock::time_point now = Clock::now();
    while (hasRoom() && client->budget()->untilBackground(now) <= 0ms) {
        if (trouble > 0 && now < probeAt)
            break;
        Watch *watch = queue.takeDue(now);
        if (!watch)
            break;
        ask(watch, Priority::Background);
    }
    arm(now);
}

bool StatusPoller::Private::hasRoom() const
{
    return inFlight < (trouble > 0 ? 1 : window) && client->waiting() < lead;
}

// One timer, for what no answer will bring about: the next one due, the budget, the next probe.
void StatusPoller::Private::arm(Clock::time_point now)
{
    const std::optional<Clock::time_point> due = queue.nextDue();
    if (!due || (inFlight > 0 && !hasRoom())) {
        timer.stop();
        return;
    }
    milliseconds pause = std::chrono::ceil<milliseconds>(*due - now);
    pause = std::max(pause, client->budget()->untilBackground(now));
    if (trouble > 0)
        pause = std::max(pause, std::chrono::ceil<milliseconds>(probeAt - now));
    if (!hasRoom())
        pause = std::max(pause, milliseconds(100)); // others' calls fill the client's queue
    timer.start(std::max(pause, 1ms));
}

void StatusPoller::Private::ask(Watch *watch, Priority priority)
{
    Request request = Endpoints::getStatus(watch->key.project, watch->key.pipeline);
    request.priority = priority;
    request.timeout = intervals.patience;
    watch->sentAt = Clock::now();
    ++inFlight;
    client->send(request, q, [this, key = watch->key](const Result<Reply> &result) {
        --inFlight;
        take(key, result);
        fill();
    });
}

} // namespace Sluice
