// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/reply.h"
#include "models/api/request.h"
#include "models/api/result.h"

#include <QDateTime>
#include <QNetworkReply>

#include <optional>

namespace Sluice {

// How a call ended: the facts from the network reply.
struct Answer {
    enum class End { Finished, TimedOut, TooLarge };

    End end = End::Finished;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    bool neverLeft = false; // true: the server has certainly not got the whole request
    int status = 0;         // 0: no status line came
    QByteArray body;
    QByteArray retryAfter;
    QByteArray date;
    QString redirectHost; // from a Location header
    QString proxy;        // "host:port", if the proxy failed

    // True when the connection broke before or during the answer.
    bool isBroken() const;
    // True for 100 to 199, which Qt presents as the answer.
    bool isInterim() const;
};

// body: what was read with Transport::readInto().
Answer answerOf(const QNetworkReply *reply, Answer::End end, QByteArray body);

// The first two rungs. Without an answer: the error for a read or a write. Not 2xx: the server's
// problem. Nothing for a whole 2xx answer, whose body is left to judgeBody(). Only here it is
// decided whether a failed write may have happened (ApiError::effect). The caller adds target, host
// and request id, and removes the token.
std::optional<ApiError> faultOf(const Request &request, const Answer &answer, const QDateTime &now);

// The last rung: a 2xx without the promised body is a bad reply. A write with such an answer may
// have happened or not.
Result<Reply> judgeBody(const Request &request, Answer answer, const QJsonDocument &json);

// True when a read with this answer is worth another try (network, timeout, 502, 503, 504).
bool isWorthRetry(const Answer &answer);

} // namespace Sluice
