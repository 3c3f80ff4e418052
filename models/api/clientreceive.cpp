// SPDX-License-Identifier: Apache-2.0
#include "models/api/address.h"
#include "models/api/client_p.h"
#include "models/api/problem.h"
#include "models/pipeline/jsontext.h"
#include "models/api/redaction.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Sluice {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds pauseWithoutWord = 10s; // a 429 that does not say how long
constexpr milliseconds longestPause = 10min;
constexpr milliseconds longestRetryWait = 60s; // a 503 that asks for more is reported
constexpr int mostRequeues = 5;
constexpr qsizetype parsedHere = 1'048'576; // larger bodies are parsed in a worker thread

milliseconds withJitter(milliseconds pause)
{
    // Between half and the whole of it, so that many readers do not come back together.
    const qint64 half = pause.count() / 2;
    return milliseconds(half + QRandomGenerator::global()->bounded(half + 1));
}

// HTTP/2: the server closes this connection and did not take this stream up.
bool isRefusedStream(const Answer &answer)
{
    return answer.end == Answer::End::Finished && answer.status == 0 &&
           answer.error == QNetworkReply::ContentReSendError;
}

// It answered, but not as the API does: perhaps it is asked at the wrong address.
bool mayBeOfAnotherServer(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::BadReply: return true;
    case ApiError::Kind::Rejected: return error.httpStatus != 0 && error.violations.isEmpty();
    default: return false;
    }
}

} // namespace

void Client::Private::finished(Call *ended, Answer::End end)
{
    const auto it = std::find_if(m_flying.begin(), m_flying.end(),
                                 [ended](const CallPtr &one) { return one.get() == ended; });
    CallPtr call = std::move(*it);
    *it = std::move(m_flying.back());
    m_flying.pop_back();

    QNetworkReply *reply = std::exchange(call->reply, nullptr);
    reply->disconnect(this);
    if (end == Answer::End::Finished &&
        !Transport::readInto(call->body, reply, m_settings.largestReply))
        end = Answer::End::TooLarge;
    Answer answer = takeAnswer(reply, end, std::exchange(call->body, {}));
    m_transport->done(reply);
    if (end != Answer::End::Finished)
        reply->abort();
    reply->deleteLater();

    const bool again = sendAgain(call, answer, Clock::now());
    // The next call leaves before the handler runs: that keeps the line busy.
    QPointer<Private> alive(this);
    pump();
    if (alive && !again)
        judge(std::move(call), std::move(answer));
}

bool Client::Private::sendAgain(CallPtr &call, const Answer &answer, TimePoint now)
{
    if (answer.status == 429)
        pauseAccount(answer, now);
    if (!call->context)
        return false;
    if (answer.status == 401 && !call->renewed && m_tokens->invalidate(call->token)) {
        // The server's word that it did not act, so a write may go out again, too.
        call->renewed = true;
        m_queue.addFirst(std::move(call));
        return true;
    }
    if (call->request.isWrite())
        return false;
    if (answer.isInterim())
        leaveKeptConnections();
    if (answer.status == 429 || answer.isInterim() || isRefusedStream(answer)) {
        if (++call->requeued > mostRequeues)
            return false;
        m_queue.addFirst(std::move(call));
        return true;
    }
    return retryRead(call, answer, now);
}

// The answer itself is still to come on the connection of an interim one, where it would be taken
// for that to the next request. So all reads under way are asked for anew.
void Client::Private::leaveKeptConnections()
{
    if (!m_transport->keepNoConnections())
        return;
    const auto reads =
        std::stable_partition(m_flying.begin(), m_flying.end(),
                              [](const CallPtr &call) { return call->request.isWrite(); });
    for (auto it = reads; it != m_flying.end(); ++it) {
        QNetworkReply *reply = std::exchange((*it)->reply, nullptr);
        (*it)->body.clear();
        reply->disconnect(this);
        m_transport->done(reply);
        reply->abort();
        reply->deleteLater();
        m_queue.addFirst(std::move(*it));
    }
    m_flying.erase(reads, m_flying.end());
}

bool Client::Private::retryRead(CallPtr &call, const Answer &answer, TimePoint now)
{
    // Who reads in the background asks again by himself, at his own pace.
    if (call->request.priority == Priority::Background)
        return false;
    if (!isWorthRetry(answer) || call->retries >= m_settings.readRetries)
        return false;
    milliseconds pause = withJitter(m_settings.retryPause * (1 << call->retries));
    if (const auto told =
            readRetryAfter(answer.retryAfter, answer.date, QDateTime::currentDateTimeUtc())) {
        if (*told > longestRetryWait)
            return false;
        pause = std::max(pause, *told);
        Q_EMIT q->readDelayed(QDateTime::currentDateTime().addMSecs(pause.count()));
    }
    ++call->retries;
    call->notBefore = now + pause;
    m_queue.addDelayed(std::move(call));
    return true;
}

