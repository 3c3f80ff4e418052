// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/session.h"

#include "app/commandline/words.h"
#include "models/account/signin.h"
#include "models/api/endpoints.h"
#include "models/api/pager.h"
#include "models/api/ratebudget.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"

#include <QEventLoop>
#include <QTimer>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Runs start with a context and a handler, and waits until that was called; nothing after the
// limit.
template <typename T>
std::optional<Result<T>> await(const std::function<void(QObject *, Handler<T>)> &start,
                               std::optional<std::chrono::milliseconds> limit = {})
{
    std::optional<Result<T>> answer;
    QEventLoop loop;
    const auto context = std::make_unique<QObject>();
    start(context.get(), [&answer, &loop](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (limit)
        QTimer::singleShot(*limit, &loop, &QEventLoop::quit);
    if (!answer)
        loop.exec();
    return answer;
}

// The same account has the same id in every run, so that what is kept of it here is found again.
QString stableId(const Profile &profile)
{
    static const QUuid space(u"6f1c3a52-0b0e-4d7c-9a55-2f4f0c8d7e11"_s);
    const QString place = profile.baseUrl.toString() + u'\n' + profile.clientId;
    return QUuid::createUuidV5(space, place + u'\n' + profile.accountId)
        .toString(QUuid::WithoutBraces);
}

ApiError unresolved(const QString &message)
{
    ApiError error;
    error.kind = ApiError::Kind::NotFound;
    error.message = message;
    return error;
}

} // namespace

Credentials Credentials::fromEnvironment(const Arguments &arguments)
{
    Credentials read;
    Profile &profile = read.profile;
    profile.name = shortNameOf(arguments.baseUrl);
    profile.baseUrl = arguments.baseUrl;
    profile.tokenUrl = arguments.tokenUrl;
    profile.accountId = qEnvironmentVariable("MAIA_ACCOUNT_ID").trimmed();
    read.secret = qEnvironmentVariable("MAIA_TOKEN").trimmed();
    if (!read.secret.isEmpty()) {
        profile.signIn = Profile::SignIn::Token;
        profile.id = stableId(profile);
        return read;
    }
    profile.clientId = qEnvironmentVariable("MAIA_CLIENT_ID").trimmed();
    profile.id = stableId(profile);
    read.secret = qEnvironmentVariable("MAIA_CLIENT_SECRET").trimmed();
    if (profile.clientId.isEmpty() || read.secret.isEmpty()) {
        read.problem = CommandLine::tr("Not signed in. Set MAIA_TOKEN, or MAIA_CLIENT_ID and "
                                       "MAIA_CLIENT_SECRET.");
    } else if (profile.tokenUrl.isEmpty()) {
        read.problem = CommandLine::tr("Say with --token-url where the client id gets its "
                                       "token; for this --url it is not known.");
    }
    return read;
}

Session::Session(const Credentials &credentials)
    : m_budget(std::make_unique<RateBudget>())
    , m_tokens(makeTokenSource(credentials.profile, credentials.secret))
{
    m_client =
        std::make_unique<Client>(clientSettings(credentials.profile), std::make_unique<Transport>(),
                                 m_tokens.get(), m_budget.get());
}

Session::~Session() = default;

Result<Reply> Session::call(const Request &request)
{
    return *await<Reply>([&](QObject *context, Handler<Reply> done) {
        m_client->send(request, context, std::move(done));
    });
}

Result<Reply> Session::call(const Request &request, std::chrono::milliseconds limit)
{
    const auto answer = await<Reply>(
        [&](QObject *context, Handler<Reply> done) {
            m_client->send(request, context, std::move(done));
        },
        limit);
    if (answer)
        return *answer;
    ApiError error;
    error.kind = ApiError::Kind::Timeout;
    error.host = m_client->baseUrl().host();
    error.waited = limit;
    return error;
}

Result<QJsonArray> Session::list(const Request &request, const QString &idKey)
{
    return *await<QJsonArray>([&](QObject *context, Handler<QJsonArray> done) {
        fetchAll(m_client.get(), request, idKey, context, std::move(done));
    });
}

Result<QString> Session::projectId(const QString &idOrName)
{
    return resolve(Endpoints::listProjects(), u"id"_s, idOrName, CommandLine::tr("project"));
}

Result<QString> Session::pipelineId(const QString &projectId, const QString &idOrName)
{
    return resolve(Endpoints::listPipelines(projectId), u"streamingPipelineId"_s, idOrName,
                   CommandLine::tr("pipeline"));
}

Result<QString> Session::resolve(const Request &listRequest, const QString &idKey,
                                 const QString &idOrName, const QString &what)
{
    // An id needs no list: scripts that know it save the calls.
    const QUuid uuid = QUuid::fromString(idOrName);
    if (!uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == idOrName.toLower())
        return idOrName;
    const Result<QJsonArray> rows = list(listRequest, idKey);
    if (!rows)
        return rows.error();
    QStringList ids;
    for (const QJsonValue &row : *rows) {
        // Ids are UUIDs in every example, but nothing says that they must be.
        if (row[idKey].toString() == idOrName)
            return idOrName;
        if (row[u"name"].toString() == idOrName)
            ids += row[idKey].toString();
    }
    if (ids.size() == 1)
        return ids.constFirst();
    if (ids.isEmpty()) {
        return unresolved(CommandLine::tr("There is no %1 \"%2\".").arg(what, idOrName));
    }
    return unresolved(CommandLine::tr("The name \"%1\" stands for more than one %2. "
                                      "Use one of these ids: %3")
                          .arg(idOrName, what, ids.join(u", "_s)));
}

} // namespace Sluice
