// SPDX-License-Identifier: Apache-2.0
#include "models/api/client.h"

#include "models/api/address.h"
#include "models/api/headervalue.h"
#include "models/api/ratebudget.h"
#include "models/api/redaction.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"
#include "models/json/jsontext.h"

#include <QNetworkReply>
#include <QUuid>

#include <algorithm>

namespace Sluice {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Background calls leave so many places free, so that a user's call need not wait for an answer.
constexpr int keptForUser = 2;
constexpr qsizetype parsedHere = 1'048'576; // larger bodies are read in a worker thread

QString encodedBase(const QUrl &url)
{
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

// True when the server did not answer like the API. Perhaps the address is wrong.
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

Client::Client(Settings settings, std::unique_ptr<Transport> transport, TokenSource *tokens,
               RateBudget *budget, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
    , m_tokens(tokens)
    , m_budget(budget)
    , m_policy(m_settings.readRetries, m_settings.retryPause)
    , m_bodies(BodyReader::create(
          [this](quint64 number, const Result<Reply> &result) { judged(number, result); }))
    , m_base(encodedBase(m_settings.baseUrl))
    , m_addressProblem(addressProblem(m_settings.baseUrl))
    , m_headerProblem(
          headerProblem("account-id", QString::fromUtf8(m_settings.accountId), m_settings.name))
    , m_request(m_transport->plainRequest())
{
    if (!m_settings.accountId.isEmpty() && m_headerProblem.isEmpty())
        m_request.setRawHeader("account-id", m_settings.accountId);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &Client::pump);
    connect(&m_deadlines, &Deadlines::due, this, &Client::endLateCalls);
    connect(&m_contexts, &CallContexts::died, this, &Client::onContextDied);
}

Client::~Client()
{
    m_bodies->close();
    for (const CallPtr &call : m_flying) {
        const bool mayHaveLeft = !Transport::neverLeft(call->reply);
        call->reply->disconnect(this);
        call->reply->abort();
        delete call->reply;
        abandon(*call, mayHaveLeft);
    }
    for (const auto &[number, answered] : m_answered)
        abandon(*answered.call, true);
    for (const Refused &refused : m_refused)
        abandon(*refused.call, false);
    for (const CallPtr &call : m_queue.takeEvery())
        abandon(*call, false);
}

// Tells the waiting context later: it may be in the middle of its own end.
void Client::abandon(Call &call, bool mayHaveLeft)
{
    if (!call.context)
        return;
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.effect = mayHaveLeft && call.request.isWrite() ? Effect::Unknown : Effect::None;
    error.message = ApiError::tr("The account was disconnected before the answer came.");
    describe(error, call);
    QMetaObject::invokeMethod(
        call.context, [handler = std::move(call.handler), error] { handler(error); },
        Qt::QueuedConnection);
}

int Client::inFlight() const
{
    return m_transport->inFlight();
}

void Client::send(const Request &request, QObject *context, Handler<Reply> handler)
{
    auto call = std::make_unique<Call>();
    call->request = request;
    call->context = context ? context : this;
    call->owner = call->context;
    call->handler = std::move(handler);
    m_contexts.add(call->context);
    if (const QString problem = pathProblem(request.path); !problem.isEmpty())
        m_refused.push_back({std::move(call), problem});
    else
        m_queue.add(std::move(call));
    schedulePump();
}

void Client::schedulePump()
{
    if (m_pumpScheduled)
        return;
    m_pumpScheduled = true;
    QMetaObject::invokeMethod(this, &Client::pump, Qt::QueuedConnection);
}

void Client::pump()
{
    m_pumpScheduled = false;
    if (!failRefused())
        return;
    const TimePoint now = Clock::now();
    m_queue.wake(now);
    if (now < m_pausedUntil || m_fetching || (!m_queue.hasUser() && !m_queue.hasBackground())) {
        armWake(now);
        return;
    }
    if (const auto error = hindrance()) {
        failWaiting(*error);
        return;
    }
    m_fetching = true;
    m_tokens->fetch(this, [this](const Result<QByteArray> &token) {
        m_fetching = false;
        if (token)
            startAll(*token);
        else
            failWaiting(token.error());
    });
}

// False when a handler deleted the client.
bool Client::failRefused()
{
    QPointer<Client> alive(this);
    const std::vector<Refused> refused = std::exchange(m_refused, {});
    for (const Refused &one : refused) {
        ApiError error;
        error.kind = ApiError::Kind::Rejected;
        error.message = one.why;
        fail(*one.call, error);
        if (!alive)
            return false;
    }
    return true;
}

void Client::startAll(const QByteArray &token)
{
    const TimePoint now = Clock::now();
    if (now >= m_pausedUntil) {
        while (CallPtr call = nextCall(now))
            start(std::move(call), token, now);
    }
    armWake(now);
}

CallPtr Client::nextCall(TimePoint now)
{
    const int room =
        m_transport->capacity(m_settings.baseUrl.scheme() == "https"_L1) - m_transport->inFlight();
    if (m_queue.hasUser() && room > 0 && m_budget->untilUser(now) <= 0ms) {
        m_budget->recordUserCall(now);
        return m_queue.takeUser();
    }
    if (m_queue.hasBackground() && room > keptForUser && m_budget->takeBackground(now))
        return m_queue.takeBackground();
    return nullptr;
}

void Client::start(CallPtr call, const QByteArray &token, TimePoint now)
{
    if (token != m_requestToken) {
        m_requestToken = token;
        m_request.setRawHeader("Authorization", "Bearer " + token);
    }
    call->token = token;
    call->requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    call->deadline = now + call->request.timeout;

    QString url = m_base + call->request.path;
    if (!call->request.query.isEmpty())
        url += u'?' + call->request.query.toString(QUrl::FullyEncoded);
    QNetworkRequest request = m_request;
    request.setUrl(QUrl(url));
    request.setRawHeader("X-Request-ID", call->requestId);

    Call *raw = call.get();
    raw->reply = m_transport->send(raw->request.verb, request, raw->request.body);
    connect(raw->reply, &QNetworkReply::finished, this,
            [this, raw] { finished(raw, Answer::End::Finished); });
    connect(raw->reply, &QNetworkReply::readyRead, this, [this, raw] {
        if (!Transport::readInto(raw->body, raw->reply, m_settings.largestReply))
            finished(raw, Answer::End::TooLarge);
    });
    m_flying.push_back(std::move(call));
    m_deadlines.add(raw->deadline);
}

// There is no token, so none of the waiting calls can be sent.
void Client::failWaiting(const ApiError &error)
{
    QPointer<Client> alive(this);
    for (const CallPtr &call : m_queue.takeAll()) {
        deliver(*call, error);
        if (!alive)
            return;
    }
    armWake(Clock::now());
}

// Why no call of this account may be sent.
std::optional<ApiError> Client::hindrance() const
{
    ApiError error;
    error.host = m_settings.baseUrl.host();
    error.kind = ApiError::Kind::Tls;
    error.message = m_addressProblem;
    if (error.message.isEmpty()) {
        error.kind = ApiError::Kind::Rejected;
        error.message = m_headerProblem;
    }
    return error.message.isEmpty() ? std::optional<ApiError>() : error;
}

void Client::armWake(TimePoint now)
{
    std::optional<TimePoint> next = m_queue.nextWake();
    const auto sooner = [&next](TimePoint time) { next = next ? std::min(*next, time) : time; };
    const bool ready = m_queue.hasUser() || m_queue.hasBackground();
    if (ready && now < m_pausedUntil)
        sooner(m_pausedUntil);
    else if (ready) {
        const auto wait =
            m_queue.hasUser() ? m_budget->untilUser(now) : m_budget->untilBackground(now);
        // Without a wait only a free place is missing. The next answer makes one.
        if (wait > 0ms)
            sooner(now + wait);
    }
    if (!next) {
        m_wake.stop();
        return;
    }
    m_wake.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(*next - now)));
}

