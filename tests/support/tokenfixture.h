// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/clientcredentials.h"
#include "tests/support/clientfixture.h"

namespace Sluice::Test {

// A token server that numbers its tokens, and a clock that the test moves.
struct Source {
    explicit Source(const QByteArray &answer = R"({"access_token":"token-%1","expires_in":100})")
        : tokens({.tokenUrl = server.url(QStringLiteral("/oauth/dpc/token")),
                  .clientId = u"my id+1"_qs,
                  .clientSecret = u"s3cr+t &/ä"_qs,
                  .timeout = std::chrono::milliseconds(300),
                  .now = [this] { return now; }},
                 std::make_unique<Transport>())
    {
        server.setHandler([this, answer](const Seen &) {
            QByteArray body = answer;
            return Act::reply(200, body.replace("%1", QByteArray::number(++issued)));
        });
    }

    Result<QByteArray> fetch()
    {
        return awaited<QByteArray>(
            [this](const Handler<QByteArray> &handler) { tokens.fetch(&context, handler); });
    }

    FaultServer server;
    int issued = 0;
    ClientCredentials::Clock::time_point now{};
    QObject context;
    ClientCredentials tokens;
};

} // namespace Sluice::Test
