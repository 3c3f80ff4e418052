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

// The connection of one run. Calls wait for their answer, as a command has nothing else to do. When
// the server asks to wait (429, 503) this is said on stderr at once; a call ends with
// Kind::RateLimited when that would take longer than longestWait. From the first write on, Ctrl-C
// stops waiting (see Interruption): the outcome of a write that has left is then unknown, and
// nothing more is sent.
class Session
{
public:
    Session(const Credentials &credentials, std::chrono::seconds longestWait);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    const Profile &profile() const { return m_profile; }

    // The client for operations that are given to run().
    Client *client() const { return m_client.get(); }

    // Sends a read and waits for the answer.
    Result<Reply> call(const Request &request);
    // Gives up after the limit, whatever the client still waits for (answers, 429, retries).
    Result<Reply> call(const Request &request, std::chrono::milliseconds limit);
    // Sends many reads at once. The answers are in the order of the requests. After a failure that
    // ends a series (see FailureLog::endsReading()) the rest is not asked for.
    QList<Result<Reply>> callAll(const QList<Request> &requests,
                                 std::optional<std::chrono::milliseconds> limit = {});
    // Reads all pages of a list, or of many lists at once.
    Result<QJsonArray> list(const Request &request, const QString &idKey);
    QList<Result<QJsonArray>> listAll(const QList<Request> &requests, const QString &idKey);
    Result<QList<QJsonObject>> pipelines(const QString &projectId);
    Result<QList<Project>> projects();
    // Returns the project with this id or name, or all projects when it is empty.
    Result<QList<Project>> projects(const QString &idOrName);

    // Starts a write and waits until it has settled.
    WriteOutcome run(Operation &operation);
    // Starts many writes and waits until they have ended. Calls ended for each write as it ends,
    // but not for those that were never begun.
    using Ended = std::function<void(int item, const WriteOutcome &outcome)>;
    void run(BatchRun &batch, const Ended &ended);

    // Waits for this time, or until Ctrl-C.
    void pause(std::chrono::milliseconds time);

    // Find the id of a project or pipeline by its id or by its name, which must be unique.
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
    QDateTime m_pausedUntil; // of the whole account, after a 429
    QDateTime
        m_askedUntil; // until when the server asked to wait; the account may ask again earlier
    QDateTime m_notedUntil; // the end of the last pause that was said on stderr
    std::unique_ptr<Interruption> m_interruption;
    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
};

} // namespace Sluice
