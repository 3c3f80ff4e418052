// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/statuspoller_p.h"

#include "models/api/client.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

using Clock = PollQueue::Clock;
using Watch = PollQueue::Watch;
using std::chrono::milliseconds;

// A change that takes longer than this is asked for as rarely as the rest.
constexpr auto longestChange = 2min;
// One pipeline may be slow; so many time-outs without an answer between them are everybody's.
constexpr int silenceOfAll = 3;

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
    if (!status.isEmpty())
        Q_EMIT q->answered(key);
    Q_EMIT q->checked(key);
    if (isWhole)
        endSweep();
    if (!result && result.error().kind == ApiError::Kind::NotFound)
        Q_EMIT q->notFound(key);
}

void StatusPoller::Private::noteGood(Watch *watch, const QString &status)
{
    watch->failures = 0;
    trouble = 0;
    silence = 0;
    lastFailure.reset();
    model->setStatus(watch->key, status);
}

void StatusPoller::Private::noteFailure(Watch *watch, const ApiError &error)
{
    // The first of its kind stands for those that follow, so that its words stay the same.
    if (!lastFailure || lastFailure->kind != error.kind)
        lastFailure = error;
    silence = error.kind == ApiError::Kind::Timeout ? silence + 1 : 0;
    const bool isSilent = silence >= silenceOfAll || (silence > 0 && trouble > 0);
    if (concernsAccount(error.kind) || isSilent) {
        enterTrouble(watch, error);
        return;
    }
    trouble = 0; // refused or slow, but somebody is there
    ++watch->failures;
    model->setCheckFailed(watch->key, error.summary());
}

void StatusPoller::Private::endSweep()
{
    swept = true;
    Q_EMIT q->sweepCompleted();
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
