// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"
#include "models/api/result.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QObject>
#include <QUrl>

#include <memory>

namespace Sluice {

class RateBudget;
class TokenSource;
class Transport;

// A good answer: any 2xx. json is null when the body is empty and none was promised.
struct Reply {
    int status = 0;
    QJsonDocument json;
    QByteArray body;
    QString requestId;
};

// The API of one account: token, request id, queue, rate limit, timeouts and the reply ladder (no
// answer: network error; not 2xx: the server's problem; 2xx without the promised JSON: bad reply).
// A user's GET is retried with back-off; a background one is not, its asker has an interval of its
// own. A write is sent once, on a connection of its own; when its answer is lost, a 5xx or not what
// was promised, the error's effect is Unknown. A request whose path would lead elsewhere does not
// leave at all. The only write that goes out again is one that the server refused with 401, after a
// new token came: that answer is its word that it did not act. A 429 makes all calls of the account
// wait; reads then go out again, a write that got it is reported. transport, tokens and budget must
// outlive the client where it does not own them.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        QUrl baseUrl;         // up to and with "/dpc"
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

    QUrl baseUrl() const;
    RateBudget *budget() const;
    // Calls sent and not yet answered, and calls waiting for their turn.
    int inFlight() const;
    int waiting() const;

Q_SIGNALS:
    // The account waits as the server told it (429); until when, in local time.
    void paused(const QDateTime &until);
    // One read waits as the server told it (503 and the like), then it goes out again; until when.
    void readDelayed(const QDateTime &until);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sluice
