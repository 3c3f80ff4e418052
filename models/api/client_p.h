// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/bodyreader.h"
#include "models/api/callqueue.h"
#include "models/api/ratebudget.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"

#include <QHash>
#include <QTimer>

#include <unordered_map>

namespace Sluice {

// The works of Client. The life of a call: queued -> (token, budget, room) -> in flight ->
// answered, or queued again (401 once, 429, a read's retry). One pass for a reply, two timers for
// all calls.
class Client::Private : public QObject
{
public:
    using Clock = RateBudget::Clock;
    using TimePoint = Clock::time_point;

    Private(Client *client, Settings settings, std::unique_ptr<Transport> transport,
            TokenSource *tokens, RateBudget *budget);
    ~Private() override;

    void enqueue(const Request &request, QObject *context, Handler<Reply> handler);
    int waiting() const;

    const Settings &settings() const { return m_settings; }

    RateBudget *budget() const { return m_budget; }

    int inFlight() const { return m_transport->inFlight(); }

private:
    // Sending.
    void refuse(CallPtr call, const QString &why);
    void schedulePump();
    void pump();
    void startAll(const QByteArray &token);
    CallPtr nextCall(TimePoint now);
    void start(CallPtr call, const QByteArray &token, TimePoint now);
    void failWaiting(const ApiError &error);
    ApiError unsafeAddress() const;
    void armWake(TimePoint now);

    // Receiving.
    void finished(Call *ended, Answer::End end);
    bool sendAgain(CallPtr &call, const Answer &answer, TimePoint now);
    void leaveKeptConnections();
    bool retryRead(CallPtr &call, const Answer &answer, TimePoint now);
    void pauseAccount(const Answer &answer, TimePoint now);
    void judge(CallPtr call, Answer answer);
    void judgeLater(CallPtr call, Answer answer);
    void parsed(quint64 number, const QJsonDocument &json);
    void deliver(Call &call, Result<Reply> result);
    void fail(Call &call, ApiError error);
    void tellOf(ApiError &error, const Call &call) const;
    void abandon(Call &call, bool wasSent);
    bool finishAll(const std::vector<Call *> &calls);
    void checkDeadlines();
    void armDeadline(TimePoint deadline);

    // Contexts.
    void watch(QObject *context);
    void unwatch(const QObject *owner);
    void contextDied(QObject *context);

    struct Watched {
        QMetaObject::Connection connection;
        int calls = 0;
    };

    // An answered call whose large body is being parsed.
    struct Parsing {
        CallPtr call;
        Answer answer;
    };

    Client *const q;
    const Settings m_settings;
    const std::unique_ptr<Transport> m_transport;
    TokenSource *const m_tokens;
    RateBudget *const m_budget;
    CallQueue m_queue;
    std::vector<CallPtr> m_flying;
    std::unordered_map<quint64, Parsing> m_parsing;
    quint64 m_lastNumber = 0;
    const std::shared_ptr<BodyReader> m_bodies;
    QHash<const QObject *, Watched> m_contexts;
    QTimer m_wake;     // delayed calls, the pause, the budget
    QTimer m_deadline; // the earliest deadline in flight
    TimePoint m_deadlineAt{};
    TimePoint m_pausedUntil{};
    QString m_base;
    const QString m_addressProblem; // a token must not go there
    QNetworkRequest m_request;      // with the headers of the account and of the token
    QByteArray m_requestToken;
    bool m_fetching = false;
    bool m_pumpScheduled = false;
};

} // namespace Sluice
