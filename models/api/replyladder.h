// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/reply.h"
#include "models/api/request.h"
#include "models/api/result.h"

#include <QDateTime>
#include <QNetworkReply>

#include <optional>

namespace Sluice {

// How a call ended, taken off the network reply.
struct Answer {
    enum class End { Finished, TimedOut, TooLarge };

    End end = End::Finished;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    bool neverLeft = false; // certain that the server has not got the whole request
    int status = 0;         // 0: no status line came
    QByteArray body;
    QByteArray retryAfter;
    QByteArray date;
    QString redirectHost; // of a Location header
    QString proxy;        // "host:port", when it was the proxy that failed

    // The connection broke, before or amid the answer.
    bool isBroken() const;
    // 100 to 199, which Qt gives out as if it were the answer.
    bool isInterim() const;
};

// body is what came of it (Transport::readInto).
Answer takeAnswer(const QNetworkReply *reply, Answer::End end, QByteArray body);

// The first two rungs: no answer -> what that means for a read or a write; not 2xx -> the server's
// problem. Nothing for a whole 2xx answer, whose body is for judgeBody. Here, and nowhere else, it
// is worked out whether a write that failed may have happened (ApiError::effect). The caller adds
// target, host, request id and removes the token.
std::optional<ApiError> faultOf(const Request &request, const Answer &answer, const QDateTime &now);

// The last rung: a 2xx without the promised body is a bad reply; a write that gets one may have
// happened or not.
Result<Reply> judgeBody(const Request &request, Answer answer, const QJsonDocument &json);

// True when a read that ended so is worth another try (network, time-out, 502, 503, 504).
bool isWorthRetry(const Answer &answer);

} // namespace Sluice
