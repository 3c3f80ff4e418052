// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/watch.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/failure.h"
#include "models/api/waittext.h"
#include "models/definition/definition.h"
#include "models/support/agetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds listRetry = 30s;
constexpr std::chrono::milliseconds leastUnseen = 30s;
constexpr std::chrono::milliseconds calmAfterPause = 60s;

StatusPoller::Intervals intervalsFor(std::chrono::milliseconds interval)
{
    StatusPoller::Intervals intervals;
    intervals.settled = interval;
    intervals.changing = std::min(intervals.changing, interval);
    intervals.slowlyChanging = std::min(intervals.slowlyChanging, interval);
    intervals.longest = std::max(intervals.longest, interval);
    return intervals;
}

// True when the same would be said of every other pipeline of the account.
bool concernsEverybody(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Tls ||
           kind == ApiError::Kind::Unauthorized;
}

// True when nobody needs to do anything but wait: it is asked again anyway.
bool passesByItself(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Timeout ||
           kind == ApiError::Kind::Server || kind == ApiError::Kind::BadReply ||
           kind == ApiError::Kind::RateLimited;
}

} // namespace

Watch::Watch(std::unique_ptr<Account> account, Scope scope, std::chrono::milliseconds interval)
    : m_scope(std::move(scope))
    , m_interval(interval)
    , m_unused(std::move(account))
    , m_fleet(intervalsFor(interval))
    , m_account(m_unused.get())
    , m_troubles(interval + interval / 2)
{
    if (m_scope.project)
        m_account->setOnly(*m_scope.project, m_scope.pipeline);
    m_readAgain.setSingleShot(true);
    connect(&m_readAgain, &QTimer::timeout, this,
            [this] { m_account->refresh(Priority::Background); });
    const PipelineModel *const model = m_fleet.pipelines();
    connect(model, &PipelineModel::statusSeen, this, &Watch::onSeen);
    connect(model, &PipelineModel::pipelinesRemoved, this, &Watch::onRemoved);
    connect(m_account->client(), &Client::paused, this, &Watch::onPaused);
    connect(m_account, &Account::pipelinesFailed, this,
            [this](const QString &project, const ApiError &error) { onList(project, &error); });
    connect(m_account, &Account::pipelinesLoaded, this,
            [this](const QString &project) { onList(project, nullptr); });
    connect(m_account, &Account::pipelinesStateChanged, this, &Watch::looked);
    connect(m_account, &Account::projectsChanged, this, [this] {
        if (m_account->projectsState() == LoadState::Failed)
            onList({}, &m_account->projectsError());
        else if (m_account->projectsState() == LoadState::Loaded)
            onList({}, nullptr);
        Q_EMIT looked();
    });
}

void Watch::start()
{
    m_fleet.addAccount(std::move(m_unused));
    StatusPoller *poller = m_fleet.poller(m_account->id());
    connect(poller, &StatusPoller::answered, this, &Watch::onAnswered);
    connect(poller, &StatusPoller::checked, this, &Watch::onChecked);
}

QList<const PipelineRow *> Watch::rows() const
{
    const PipelineModel *model = m_fleet.pipelines();
    QList<const PipelineRow *> rows;
    for (int i = 0; i < model->rowCount(); ++i)
        rows.append(&model->row(i));
    return rows;
}

bool Watch::areListsRead() const
{
    const QList<Project> &projects = m_account->projects();
    return m_account->projectsState() == LoadState::Loaded &&
           std::all_of(projects.begin(), projects.end(), [this](const Project &project) {
               return m_account->pipelinesState(project.id) == LoadState::Loaded;
           });
}

bool Watch::areAllIn(PipelineState state) const
{
    const QList<const PipelineRow *> all = rows();
    return areListsRead() && !all.isEmpty() &&
           std::all_of(all.begin(), all.end(), [state](const PipelineRow *row) {
               return row->state == state && !row->outdated;
           });
}

WatchEvent Watch::eventOf(const PipelineRow &row) const
{
    WatchEvent event;
    event.time = row.checked;
    event.project = row.projectName;
    event.projectId = row.key.project;
    event.pipeline = Definition::name(row.definition);
    event.pipelineId = row.key.pipeline;
    return event;
}

void Watch::onSeen(const PipelineKey &key)
{
    const PipelineRow *row = m_fleet.pipelines()->find(key);
    if (!row)
        return;
    WatchEvent event = eventOf(*row);
    event.to = row->rawStatus;
    const auto seen = m_seen.find(key);
    if (seen == m_seen.end()) {
        m_seen.insert(key, {row->rawStatus, {}, row->checked, event});
        Q_EMIT told(event);
    } else if (seen->word != row->rawStatus) {
        const auto longUnseen = std::max(leastUnseen, m_interval * 3);
        event.kind = WatchEvent::Kind::Changed;
        event.from = seen->word;
        event.lastSeen = seen->last;
        event.isLongUnseen = seen->last.msecsTo(row->checked) > longUnseen.count();
        event.isUnexpected = row->badge() == Badge::StoppedUnexpectedly;
        if (!event.isLongUnseen)
            event.since = seen->since;
        *seen = {row->rawStatus, event.isLongUnseen ? QDateTime() : row->checked, row->checked,
                 event};
        Q_EMIT told(event);
    } else {
        seen->last = row->checked;
    }
    Q_EMIT looked();
}

