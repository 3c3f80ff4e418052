// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/session/session.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/arguments/suggestion.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/failurelog.h"
#include "app/commandline/output/interruption.h"
#include "models/account/signin.h"
#include "models/api/endpoints.h"
#include "models/api/pager.h"
#include "models/api/ratebudget.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"
#include "models/api/waittext.h"
#include "models/operations/batchrun.h"
#include "models/support/hiddencharacters.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonObject>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

std::chrono::milliseconds leftUntil(const QDateTime &time)
{
    return std::chrono::milliseconds(QDateTime::currentDateTime().msecsTo(time));
}

ApiError unresolved(ApiError::Kind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

// Names with hidden characters cannot be typed as they are shown.
QString quotedNearest(const QString &word, QStringList names)
{
    names.removeIf([](const QString &name) { return shownName(name) != name; });
    const QString near = nearestWord(word, names);
    return near.isEmpty() ? near : u'"' + near + u'"';
}

} // namespace

// A call under way.
struct Session::Wait {
    QEventLoop loop;
    const Operation *write = nullptr; // null for reads and for many writes
    bool isAnswered = false;
    std::optional<ApiError> fault;                // why it was given up
    std::optional<ApiError> notAsked = {};        // after a failure that ends a series of reads
    std::optional<QDeadlineTimer> pauseEnds = {}; // limits all pauses that the server asks for
};

Session::Session(const Credentials &credentials, std::chrono::seconds longestWait)
    : m_profile(credentials.profile)
    , m_longestWait(longestWait)
    , m_budget(std::make_unique<RateBudget>())
    , m_tokens(makeTokenSource(credentials.profile, credentials.secret))
{
    m_client =
        std::make_unique<Client>(clientSettings(credentials.profile), std::make_unique<Transport>(),
                                 m_tokens.get(), m_budget.get());
    QObject::connect(m_client.get(), &Client::paused, m_client.get(),
                     [this](const QDateTime &until, std::chrono::milliseconds asked) {
                         takeAccountPause(until, asked);
                     });
    QObject::connect(m_client.get(), &Client::readDelayed, m_client.get(),
                     [this](const QDateTime &until) { takePause(until, leftUntil(until)); });
}

Session::~Session() = default;

// Calls start for each request, with a context and a handler, and waits until all handlers were
// called or the limit is over. After a failure that the others would meet too, it drops those that
// have no answer yet.
template <typename T, typename Start>
QList<Result<T>> Session::awaitAll(const QList<Request> &requests, Start start,
                                   std::optional<std::chrono::milliseconds> limit)
{
    Wait wait;
    wait.fault = hindrance();
    m_wait = &wait;
    std::vector<std::optional<Result<T>>> answers(size_t(requests.size()));
    qsizetype open = requests.size();
    auto context = std::make_unique<QObject>();
    for (size_t i = 0; i < answers.size() && !wait.fault && !wait.notAsked; ++i) {
        const auto take = [&answers, &wait, &open, i](const Result<T> &result) {
            answers[i] = result;
            wait.pauseEnds.reset(); // the next answer may take as long again
            wait.isAnswered = --open == 0;
            if (!result && FailureLog::endsReading(result.error()))
                wait.notAsked = FailureLog::notAsked(result.error());
            if (wait.isAnswered || wait.notAsked)
                wait.loop.quit();
        };
        start(requests.at(qsizetype(i)), context.get(), take);
    }
    if (limit) {
        QTimer::singleShot(*limit, &wait.loop, [this, &limit] {
            ApiError error;
            error.kind = ApiError::Kind::Timeout;
            error.waited = *limit;
            giveUp(error);
        });
    }
    if (open > 0 && !wait.fault && !wait.notAsked)
        wait.loop.exec();
    m_wait = nullptr;
    context.reset(); // drops answers that are still on their way
    const auto missing = [&](size_t i) {
        return wait.notAsked ? *wait.notAsked : named(*wait.fault, requests.at(qsizetype(i)));
    };
    QList<Result<T>> results;
    for (size_t i = 0; i < answers.size(); ++i)
        results.append(answers[i] ? *answers[i] : Result<T>(missing(i)));
    return results;
}

// Returns the reason why nothing may be sent any more.
std::optional<ApiError> Session::hindrance() const
{
    if (m_interruption && m_interruption->hasHappened())
        return interrupted();
    if (m_pausedUntil > QDateTime::currentDateTime().addDuration(m_longestWait))
        return tooLongPause(leftUntil(m_askedUntil));
    return {};
}