void Client::Private::pauseAccount(const Answer &answer, TimePoint now)
{
    const auto told =
        readRetryAfter(answer.retryAfter, answer.date, QDateTime::currentDateTimeUtc());
    const milliseconds pause = std::min(told.value_or(pauseWithoutWord), longestPause);
    // Calls that were in flight get their 429 as well; that is one overload, not many.
    if (now >= m_pausedUntil)
        m_budget->noteLimited(now);
    if (now + pause <= m_pausedUntil)
        return;
    m_pausedUntil = now + pause;
    Q_EMIT q->paused(QDateTime::currentDateTime().addMSecs(pause.count()));
}

void Client::Private::judge(CallPtr call, Answer answer)
{
    // Before it is read: a shortened message could keep a part of the token.
    if (answer.status >= 300)
        stripSecret(answer.body, call->token);
    if (auto fault = faultOf(call->request, answer, QDateTime::currentDateTimeUtc())) {
        fail(*call, std::move(*fault));
        return;
    }
    if (answer.body.size() > parsedHere) {
        judgeLater(std::move(call), std::move(answer));
        return;
    }
    const QJsonDocument json = readJson(answer.body);
    const Result<Reply> result = judgeBody(call->request, std::move(answer), json);
    result ? deliver(*call, result) : fail(*call, result.error());
}

void Client::Private::judgeLater(CallPtr call, Answer answer)
{
    const quint64 number = ++m_lastNumber;
    BodyReader::read(m_bodies, number, answer.body);
    m_parsing.emplace(number, Parsing{std::move(call), std::move(answer)});
}

void Client::Private::parsed(quint64 number, const QJsonDocument &json)
{
    auto parsing = m_parsing.extract(number);
    if (!parsing)
        return;
    auto &[call, answer] = parsing.mapped();
    const Result<Reply> result = judgeBody(call->request, std::move(answer), json);
    result ? deliver(*call, result) : fail(*call, result.error());
}

void Client::Private::tellOf(ApiError &error, const Call &call) const
{
    error.requestId = QString::fromLatin1(call.requestId);
    error.target = QString::fromLatin1(verbName(call.request.verb)) + u' ' + call.request.path;
    error.host = m_settings.baseUrl.host();
    if (mayBeOfAnotherServer(error))
        error.advice = baseAddressAdvice(m_settings.baseUrl);
    removeSecret(error, call.token);
}

void Client::Private::fail(Call &call, ApiError error)
{
    tellOf(error, call);
    deliver(call, error);
}

void Client::Private::deliver(Call &call, Result<Reply> result)
{
    if (!call.context)
        return;
    if (result)
        result.value().requestId = QString::fromLatin1(call.requestId);
    unwatch(call.owner);
    call.handler(result);
}

void Client::Private::armDeadline(TimePoint deadline)
{
    if (m_deadline.isActive() && m_deadlineAt <= deadline)
        return;
    m_deadlineAt = deadline;
    m_deadline.start(std::max(0ms, std::chrono::ceil<milliseconds>(deadline - Clock::now())));
}

// A handler may end other calls of these, or the client itself: false then.
bool Client::Private::finishAll(const std::vector<Call *> &calls)
{
    QPointer<Private> alive(this);
    for (Call *call : calls) {
        const bool still = std::any_of(m_flying.begin(), m_flying.end(),
                                       [call](const CallPtr &one) { return one.get() == call; });
        if (still)
            finished(call, Answer::End::TimedOut);
        if (!alive)
            return false;
    }
    return true;
}

void Client::Private::checkDeadlines()
{
    const TimePoint now = Clock::now();
    std::vector<Call *> late;
    for (const CallPtr &call : m_flying) {
        if (call->deadline <= now)
            late.push_back(call.get());
    }
    if (!finishAll(late))
        return;
    const auto next =
        std::min_element(m_flying.begin(), m_flying.end(), [](const CallPtr &a, const CallPtr &b) {
            return a->deadline < b->deadline;
        });
    if (next != m_flying.end())
        armDeadline((*next)->deadline);
}

void Client::Private::watch(QObject *context)
{
    Watched &watched = m_contexts[context];
    if (watched.calls++ == 0)
        watched.connection = connect(context, &QObject::destroyed, this, &Private::contextDied);
}

void Client::Private::unwatch(const QObject *owner)
{
    const auto it = m_contexts.find(owner);
    if (it == m_contexts.end() || --it->calls > 0)
        return;
    disconnect(it->connection);
    m_contexts.erase(it);
}

// Waiting calls are dropped and reads aborted; a write that has left is not recalled, only its
// handler does not run.
void Client::Private::contextDied(QObject *context)
{
    m_contexts.remove(context);
    m_queue.drop(context);
    std::vector<Call *> reads;
    for (const CallPtr &call : m_flying) {
        if (call->owner == context && !call->request.isWrite())
            reads.push_back(call.get());
    }
    finishAll(reads);
}

} // namespace Sluice
