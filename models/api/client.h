// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/bodyreader.h"
#include "models/api/callcontexts.h"
#include "models/api/callqueue.h"
#include "models/api/deadlines.h"
#include "models/api/replyladder.h"
#include "models/api/retrypolicy.h"

#include <QDateTime>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <unordered_map>
#include <vector>

namespace Sluice {

class RateBudget;
class TokenSource;
class Transport;

// The API of one account: token, request id, queue, rate limit, timeouts and the reply ladder (no
// answer: network error; not 2xx: the server's problem; 2xx without the promised JSON: bad reply).
//
// A user's GET is tried again with growing pauses. A background GET is not, as its caller repeats
// it anyway.
//
// A write is sent once, on its own connection. The error's effect is Unknown when the answer is
// lost, a 5xx, or not what was promised. Only a write that was refused with 401 is sent again, with
// a new token: the 401 says that the server did not act.
//
// A 429 makes all calls of the account wait. Then reads are sent again, but a write that got the
// 429 is reported. A request whose path would lead elsewhere is not sent.
//
// The life of a call: queued -> (token, budget, room) -> in flight -> answered, or queued again as
// the RetryPolicy says. All calls share two timers. tokens and budget must outlive the client.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        QUrl baseUrl;         // up to and with "/dpc"
        QString name;         // of the account, for messages
        QByteArray accountId; // header account-id, optional [provider]
        int readRetries = 3;  // further tries of a user's GET after network errors, 502, 503, 504
        std::chrono::milliseconds retryPause{500}; // first back-off, doubled each time, with jitter
        qint64 largestReply = qint64(64) * 1024 * 1024; // bytes; a larger one is a bad reply
    };

    Client(Settings settings, std::unique_ptr<Transport> transport, TokenSource *tokens,
           RateBudget *budget, QObject *parent = nullptr);
    ~Client() override;

    // Runs the handler exactly once, never inside this call. When the context dies first, the
    // handler never runs and the call is dropped. When the client ends first, the handler runs soon
    // after with Kind::Cancelled; the effect is Unknown for a write that had left.
    void send(const Request &request, QObject *context, Handler<Reply> handler);

    QUrl baseUrl() const { return m_settings.baseUrl; }

    RateBudget *budget() const { return m_budget; }

    // The number of calls sent and not yet answered, and of calls that wait for their turn.
    int inFlight() const;

    int waiting() const { return m_queue.size(); }

    // Of those that wait the ones that would change something at the server. None of it was sent.
    int unsentWrites() const { return m_queue.writes(); }

Q_SIGNALS:
    // A call that was sent has its answer, or will get none (0). Each try counts.
    void answered(int httpStatus);
    // The account waits because the server told it to (429). until: in local time. asked: how long
    // the server said. The account may wait less than that before it asks again.
    void paused(const QDateTime &until, std::chrono::milliseconds asked);
    // A read waits until then because the server told it to (such as with a 503). After that it is
    // sent again.
    void readDelayed(const QDateTime &until);

private:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // A call whose answer is not judged yet: the next call is sent first, or a worker reads the
    // large body.
    struct Answered {
        CallPtr call;
        Answer answer;
    };

    // A call that is not sent.
    struct Refused {
        CallPtr call;
        QString why;
    };

    // What has to wait because of an answer.
    struct Waits {
        std::optional<std::chrono::milliseconds> account;
        std::chrono::milliseconds asked{0}; // for the account, said by the server
        std::optional<std::chrono::milliseconds> read;
    };

    // Sending.
    void schedulePump();
    void pump();
    bool failRefused();
    void startAll(const QByteArray &token);
    CallPtr nextCall(TimePoint now);
    void start(CallPtr call, const QByteArray &token, TimePoint now);
    void failWaiting(const ApiError &error);
    std::optional<ApiError> hindrance() const;
    void armWake(TimePoint now);

    // Receiving.
    void finished(Call *ended, Answer::End end);
    bool sendAgain(CallPtr &call, const Answer &answer, TimePoint now, Waits &waits);
    void leaveKeptConnections();
    void pauseAccount(const Answer &answer, TimePoint now, Waits &waits);
    void notify(const Waits &waits);
    void judge(CallPtr call, Answer answer);
    void judgeLater(CallPtr call, Answer answer);
    void judged(quint64 number, const Result<Reply> &result);
    void deliver(Call &call, Result<Reply> result);
    void fail(Call &call, ApiError error);
    void describe(ApiError &error, const Call &call) const;
    void abandon(Call &call, bool mayHaveLeft);
    bool finishAll(const std::vector<Call *> &calls);
    void endLateCalls();
    void onContextDied(const QObject *context);

    const Settings m_settings;
    const std::unique_ptr<Transport> m_transport;
    TokenSource *const m_tokens;
    RateBudget *const m_budget;
    const RetryPolicy m_policy;
    CallQueue m_queue;
    std::vector<Refused> m_refused;
    std::vector<CallPtr> m_flying;
    std::unordered_map<quint64, Answered> m_answered; // by number
    quint64 m_lastNumber = 0;
    const std::shared_ptr<BodyReader> m_bodies;
    CallContexts m_contexts;
    Deadlines m_deadlines; // of the calls in flight
    QTimer m_wake;         // delayed calls, the pause, the budget
    TimePoint m_pausedUntil{};
    const QString m_base;
    const QString m_addressProblem; // a token must not go there
    const QString m_headerProblem;  // a token must not go there
    QNetworkRequest m_request;      // with the headers of the account and of the token
    QByteArray m_requestToken;
    bool m_fetching = false;
    bool m_pumpScheduled = false;
};

} // namespace Sluice
