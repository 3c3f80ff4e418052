// SPDX-License-Identifier: Apache-2.0
#include "models/api/address.h"
#include "models/api/client_p.h"

#include <QNetworkReply>
#include <QUuid>

#include <algorithm>

namespace Sluice {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Places that background calls leave free, so that a user's call need not wait for an answer.
constexpr int keptForUser = 2;

QString encodedBase(const QUrl &url)
{
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

} // namespace

Client::Private::Private(Client *client, Settings settings, std::unique_ptr<Transport> transport,
                         TokenSource *tokens, RateBudget *budget)
    : q(client)
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
    , m_tokens(tokens)
    , m_budget(budget)
    , m_bodies(BodyReader::create(
          [this](quint64 number, const QJsonDocument &json) { parsed(number, json); }))
    , m_base(encodedBase(m_settings.baseUrl))
    , m_addressProblem(addressProblem(m_settings.baseUrl))
    , m_request(m_transport->plainRequest())
{
    if (!m_settings.accountId.isEmpty())
        m_request.setRawHeader("account-id", m_settings.accountId);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &Private::pump);
    connect(&m_deadline, &QTimer::timeout, this, &Private::checkDeadlines);
}

Client::Private::~Private()
{
    m_bodies->close();
    for (const CallPtr &call : m_flying) {
        call->reply->disconnect(this);
        call->reply->abort();
        delete call->reply;
        abandon(*call, true);
    }
    for (const auto &[number, parsing] : m_parsing)
        abandon(*parsing.call, true);
    for (const CallPtr &call : m_queue.takeEvery())
        abandon(*call, false);
}

// Who waits for an answer is told, later: it may be in the middle of its own end.
void Client::Private::abandon(Call &call, bool wasSent)
{
    if (!call.context)
        return;
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.effect = wasSent && call.request.isWrite() ? Effect::Unknown : Effect::None;
    error.message = ApiError::tr("The account was disconnected before the answer came.");
    tellOf(error, call);
    QMetaObject::invokeMethod(
        call.context, [handler = std::move(call.handler), error] { handler(error); },
        Qt::QueuedConnection);
}

int Client::Private::waiting() const
{
    return m_queue.size();
}

void Client::Private::enqueue(const Request &request, QObject *context, Handler<Reply> handler)
{
    auto call = std::make_unique<Call>();
    call->request = request;
    call->context = context;
    call->owner = context;
    call->handler = std::move(handler);
    watch(context);
    if (const QString problem = pathProblem(request.path); !problem.isEmpty()) {
        refuse(std::move(call), problem);
        return;
    }
    m_queue.add(std::move(call));
    schedulePump();
}

// Nothing of it leaves; the handler runs later, as always.
void Client::Private::refuse(CallPtr call, const QString &why)
{
    const std::shared_ptr<Call> refused(std::move(call));
    QMetaObject::invokeMethod(
        this,
        [this, refused, why] {
            ApiError error;
            error.kind = ApiError::Kind::Rejected;
            error.message = why;
            fail(*refused, error);
        },
        Qt::QueuedConnection);
}

void Client::Private::schedulePump()
{
    if (m_pumpScheduled)
        return;
    m_pumpScheduled = true;
    QMetaObject::invokeMethod(this, &Private::pump, Qt::QueuedConnection);
}

void Client::Private::pump()
{
    m_pumpScheduled = false;
    const TimePoint now = Clock::now();
    m_queue.wake(now);
    if (now < m_pausedUntil || m_fetching || (!m_queue.hasUser() && !m_queue.hasBackground())) {
        armWake(now);
        return;
    }
    if (!m_addressProblem.isEmpty()) {
        failWaiting(unsafeAddress());
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

void Client::Private::startAll(const QByteArray &token)
{
    const TimePoint now = Clock::now();
    if (now >= m_pausedUntil) {
        while (CallPtr call = nextCall(now))
            start(std::move(call), token, now);
    }
    armWake(now);
}

CallPtr Client::Private::nextCall(TimePoint now)
{
    const int room =
        m_transport->capacity(m_settings.baseUrl.scheme() == "https"_L1) - m_transport->inFlight();
    if (m_queue.hasUser() && room > 0) {
        m_budget->noteUserCall(now);
        return m_queue.takeUser();
    }
    if (m_queue.hasBackground() && room > keptForUser && m_budget->takeBackground(now))
        return m_queue.takeBackground();
    return nullptr;
}

void Client::Private::start(CallPtr call, const QByteArray &token, TimePoint now)
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
    armDeadline(raw->deadline);
}

// No token, so none of the waiting calls can be sent.
void Client::Private::failWaiting(const ApiError &error)
{
    QPointer<Private> alive(this);
    for (const CallPtr &call : m_queue.takeAll()) {
        deliver(*call, error);
        if (!alive)
            return;
    }
    armWake(Clock::now());
}

ApiError Client::Private::unsafeAddress() const
{
    ApiError error;
    error.kind = ApiError::Kind::Tls;
    error.message = m_addressProblem;
    error.host = m_settings.baseUrl.host();
    return error;
}

void Client::Private::armWake(TimePoint now)
{
    std::optional<TimePoint> next = m_queue.nextWake();
    const auto sooner = [&next](TimePoint time) { next = next ? std::min(*next, time) : time; };
    const bool ready = m_queue.hasUser() || m_queue.hasBackground();
    if (ready && now < m_pausedUntil)
        sooner(m_pausedUntil);
    else if (m_queue.hasBackground()) {
        const auto wait = m_budget->untilBackground(now);
        // Without a wait it is room that is missing, and the next answer makes it.
        if (wait > 0ms)
            sooner(now + wait);
    }
    if (!next) {
        m_wake.stop();
        return;
    }
    m_wake.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(*next - now)));
}

} // namespace Sluice
