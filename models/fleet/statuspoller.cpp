// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/statuspoller.h"

#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/ratebudget.h"
#include "models/fleet/pollqueue.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

using Clock = PollQueue::Clock;
using Watch = PollQueue::Watch;
using std::chrono::milliseconds;

// Calls that wait in the client while a place is free there; a longer queue would only grow old.
constexpr int lead = 8;
// A change that takes longer than this is asked for as rarely as the rest.
constexpr auto longestChange = 2min;

// The same for everybody on this account: no use in asking the others as well.
bool concernsAccount(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Tls ||
           kind == ApiError::Kind::Unauthorized || kind == ApiError::Kind::RateLimited;
}

// +-10 %, so that the calls do not march in step.
milliseconds jittered(milliseconds pause)
{
    const double factor = 0.9 + QRandomGenerator::global()->generateDouble() * 0.2;
    return milliseconds(
        static_cast<milliseconds::rep>(static_cast<double>(pause.count()) * factor));
}

milliseconds doubled(milliseconds pause, int times, milliseconds longest)
{
    return std::min(longest, pause * (1 << std::clamp(times, 0, 10)));
}

} // namespace

class StatusPoller::Private
{
public:
    void fill();
    void arm(Clock::time_point now);
    bool hasRoom() const;
    void ask(Watch *watch, Priority priority);
    void take(const PipelineKey &key, const Result<Reply> &result);
    void noteGood(Watch *watch, const QString &status);
    void noteFailure(Watch *watch, const ApiError &error);
    void enterTrouble(Watch *watch, const ApiError &error);
    void putBack(Watch *watch);

    StatusPoller *q = nullptr;
    Client *client = nullptr;
    PipelineModel *model = nullptr;
    QString account;
    Intervals intervals;
    PollQueue queue;
    QTimer timer;
    int inFlight = 0;
    bool running = false;
    bool swept = false;
    int trouble = 0; // failed probes in a row; 0: the account answers
    Clock::time_point troubleSince{};
    Clock::time_point probeAt{};
};

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
        for (const PipelineKey &key : keys)
            d->queue.remove(key);
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

bool StatusPoller::hasCompletedSweep() const
{
    return d->swept;
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
    watch->sentAt = Clock::now();
    ++inFlight;
    client->send(request, q, [this, key = watch->key](const Result<Reply> &result) {
        --inFlight;
        take(key, result);
        fill();
    });
}

void StatusPoller::Private::take(const PipelineKey &key, const Result<Reply> &result)
{
    Watch *watch = queue.find(key);
    if (!watch || !watch->isAsked)
        return; // it left the model meanwhile
    const QString status = result ? result->json.object()["status"_L1].toString() : QString();
    if (!status.isEmpty()) {
        noteGood(watch, status);
    } else if (result) {
        ApiError error;
        error.kind = ApiError::Kind::BadReply;
        error.httpStatus = result->status;
        error.requestId = result->requestId;
        noteFailure(watch, error);
    } else {
        noteFailure(watch, result.error());
    }
    watch = queue.find(key);
    if (!watch)
        return; // those who heard of the status removed it
    const bool isWhole = queue.noteSwept(watch);
    putBack(watch);
    Q_EMIT q->checked(key);
    if (isWhole) {
        swept = true;
        Q_EMIT q->sweepCompleted();
    }
    if (!result && result.error().kind == ApiError::Kind::NotFound)
        Q_EMIT q->notFound(key);
}

void StatusPoller::Private::noteGood(Watch *watch, const QString &status)
{
    watch->failures = 0;
    trouble = 0;
    model->setStatus(watch->key, status);
}

void StatusPoller::Private::noteFailure(Watch *watch, const ApiError &error)
{
    if (concernsAccount(error.kind)) {
        enterTrouble(watch, error);
        return;
    }
    trouble = 0; // refused or slow, but somebody is there
    ++watch->failures;
    model->setCheckFailed(watch->key, error.summary());
}

void StatusPoller::Private::enterTrouble(Watch *watch, const ApiError &error)
{
    const Clock::time_point now = Clock::now();
    // Calls that left before the trouble was known say nothing new.
    if (trouble > 0 && watch->sentAt < troubleSince)
        return;
    if (trouble == 0)
        troubleSince = now;
    const QString reason = error.summary();
    const QList<PipelineKey> keys = model->keys(account);
    for (const PipelineKey &key : keys)
        model->setCheckFailed(key, reason);
    probeAt = now + std::max(jittered(doubled(intervals.probe, trouble, intervals.longest)),
                             error.retryAfter);
    ++trouble;
}

void StatusPoller::Private::putBack(Watch *watch)
{
    const Clock::time_point now = Clock::now();
    if (std::exchange(watch->askAgain, false)) {
        queue.schedule(watch, now, watch->isChanging);
        q->checkNow(watch->key);
        return;
    }
    const PipelineRow *row = model->find(watch->key);
    const bool isChanging = row && (row->requested || isTransitional(row->state));
    if (isChanging && !watch->isChanging)
        watch->changingSince = now;
    const bool isFast = isChanging && now - watch->changingSince < longestChange;
    milliseconds pause = isFast ? intervals.changing : intervals.settled;
    pause = doubled(pause, watch->failures, std::max(pause, intervals.longest));
    queue.schedule(watch, now + jittered(pause), isChanging);
}

} // namespace Sluice
