// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/fixedtoken.h"
#include "models/api/ratebudget.h"
#include "models/api/transport.h"
#include "tests/support/faultserver.h"

#include <QtTest>

#include <optional>

namespace Sluice::Test {

// Begins something that calls a handler at its end, and waits for the result. (QTest::qWaitFor
// would sleep 10 ms each turn.)
template <typename T, typename Begin>
Result<T> awaited(Begin begin)
{
    ApiError nothing;
    nothing.kind = ApiError::Kind::Cancelled;
    nothing.message = QStringLiteral("the handler did not run");
    Result<T> result = nothing;
    QEventLoop loop;
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    begin([&result, &loop](const Result<T> &answer) {
        result = answer;
        // Queued, so that an answer that comes inside begin() ends the loop, too.
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    return result;
}

// A client of a fault server, with a fixed token and short pauses.
struct ClientFixture {
    explicit ClientFixture(TokenSource *source = nullptr, int readRetries = 3)
        : client({.baseUrl = server.url(),
                  .accountId = "account-1",
                  .readRetries = readRetries,
                  .retryPause = std::chrono::milliseconds(5)},
                 std::make_unique<Transport>(), source ? source : &fixed, &budget)
    {}

    // Sends and waits for the result.
    Result<Reply> call(const Request &request)
    {
        return awaited<Reply>(
            [&](const Handler<Reply> &handler) { client.send(request, &context, handler); });
    }

    FaultServer server;
    FixedToken fixed{"token-of-the-tests"};
    RateBudget budget{0};
    QObject context;
    Client client;
};

// A read and the writes of the API, with short timeouts.
inline Request shortRead(std::chrono::milliseconds timeout = std::chrono::milliseconds(3000))
{
    Request request = Endpoints::getStatus(QStringLiteral("p1"), QStringLiteral("s1"));
    request.timeout = timeout;
    return request;
}

inline Request shortWrite(Verb verb,
                          std::chrono::milliseconds timeout = std::chrono::milliseconds(3000))
{
    const QString project = QStringLiteral("p1");
    const QString pipeline = QStringLiteral("s1");
    Request request = Endpoints::createPipeline(project, R"({"name":"x"})");
    if (verb == Verb::Put)
        request = Endpoints::updatePipeline(project, pipeline, R"({"name":"x"})");
    else if (verb == Verb::Delete)
        request = Endpoints::deletePipeline(project, pipeline);
    if (verb != Verb::Delete)
        request.promise = Promise::Object; // the server's usual answer is {}
    request.timeout = timeout;
    return request;
}

} // namespace Sluice::Test

Q_DECLARE_METATYPE(Sluice::Test::Act)
Q_DECLARE_METATYPE(Sluice::Request)