void Client::finished(Call *ended, Answer::End end)
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
    Answer answer = answerOf(reply, end, std::exchange(call->body, {}));
    m_transport->done(reply);
    if (end != Answer::End::Finished)
        reply->abort();
    reply->deleteLater();

    Waits waits;
    const int status = answer.status;
    const bool again = sendAgain(call, answer, Clock::now(), waits);
    const quint64 number = ++m_lastNumber;
    if (!again)
        m_answered.emplace(number, Answered{std::move(call), std::move(answer)});
    // A listener may delete the client. So the call is in its place by now, and its handler is told
    // of that.
    QPointer<Client> alive(this);
    Q_EMIT answered(status);
    if (alive)
        notify(waits);
    // Sends the next call before the handler runs, which keeps the connection busy. Other handlers
    // may delete the client meanwhile.
    if (alive)
        pump();
    if (!alive || again)
        return;
    auto answered = m_answered.extract(number);
    judge(std::move(answered.mapped().call), std::move(answered.mapped().answer));
}

// True when the call is queued again.
bool Client::sendAgain(CallPtr &call, const Answer &answer, TimePoint now, Waits &waits)
{
    if (answer.status == 429)
        pauseAccount(answer, now, waits);
    if (answer.isInterim())
        leaveKeptConnections();
    if (!call->context)
        return false;
    switch (m_policy.next(call->request, answer, call->retries, call->requeued)) {
    case RetryPolicy::Again::Never: return false;
    case RetryPolicy::Again::WithNewToken:
        if (call->renewed || !m_tokens->invalidate(call->token))
            return false;
        call->renewed = true;
        m_queue.addFirst(std::move(call));
        return true;
    case RetryPolicy::Again::AtOnce:
        ++call->requeued;
        m_queue.addFirst(std::move(call));
        return true;
    case RetryPolicy::Again::AfterAPause: {
        const auto pause = m_policy.pauseBefore(call->retries++, answer);
        call->notBefore = now + pause;
        m_queue.addDelayed(std::move(call));
        if (RetryPolicy::toldWait(answer))
            waits.read = pause;
        return true;
    }
    }
    return false;
}