void Watch::onRemoved(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        m_troubles.forget(key);
        const auto seen = m_seen.find(key);
        if (seen == m_seen.end())
            continue;
        WatchEvent event;
        event.kind = WatchEvent::Kind::Gone;
        event.time = QDateTime::currentDateTimeUtc();
        event.project = seen->names.project;
        event.projectId = seen->names.projectId;
        event.pipeline = seen->names.pipeline;
        event.pipelineId = seen->names.pipelineId;
        event.from = seen->word;
        event.since = seen->since;
        event.lastSeen = seen->last;
        m_seen.erase(seen);
        Q_EMIT told(event);
    }
    Q_EMIT looked();
}

void Watch::onAnswered(const PipelineKey &key)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_pausedUntil.isValid() && m_pausedUntil.addDuration(calmAfterPause) < now)
        m_pausedUntil = {};
    if (const std::optional<QDateTime> began = m_troubles.onAnswer(key, now))
        tellRecovery(CommandLine::tr("%1 answers again, after %2.")
                         .arg(m_account->profile().name, durationText(*began, now)),
                     now);
}

void Watch::onChecked(const PipelineKey &key)
{
    const PipelineRow *row = m_fleet.pipelines()->find(key);
    const std::optional<ApiError> error = m_fleet.poller(m_account->id())->trouble();
    if (!row || !row->outdated || !error)
        return;
    const QList<const PipelineRow *> unknown = unknownRows();
    const bool isOfAll =
        concernsEverybody(error->kind) || (unknown.size() > 1 && unknown.size() == rows().size());
    if (!m_troubles.onFailure(key, error->kind, isOfAll, QDateTime::currentDateTimeUtc()))
        return;
    QStringList sentences{error->summary()};
    if (!passesByItself(error->kind))
        sentences += error->nextStep();
    sentences +=
        CommandLine::tr("%n pipeline(s) not known until it answers.", nullptr, int(unknown.size()));
    sentences.removeAll(QString());
    tellTrouble(*error, sentences.join(u' '), unknown.size() == 1 ? row : nullptr);
}

void Watch::onPaused(const QDateTime &until, std::chrono::milliseconds asked)
{
    const bool isNew = !m_pausedUntil.isValid();
    m_pausedUntil = until.toUTC();
    if (!isNew)
        return;
    ApiError error;
    error.kind = ApiError::Kind::RateLimited;
    tellTrouble(error,
                CommandLine::tr("%1 asks to wait for %2. Pipelines are asked less often now.")
                    .arg(m_account->profile().name, waitText(asked)),
                nullptr);
}

// While nobody answers at all, that was told already.
void Watch::onList(const QString &project, const ApiError *error)
{
    const Project *known = m_account->project(project);
    const QString what = known ? CommandLine::tr("The pipelines of %1").arg(known->name)
                               : CommandLine::tr("The projects");
    if (error) {
        m_readAgain.start(listRetry);
        if (!m_unreadLists.contains(project) && !m_troubles.isOn()) {
            m_unreadLists.insert(project);
            tellTrouble(*error,
                        CommandLine::tr("%1 cannot be read: %2").arg(what, error->summary()),
                        nullptr);
        }
    } else if (m_unreadLists.remove(project)) {
        tellRecovery(CommandLine::tr("%1 can be read again.").arg(what),
                     QDateTime::currentDateTimeUtc());
    }
}

void Watch::tellTrouble(const ApiError &error, const QString &message, const PipelineRow *only)
{
    WatchEvent event = only ? eventOf(*only) : WatchEvent();
    event.kind = WatchEvent::Kind::Trouble;
    event.time = QDateTime::currentDateTimeUtc();
    event.word = Failure(error).kind;
    event.message = message;
    Q_EMIT told(event);
}

void Watch::tellRecovery(const QString &message, const QDateTime &now)
{
    WatchEvent event;
    event.kind = WatchEvent::Kind::Recovered;
    event.time = now;
    event.message = message;
    Q_EMIT told(event);
}

QList<const PipelineRow *> Watch::unknownRows() const
{
    QList<const PipelineRow *> unknown = rows();
    erase_if(unknown, [](const PipelineRow *row) {
        return !row->outdated && row->state != PipelineState::NotChecked;
    });
    return unknown;
}

} // namespace Sluice