WriteOutcome Session::run(Operation &operation)
{
    watchInterruption();
    if (const auto error = hindrance()) {
        WriteOutcome outcome;
        outcome.error = *error;
        return outcome;
    }
    Wait wait;
    wait.write = &operation;
    m_wait = &wait;
    QObject::connect(&operation, &Operation::settled, &wait.loop, [&wait] {
        wait.isAnswered = true;
        wait.loop.quit();
    });
    operation.start();
    wait.loop.exec();
    m_wait = nullptr;
    if (wait.isAnswered)
        return operation.outcome();
    operation.cancel(); // does nothing when the write has left
    return givenUp(operation, *wait.fault);
}

void Session::run(BatchRun &batch, const Ended &ended)
{
    watchInterruption();
    if (hindrance())
        return;
    Wait wait;
    m_wait = &wait;
    QSet<int> told;
    QObject::connect(&batch, &BatchRun::itemsChanged, &wait.loop, [&](const QList<int> &items) {
        for (const int item : items) {
            const BatchRun::State state = batch.state(item);
            const bool wasBegun = state == BatchRun::State::Done ||
                                  state == BatchRun::State::Failed ||
                                  state == BatchRun::State::Unknown;
            if (!wasBegun || told.contains(item))
                continue;
            told.insert(item);
            wait.pauseEnds.reset(); // the next answer may take as long again
            ended(item, batch.outcome(item));
        }
    });
    QObject::connect(&batch, &BatchRun::finished, &wait.loop, [&wait] {
        wait.isAnswered = true;
        wait.loop.quit();
    });
    batch.start();
    wait.loop.exec();
    m_wait = nullptr;
    if (wait.isAnswered)
        return;
    batch.stop();
    for (int item = 0; item < batch.size(); ++item) {
        if (const Operation *operation = batch.operation(item))
            ended(item, givenUp(*operation, *wait.fault));
    }
}

// Returns what is known of a write that nobody waits for any more, after its cancel().
WriteOutcome Session::givenUp(const Operation &operation, const ApiError &error) const
{
    WriteOutcome outcome = operation.isSettled() ? operation.outcome() : WriteOutcome();
    if (outcome.isDone() || outcome.isUnknown())
        return outcome;
    outcome.error = error;
    const bool isQueued = operation.stage() == Operation::Stage::Sending && !m_client->inFlight();
    if (isQueued || operation.isSettled())
        return outcome;
    outcome.effect = Effect::Unknown;
    outcome.error->effect = Effect::Unknown;
    outcome.error->host = m_profile.baseUrl.host();
    return outcome;
}

void Session::watchInterruption()
{
    if (m_interruption)
        return;
    m_interruption = std::make_unique<Interruption>();
    QObject::connect(m_interruption.get(), &Interruption::happened, m_interruption.get(),
                     [this] { giveUp(interrupted()); });
}

void Session::giveUp(const ApiError &error)
{
    if (!m_wait || m_wait->isAnswered)
        return;
    m_wait->fault = error;
    m_wait->loop.quit();
}

void Session::takeAccountPause(const QDateTime &until, std::chrono::milliseconds asked)
{
    m_pausedUntil = until;
    m_askedUntil = QDateTime::currentDateTime().addDuration(asked);
    // A single write is not sent again. Its caller gets the 429 as a refusal.
    const bool isSending =
        m_wait && m_wait->write && m_wait->write->stage() == Operation::Stage::Sending;
    if (!isSending)
        takePause(until, asked);
}

void Session::takePause(const QDateTime &until, std::chrono::milliseconds asked)
{
    if (!m_wait)
        return;
    const std::chrono::milliseconds pause = leftUntil(until);
    if (!m_wait->pauseEnds)
        m_wait->pauseEnds = QDeadlineTimer(m_longestWait);
    const bool isTooLong = pause > m_wait->pauseEnds->remainingTimeAsDuration();
    const QString host = m_profile.baseUrl.host();
    const bool isAskedBefore = asked > pause + std::chrono::seconds(1);
    // Of many reads each one may be told to wait, all until about the same time.
    if (!m_notedUntil.isValid() || until >= m_notedUntil.addSecs(1)) {
        m_notedUntil = until;
        Console::note(isAskedBefore
                          ? CommandLine::tr("%1 asks to wait for %2. It is asked again in %3.")
                                .arg(host, waitText(asked), waitText(pause))
                          : CommandLine::tr("%1 asks to wait for %2.").arg(host, waitText(asked)));
    }
    if (isTooLong)
        // Waits a turn, as the answer that asked for the pause may be the last one.
        QMetaObject::invokeMethod(
            &m_wait->loop, [this, asked] { giveUp(tooLongPause(asked)); }, Qt::QueuedConnection);
}

