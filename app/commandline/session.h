// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/account/profile.h"
#include "models/api/client.h"

#include <QJsonArray>
#include <QObject>

#include <memory>

namespace Sluice {

class RateBudget;
class TokenSource;

// Who signs in, read from the environment. problem is set when something is missing.
struct Credentials {
    Profile profile;
    QString secret; // the token, or the client's secret
    QString problem;

    // MAIA_TOKEN goes before MAIA_CLIENT_ID and MAIA_CLIENT_SECRET.
    static Credentials fromEnvironment(const Arguments &arguments);
};

// One run's connection. Calls wait for their answer: a command line has nothing else to do
// meanwhile.
class Session
{
public:
    explicit Session(const Credentials &credentials);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    Result<Reply> call(const Request &request);
    // The same, given up after the limit, whatever the client still waits for (answers, 429,
    // retries).
    Result<Reply> call(const Request &request, std::chrono::milliseconds limit);
    // All pages of a list.
    Result<QJsonArray> list(const Request &request, const QString &idKey);

    // The id of a project or pipeline given by id or by a name that only one has.
    Result<QString> projectId(const QString &idOrName);
    Result<QString> pipelineId(const QString &projectId, const QString &idOrName);

private:
    Result<QString> resolve(const Request &listRequest, const QString &idKey,
                            const QString &idOrName, const QString &what);

    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
};

} // namespace Sluice
