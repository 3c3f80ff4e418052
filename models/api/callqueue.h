// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/reply.h"
#include "models/api/request.h"
#include "models/api/result.h"

#include <QPointer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

class QNetworkReply;

namespace Sluice {

// A call on its way through Client: waiting, in flight, or waiting for another try.
struct Call {
    using TimePoint = std::chrono::steady_clock::time_point;

    Request request;
    QPointer<QObject> context;
    const QObject *owner = nullptr; // the context's address, to find its calls while it dies
    Handler<Reply> handler;
    QByteArray requestId;
    QByteArray token; // the token that it was sent with
    QNetworkReply *reply = nullptr;
    QByteArray body; // of the reply, so far
    TimePoint deadline{};
    TimePoint notBefore{};
    int retries = 0;  // after network errors, 502, 503, 504
    int requeued = 0; // after 429, HTTP/2 refusals and interim answers
    bool renewed = false;
};

using CallPtr = std::unique_ptr<Call>;

// Calls that wait for their turn, in order, the user's before background ones. Delayed calls join
// when their time has come.
class CallQueue
{
public:
    using TimePoint = Call::TimePoint;

    void add(CallPtr call);
    void addFirst(CallPtr call);
    void addDelayed(CallPtr call);

    // Lets delayed calls join whose time has come. They go before the others.
    void wake(TimePoint now);
    // When the next delayed call is to join.
    std::optional<TimePoint> nextWake() const;

    bool hasUser() const { return !m_user.empty(); }

    bool hasBackground() const { return !m_background.empty(); }

    CallPtr takeUser();
    CallPtr takeBackground();
    // Takes all calls that are ready, the user's first.
    std::vector<CallPtr> takeAll();

    // Takes all calls, also the delayed ones.
    std::vector<CallPtr> takeEvery();

    // Drops the calls of a context that died.
    void drop(const QObject *owner);

    int size() const;
    // Of them those that would change something at the server.
    int writes() const;

private:
    std::deque<CallPtr> &lineOf(const Call &call);

    std::deque<CallPtr> m_user;
    std::deque<CallPtr> m_background;
    std::vector<CallPtr> m_delayed;
};

} // namespace Sluice