ApiError Session::tooLongPause(std::chrono::milliseconds asked) const
{
    ApiError error;
    error.kind = ApiError::Kind::RateLimited;
    error.host = m_profile.baseUrl.host();
    error.retryAfter = asked;
    error.advice =
        CommandLine::tr("That is longer than --timeout (%1 s).").arg(m_longestWait.count());
    return error;
}

ApiError Session::interrupted() const
{
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.message = CommandLine::tr("Interrupted.");
    return error;
}

ApiError Session::named(ApiError error, const Request &request) const
{
    error.host = m_profile.baseUrl.host();
    error.target = QString::fromLatin1(verbName(request.verb)) + u' ' + request.path;
    return error;
}

Result<Reply> Session::call(const Request &request)
{
    return callAll({request}).constFirst();
}

Result<Reply> Session::call(const Request &request, std::chrono::milliseconds limit)
{
    return callAll({request}, limit).constFirst();
}

QList<Result<Reply>> Session::callAll(const QList<Request> &requests,
                                      std::optional<std::chrono::milliseconds> limit)
{
    return awaitAll<Reply>(
        requests,
        [this](const Request &request, QObject *context, Handler<Reply> done) {
            m_client->send(request, context, std::move(done));
        },
        limit);
}

Result<QJsonArray> Session::list(const Request &request, const QString &idKey)
{
    return listAll({request}, idKey).constFirst();
}

QList<Result<QJsonArray>> Session::listAll(const QList<Request> &requests, const QString &idKey)
{
    return awaitAll<QJsonArray>(
        requests, [&](const Request &request, QObject *context, Handler<QJsonArray> done) {
            fetchAll(m_client.get(), request, idKey, context, std::move(done));
        });
}

Result<QList<QJsonObject>> Session::pipelines(const QString &projectId)
{
    const Result<QJsonArray> rows =
        list(Endpoints::listPipelines(projectId), u"streamingPipelineId"_s);
    if (!rows)
        return rows.error();
    QList<QJsonObject> pipelines;
    for (const QJsonValue &row : *rows)
        pipelines.append(row.toObject());
    return pipelines;
}

void Session::pause(std::chrono::milliseconds time)
{
    if (m_interruption && m_interruption->hasHappened())
        return;
    QEventLoop loop;
    if (m_interruption)
        QObject::connect(m_interruption.get(), &Interruption::happened, &loop, &QEventLoop::quit);
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

Result<QList<Project>> Session::projects()
{
    const Result<QJsonArray> rows = list(Endpoints::listProjects(), u"id"_s);
    if (!rows)
        return rows.error();
    QList<Project> projects;
    for (const QJsonValue &row : *rows)
        projects.append(projectFrom(row.toObject()));
    return projects;
}

Result<QList<Project>> Session::projects(const QString &idOrName)
{
    if (idOrName.isEmpty())
        return projects();
    const Result<QString> id = projectId(idOrName);
    if (!id)
        return id.error();
    if (*id != idOrName)
        return QList<Project>{{*id, idOrName, {}}};
    // Credentials that may not list projects get the id in place of the name.
    if (const Result<QList<Project>> known = projects()) {
        for (const Project &project : *known) {
            if (project.id == *id)
                return QList<Project>{project};
        }
    }
    return QList<Project>{{*id, idOrName, {}}};
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
    // An id needs no list, which saves scripts these calls.
    const QUuid uuid = QUuid::fromString(idOrName);
    if (!uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == idOrName.toLower())
        return idOrName;
    const Result<QJsonArray> rows = list(listRequest, idKey);
    if (!rows)
        return rows.error();
    QStringList ids;
    QStringList names;
    for (const QJsonValue &row : *rows) {
        // All examples have UUIDs for ids, but the API does not promise them.
        if (row[idKey].toString() == idOrName)
            return idOrName;
        if (row[u"name"].toString() == idOrName)
            ids += row[idKey].toString();
        names += row[u"name"].toString();
    }
    if (ids.size() == 1)
        return ids.constFirst();
    if (ids.isEmpty()) {
        return unresolved(ApiError::Kind::NotFound,
                          CommandLine::tr("There is no %1 \"%2\".").arg(what, idOrName) +
                              didYouMean(quotedNearest(idOrName, names)));
    }
    return unresolved(ApiError::Kind::Conflict,
                      CommandLine::tr("The name \"%1\" stands for more than one %2. "
                                      "Use one of these ids: %3")
                          .arg(idOrName, what, ids.join(u", "_s)));
}

} // namespace Sluice
