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
// A user's GET is retried with back-off; a background one is not, its asker has an interval of its
// own. A write is sent once, on a connection of its own; when its answer is lost, a 5xx or not what
// was promised, the error's effect is Unknown. A request whose path would lead elsewhere does not
// leave at all. The only write that goes out again is one that the server refused with 401, after a
// new token came: that answer is its word that it did not act. A 429 makes all calls of the account
// wait; reads then go out again, a write that got it is reported. transport, tokens and budget must
// outlive the client where it does not own them. The life of a call: queued -> (token, budget,
// room)
// -> in flight -> answered, or queued again as the RetryPolicy says. One pass for a reply, two
// timers for all calls.
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

    // Runs handler exactly once, never inside this call; never, and the call is dropped, once
    // context died. When the client ends first, handler runs soon after: Kind::Cancelled, of
    // unknown effect for a write that had left.
    void send(const Request &request, QObject *context, Handler<Reply> handler);

    QUrl baseUrl() const { return m_settings.baseUrl; }

    RateBudget *budget() const { return m_budget; }

    // Calls sent and not yet answered, and calls waiting for their turn.
    int inFlight() const;

    int waiting() const { return m_queue.size(); }

Q_SIGNALS:
    // The account waits as the server told it (429); until when, in local time. asked: how long the
    // server said, which may be more than the account waits before it asks again.
    void paused(const QDateTime &until, std::chrono::milliseconds asked);
    // One read waits as the server told it (503 and the like), then it goes out again; until when.
    void readDelayed(const QDateTime &until);

private:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // A call whose answer is not judged yet: the next call leaves first, or its large body is being
    // read.
    struct Answered {
        CallPtr call;
        Answer answer;
    };

    // A call that does not leave.
    struct Refused {
        CallPtr call;
        QString why;
    };

    // What an answer makes wait, as it is told.
    struct Waits {
        std::optional<std::chrono::milliseconds> account;
        std::chrono::milliseconds asked{0}; // of the account, by the server
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
    void tell(const Waits &waits);
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
