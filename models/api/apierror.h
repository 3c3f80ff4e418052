// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <chrono>

namespace Sluice {

// One refused field of a definition. field is the server's dotted path into the request body
// (guide: "streamingSource.connection.username"). It is empty for a message without a place
// (reference: "violations" are plain strings).
struct Violation {
    QString field;
    QString message;

    bool operator==(const Violation &) const = default;
};

// What became of a write, as far as this program can tell. None: it did not happen, because it
// never left, or the server said that it did not act. Unknown: it may have happened or not.
enum class Effect { None, Happened, Unknown };

// The one error type, from the socket to the label. kind says which layer failed and what can be
// done. effect says whether a write may have happened nevertheless.
struct ApiError {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ApiError)

public:
    enum class Kind {
        Network,      // no connection; the request did not take effect
        Timeout,      // a read got no answer in time
        Cancelled,    // given up by this program
        Tls,          // certificate or handshake
        NoAnswer,     // a write left and no whole answer came
        Unauthorized, // 401, or the token was refused
        Forbidden,    // 403
        NotFound,     // 404
        Conflict,     // 409
        Rejected,     // 400, 413, 415, 422 and other 4xx: the request itself; without a status:
                      // refused here, it did not leave
        RateLimited,  // 429
        Server,       // 5xx
        BadReply,     // an answer that is not what the API promises
    };

    Kind kind = Kind::Network;
    Effect effect = Effect::None; // of a write; None or Unknown; always None for a read
    int httpStatus = 0;           // 0: no answer
    QString message;              // the words of the server or the network; may be empty
    QString
        found; // what a look at the server showed after a write without a good answer; sentences
    QList<Violation> violations;             // of a refused definition, in the server's order
    std::chrono::milliseconds retryAfter{0}; // of a 429 or 503
    std::chrono::milliseconds waited{0};     // for an answer that did not come
    QString requestId;                       // X-Request-ID of the call
    QString target;                          // "GET /v1/projects", never with a token
    QString host;
    QString proxy;          // "host:port" of the proxy, when it was the one that failed
    QString advice;         // instead of the usual next step
    bool isHearsay = false; // a 404 that is not in the API's form: it may come from a gateway

    // What happened in plain words, for the bold part of a banner. Adds what is not known when the
    // effect is unknown, and what a look found.
    QString summary() const;
    // What the user can do now: one sentence, or empty.
    QString nextStep() const;
    // True when, in a series of calls, the next one would fail in the same way or must wait for a
    // missing answer.
    bool endsARun() const;

    bool isEffectUnknown() const { return effect == Effect::Unknown; }

    // Text of several lines for "Copy details": target, status, request id, the server's words.
    // Holds no token.
    QString details() const;

private:
    QString fact() const;
};

} // namespace Sluice