// After an interim answer, the real one is still to come on its connection, and would be taken for
// the answer to the next request. So all reads under way are sent again.
void Client::leaveKeptConnections()
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

void Client::pauseAccount(const Answer &answer, TimePoint now, Waits &waits)
{
    const auto pause = RetryPolicy::pauseOfAccount(answer);
    // Calls that were in flight get a 429 as well. That is one overload, not many.
    if (now >= m_pausedUntil)
        m_budget->onLimited(now);
    else
        m_budget->onRefused();
    if (now + pause <= m_pausedUntil)
        return;
    m_pausedUntil = now + pause;
    waits.account = pause;
    waits.asked = std::max(pause, RetryPolicy::toldWait(answer).value_or(pause));
}

void Client::notify(const Waits &waits)
{
    const QPointer<Client> alive(this);
    const QDateTime now = QDateTime::currentDateTime();
    if (waits.account)
        Q_EMIT paused(now.addMSecs(waits.account->count()), waits.asked);
    if (alive && waits.read)
        Q_EMIT readDelayed(now.addMSecs(waits.read->count()));
}

void Client::judge(CallPtr call, Answer answer)
{
    // Removes the token before the body is read: a shortened message could keep a part of it.
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

void Client::judgeLater(CallPtr call, Answer answer)
{
    const quint64 number = ++m_lastNumber;
    BodyReader::read(m_bodies, number, call->request, answer);
    m_answered.emplace(number, Answered{std::move(call), std::move(answer)});
}

void Client::judged(quint64 number, const Result<Reply> &result)
{
    auto answered = m_answered.extract(number);
    if (!answered)
        return;
    const CallPtr call = std::move(answered.mapped().call);
    result ? deliver(*call, result) : fail(*call, result.error());
}

void Client::describe(ApiError &error, const Call &call) const
{
    error.requestId = QString::fromLatin1(call.requestId);
    error.target = QString::fromLatin1(verbName(call.request.verb)) + u' ' + call.request.path;
    error.host = m_settings.baseUrl.host();
    if (mayBeOfAnotherServer(error))
        error.advice = baseAddressAdvice(m_settings.baseUrl);
    removeSecret(error, call.token);
}

void Client::fail(Call &call, ApiError error)
{
    describe(error, call);
    deliver(call, error);
}

void Client::deliver(Call &call, Result<Reply> result)
{
    if (!call.context)
        return;
    if (result)
        result.value().requestId = QString::fromLatin1(call.requestId);
    m_contexts.release(call.owner);
    call.handler(result);
}

// A handler may end others of these calls, or delete the client. Returns false in the last case.
bool Client::finishAll(const std::vector<Call *> &calls)
{
    QPointer<Client> alive(this);
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

void Client::endLateCalls()
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
        m_deadlines.add((*next)->deadline);
}

// Drops waiting calls and aborts reads. A write that has left is not recalled, but its handler does
// not run.
void Client::onContextDied(const QObject *context)
{
    m_queue.drop(context);
    std::vector<Call *> reads;
    for (const CallPtr &call : m_flying) {
        if (call->owner == context && !call->request.isWrite())
            reads.push_back(call.get());
    }
    finishAll(reads);
}

} // namespace Sluice
