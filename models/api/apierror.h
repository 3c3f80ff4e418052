// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <chrono>

namespace Sluice {

// One refused field of a definition. field is the server's dotted path into the request body
// (guide: "streamingSource.connection.username"); it is empty for a message without a place
// (reference: "violations" are plain strings).
struct Violation {
    QString field;
    QString message;

    bool operator==(const Violation &) const = default;
};

// What became of a write, as far as this side can tell. None: it did not happen: it never left, or
// the server said that it did not act. Unknown: it may have happened or not.
enum class Effect { None, Happened, Unknown };

// The one error type, from the socket to the label. kind says which layer failed and what can be
// done; effect, whether a write may have happened all the same.
struct ApiError {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ApiError)

public:
    enum class Kind {
        Network,      // no connection; the request did not take effect
        Timeout,      // a read got no answer in time
        Cancelled,    // given up from here
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
    QString message;              // the server's or the network's own words, may be empty
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
    bool isHearsay = false; // of a 404 without the API's words: a gateway may have said it

    // What happened in plain words, for a banner's bold part: a sentence, what is not known when
    // the effect is not known, and what was found.
    QString summary() const;
    // What the user can do now, one sentence; may be empty.
    QString nextStep() const;
    // Of several calls one after the other: the next one would fare the same, or must wait for an
    // answer that is missing.
    bool endsARun() const;

    bool isEffectUnknown() const { return effect == Effect::Unknown; }

    // Multi-line text for "Copy details": target, status, request id, server's words. Holds no
    // token.
    QString details() const;

private:
    QString fact() const;
};

} // namespace Sluice
