// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/session/credentials.h"
#include "models/account/inventory.h"
#include "models/account/profile.h"
#include "models/api/client.h"
#include "models/operations/writeoutcome.h"

#include <QJsonArray>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Sluice {

class BatchRun;
class Interruption;
class Operation;
class RateBudget;
class TokenSource;

// One run's connection. Calls wait for their answer: a command line has nothing else to do
// meanwhile. A wait that the server asks for (429, 503) is said on stderr at once; a call ends with
// Kind::RateLimited when that would take longer than longestWait. From the first write on, Ctrl-C
// ends what is under way (see Interruption): of a write that has left it is then not known what
// becomes of it, and nothing more is sent.
class Session
{
public:
    Session(const Credentials &credentials, std::chrono::seconds longestWait);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    const Profile &profile() const { return m_profile; }

    // For operations that run() runs.
    Client *client() const { return m_client.get(); }

    // A read.
    Result<Reply> call(const Request &request);
    // The same, given up after the limit, whatever the client still waits for (answers, 429,
    // retries).
    Result<Reply> call(const Request &request, std::chrono::milliseconds limit);
    // Many reads at once; the answers stand in the order of the requests.
    QList<Result<Reply>> callAll(const QList<Request> &requests,
                                 std::optional<std::chrono::milliseconds> limit = {});
    // All pages of a list, and of many.
    Result<QJsonArray> list(const Request &request, const QString &idKey);
    QList<Result<QJsonArray>> listAll(const QList<Request> &requests, const QString &idKey);
    Result<QList<QJsonObject>> pipelines(const QString &projectId);
    Result<QList<Project>> projects();
    // The one that is named, or all of them when the word is empty.
    Result<QList<Project>> projects(const QString &idOrName);

    // Starts a write and waits until it has settled.
    WriteOutcome run(Operation &operation);
    // Starts many writes and waits until they have ended. ended is called for each that was begun,
    // as it ends; never for those that were not sent.
    using Ended = std::function<void(int item, const WriteOutcome &outcome)>;
    void run(BatchRun &batch, const Ended &ended);

    // Lets this time pass, or less when it is interrupted.
    void pause(std::chrono::milliseconds time);

    // The id of a project or pipeline given by id or by a name that only one has.
    Result<QString> projectId(const QString &idOrName);
    Result<QString> pipelineId(const QString &projectId, const QString &idOrName);

private:
    struct Wait;

    template <typename T, typename Start>
    QList<Result<T>> awaitAll(const QList<Request> &requests, Start start,
                              std::optional<std::chrono::milliseconds> limit = {});
    std::optional<ApiError> hindrance() const;
    WriteOutcome givenUp(const Operation &operation, const ApiError &error) const;
    void watchInterruption();
    void takeAccountPause(const QDateTime &until, std::chrono::milliseconds asked);
    void takePause(const QDateTime &until, std::chrono::milliseconds asked);
    void giveUp(const ApiError &error);
    ApiError tooLongPause(std::chrono::milliseconds asked) const;
    ApiError interrupted() const;
    ApiError named(ApiError error, const Request &request) const;
    Result<QString> resolve(const Request &listRequest, const QString &idKey,
                            const QString &idOrName, const QString &what);

    const Profile m_profile;
    const std::chrono::seconds m_longestWait;
    Wait *m_wait = nullptr;  // the call under way
    QDateTime m_pausedUntil; // the account, by a 429
    QDateTime m_askedUntil;  // as the server said; the account may ask again before
    std::unique_ptr<Interruption> m_interruption;
    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
};

} // namespace Sluice
