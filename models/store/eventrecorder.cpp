// SPDX-License-Identifier: Apache-2.0
#include "models/store/eventrecorder.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "models/store/events/eventstore.h"
#include "models/store/versions/versionstore.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::chrono::milliseconds eventDelay{200};
constexpr std::chrono::minutes lateDelay{1};
constexpr std::chrono::seconds latePause{3600};
constexpr std::chrono::hours pruneInterval{24};
constexpr double backgroundShare = 0.6; // of the rate limit, see PollScheduler

bool isOfHere(Version::Origin origin)
{
    return origin != Version::Origin::Read && origin != Version::Origin::BeforeSave;
}

Event::Kind kindOf(Version::Origin origin)
{
    switch (origin) {
    case Version::Origin::Created: return Event::Kind::Created;
    case Version::Origin::Deleted: return Event::Kind::Deleted;
    case Version::Origin::Saved:
    case Version::Origin::Restored: return Event::Kind::Saved;
    case Version::Origin::Read:
    case Version::Origin::BeforeSave: break;
    }
    return Event::Kind::ChangedElsewhere;
}

} // namespace

EventRecorder::EventRecorder(Fleet *fleet, const Stores &stores, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_stores(stores)
    , m_spans(fleet, stores.isAlone ? stores.spans : nullptr)
    , m_times(fleet, stores.events)
    , m_health(fleet)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(eventDelay);
    connect(&m_writeTimer, &QTimer::timeout, this, &EventRecorder::flush);
    m_lateTimer.setSingleShot(true);
    m_lateTimer.setInterval(lateDelay);
    connect(&m_lateTimer, &QTimer::timeout, this, &EventRecorder::noteLate);
    listen();
    const auto prune = [stores] {
        stores.events->prune();
        stores.spans->prune();
    };
    m_pruneTimer.setInterval(pruneInterval);
    connect(&m_pruneTimer, &QTimer::timeout, this, prune);
    m_pruneTimer.start();
    // After what the window waits for.
    QMetaObject::invokeMethod(this, prune, Qt::QueuedConnection);
}

EventRecorder::~EventRecorder()
{
    m_times.finish();
    flush();
}

void EventRecorder::listen()
{
    connect(m_fleet->pipelines(), &PipelineModel::pipelinesAdded, this, &EventRecorder::remember);
    connect(m_fleet->pipelines(), &PipelineModel::pipelinesEdited, this, &EventRecorder::remember);
    connect(m_fleet->pipelines(), &PipelineModel::pipelinesConfirmed, this,
            &EventRecorder::remember);
    connect(m_fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { leave(account->id()); });
    connect(m_fleet, &Fleet::commandAccepted, this,
            [this](const PipelineKey &key, PipelineCommand command) {
                Event event = eventOf(key, Event::Kind::CommandSent);
                event.after = command == PipelineCommand::Stop ? u"stop"_s : u"start"_s;
                note(event);
            });
    connect(m_fleet, &Fleet::actionFailed, this, &EventRecorder::onFailure);
    connect(m_fleet, &Fleet::saveFailed, this,
            [this](const PipelineKey &key, const QJsonObject &, const QJsonObject &,
                   const ApiError &error) {
                onFailure(key, tr("save"), error);
                // Nobody knows whose the new content is that came meanwhile, or comes next.
                if (error.isEffectUnknown() && m_strange.remove(key) == 0)
                    m_unclearSaves.insert(key);
            });
    connect(m_stores.versions, &VersionStore::stepped, this, &EventRecorder::onVersions);
    connect(m_fleet, &Fleet::savesEnded, this, &EventRecorder::tellStrange);
    // What two programs see at once is told by the first of them.
    if (m_stores.isAlone)
        watch();
}

void EventRecorder::watch()
{
    const PipelineModel *model = m_fleet->pipelines();
    connect(model, &PipelineModel::statusChanged, this,
            [this](const PipelineKey &key, PipelineState from, PipelineState,
                   const QDateTime &lastSeen) { onStatus(key, from, lastSeen); });
    connect(model, &PipelineModel::pipelinesRemoved, this, [this](const QList<PipelineKey> &keys) {
        m_gone.unite(QSet<PipelineKey>(keys.cbegin(), keys.cend()));
        // A deletion from here is told right after.
        QMetaObject::invokeMethod(this, &EventRecorder::noteGone, Qt::QueuedConnection);
    });
    connect(m_fleet, &Fleet::pipelineDeleted, this, [this](const PipelineKey &key) {
        m_gone.remove(key);
        m_unclear.remove(key);
    });
    connect(m_fleet, &Fleet::deleteFailed, this, &EventRecorder::onDeleteFailure);
    connect(&m_health, &FleetHealth::raised, this, &EventRecorder::onNotice);
    connect(&m_health, &FleetHealth::cleared, this, &EventRecorder::onCleared);
    connect(&m_spans, &SpanKeeper::lookedLate, this, &EventRecorder::onLate);
    connect(&m_times, &WatchTimes::ended, this, [this](Event::Gap gap, const QDateTime &began) {
        Event event = eventOf({}, Event::Kind::NotObserved);
        event.before = gapWord(gap);
        event.began = began;
        note(event);
    });
}

void EventRecorder::forget(const QString &account)
{
    if (!m_stores.isAlone)
        return; // the other program goes on with them
    m_spans.forget(account);
    m_stores.events->removeAccount(account);
}

// All of it is written before whoever asked deletes what is kept of the account.
void EventRecorder::leave(const QString &account)
{
    flush();
    m_names.removeIf([&account](const auto &each) { return each.key().account == account; });
    m_troubles.removeIf([&account](const auto &each) { return each->key.account == account; });
    m_late.remove(account);
    m_pastTroubles.remove(account);
    const auto isOfAccount = [&account](const PipelineKey &key) { return key.account == account; };
    m_gone.removeIf(isOfAccount);
    m_unclear.removeIf(isOfAccount);
    m_unclearSaves.removeIf(isOfAccount);
    m_strange.removeIf([&account](const auto &each) { return each.key().account == account; });
}

EventRecorder::Names EventRecorder::namesOf(const PipelineKey &key) const
{
    if (const PipelineRow *row = m_fleet->pipelines()->find(key))
        return {row->accountName, row->projectName, row->name, row->recalledFrom};
    const auto known = m_names.constFind(key);
    if (known != m_names.cend())
        return *known;
    const Account *account = m_fleet->account(key.account);
    return {account ? account->profile().name : QString(), {}, key.pipeline};
}

Event EventRecorder::eventOf(const PipelineKey &key, Event::Kind kind) const
{
    const Names names = namesOf(key);
    Event event;
    event.at = QDateTime::currentDateTimeUtc();
    event.kind = kind;
    event.key = key;
    event.accountName = names.account;
    event.projectName = names.project;
    event.name = names.pipeline;
    return event;
}

// Of an account that left meanwhile nothing is kept.
void EventRecorder::note(const Event &event)
{
    if (!event.key.account.isEmpty() && !m_fleet->account(event.key.account))
        return;
    m_waiting.append(event);
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

void EventRecorder::flush()
{
    m_stores.events->put(std::exchange(m_waiting, {}));
}

void EventRecorder::onStatus(const PipelineKey &key, PipelineState from, const QDateTime &lastSeen)
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    if (!row || from == PipelineState::NotChecked)
        return;
    const bool isUnexpected = row->stoppedUnexpectedly && row->state == PipelineState::NotRunning;
    Event event =
        eventOf(key, isUnexpected ? Event::Kind::StoppedUnexpectedly : Event::Kind::StateChanged);
    event.before = statusWord(from);
    event.after = row->rawStatus;
    event.began = lastSeen;
    note(event);
}

void EventRecorder::onFailure(const PipelineKey &key, const QString &what, const ApiError &error)
{
    Event event = eventOf(key, Event::Kind::ActionFailed);
    event.detail =
        error.isEffectUnknown()
            ? tr("It is not known whether this was done: %1. %2").arg(what, error.summary())
            : tr("This was not done: %1. %2").arg(what, error.summary());
    note(event);
}

void EventRecorder::onVersions(const QList<VersionChange> &changes)
{
    for (const VersionChange &change : changes) {
        Event event = eventOf(change.key, kindOf(change.origin));
        event.version = change.id;
        const bool isUnclear = m_unclearSaves.remove(change.key);
        if (isOfHere(change.origin)) {
            // What looked strange was the effect of this.
            if (const auto strange = m_strange.find(change.key); strange != m_strange.end())
                strange->removeIf(
                    [&change](const Event &each) { return each.version == change.id; });
            note(event);
        } else if (change.step == VersionChange::Step::Next && !isUnclear) {
            m_strange[change.key].append(event);
            if (!m_fleet->isSaving(change.key))
                tellStrange(change.key);
        }
    }
}

// Tells the content of somebody else, after everything that the store was given so far: an answer
// to a save from here may be among it.
void EventRecorder::tellStrange(const PipelineKey &key)
{
    if (!m_strange.contains(key))
        return;
    m_stores.events->settle(this, [this, key] {
        if (m_fleet->isSaving(key))
            return; // its end tells
        const QList<Event> strange = m_strange.take(key);
        for (const Event &event : strange)
            note(event);
    });
}

void EventRecorder::onNotice(const Notice &notice)
{
    // An account that asks to wait is no trouble. Words that change are no trouble of their own.
    if (notice.kind == Notice::Kind::Information || m_troubles.contains(notice.key))
        return;
    Event event = eventOf({notice.account, {}, {}}, Event::Kind::AccountTrouble);
    event.detail = notice.fact;
    m_troubles.insert(notice.key, event);
    note(event);
}

void EventRecorder::onCleared(const QString &notice)
{
    const auto trouble = m_troubles.constFind(notice);
    if (trouble == m_troubles.cend())
        return;
    Event event = *trouble;
    m_troubles.erase(trouble);
    event.kind = Event::Kind::AccountWell;
    event.began = std::exchange(event.at, QDateTime::currentDateTimeUtc());
    m_pastTroubles[event.key.account].append({event.began, event.at});
    note(event);
}

void EventRecorder::follow(const AlertWatch *alerts)
{
    if (!m_stores.isAlone)
        return; // what two programs see at once is told by the first of them
    connect(alerts, &AlertWatch::opened, this, &EventRecorder::onAlert);
    connect(alerts, &AlertWatch::closed, this, &EventRecorder::onAlert);
}

void EventRecorder::onAlert(const Alert &alert)
{
    if (alert.rule == AlertRule::AccountTrouble || (alert.isOpen() && wasToldBefore(alert)))
        return;
    const bool isOne = alert.parts.size() == 1;
    const PipelineKey key =
        isOne ? alert.parts.constFirst().key : PipelineKey{alert.account, {}, {}};
    Event event = eventOf(key, alert.isOpen() ? Event::Kind::Alerted : Event::Kind::AlertSettled);
    event.before = QString::fromLatin1(rowOf(alert.rule).word);
    event.detail = AlertTexts(m_fleet).title(alert);
    if (!alert.isOpen())
        event.began = alert.since;
    note(event);
}

// An earlier run of the program saw it for long enough to tell it. It is told on the page again, as
// it needs somebody still, but it happened once.
bool EventRecorder::wasToldBefore(const Alert &alert) const
{
    const AlertPart &first = alert.parts.constFirst();
    const PipelineRow *row = m_fleet->pipelines()->find(first.key);
    return row && row->seenBefore.isValid() &&
           first.since.secsTo(row->seenBefore) >= rowOf(alert.rule).confirmation.count();
}

void EventRecorder::onLate(const PipelineKey &key, const QDateTime &lastLook)
{
    m_late[key.account].append({lastLook, QDateTime::currentDateTimeUtc()});
    if (!m_lateTimer.isActive())
        m_lateTimer.start(lateDelay);
}

// The rate limit explains it where it allows no look at each pipeline in time.
Event::Gap EventRecorder::whyLate(const QString &account) const
{
    const Account *found = m_fleet->account(account);
    const int limit = found ? found->profile().rateLimit : 0; // calls a minute
    const double inTime = backgroundShare * limit * double(longestPauseMs) / (60 * 1000);
    const bool isShort = limit > 0 && double(m_fleet->pipelines()->keys(account).size()) > inTime;
    return isShort ? Event::Gap::Budget : Event::Gap::NotKnown;
}

// What a sleep, a pause or an account out of reach explains is told by these.
void EventRecorder::noteLate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (auto late = m_late.begin(); late != m_late.end(); ++late) {
        const QString &account = late.key();
        const QList<Pause> troubles = m_pastTroubles.value(account);
        late->removeIf([&](const Pause &pause) {
            return m_times.isGapIn(pause.began, pause.ended) ||
                   std::any_of(troubles.cbegin(), troubles.cend(), [&pause](const Pause &each) {
                       return each.began <= pause.ended && each.ended >= pause.began;
                   });
        });
        if (late->isEmpty())
            continue;
        const QDateTime told = m_lateTold.value(account);
        if (told.isValid() && told.addDuration(latePause) > now) {
            m_lateTimer.start(latePause); // together with what comes until then
            continue;
        }
        m_lateTold.insert(account, now);
        const auto longest =
            std::max_element(late->cbegin(), late->cend(), [](const Pause &a, const Pause &b) {
                return a.began.msecsTo(a.ended) < b.began.msecsTo(b.ended);
            });
        Event event = eventOf({account, {}, {}}, Event::Kind::NotObserved);
        event.before = gapWord(whyLate(account));
        event.began = longest->began;
        event.at = longest->ended;
        event.detail = tr("It concerns %n look(s) at pipelines.", nullptr, int(late->size()));
        note(event);
        late->clear();
    }
}

void EventRecorder::remember(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        if (m_fleet->pipelines()->find(key))
            m_names.insert(key, namesOf(key));
    }
}

void EventRecorder::onDeleteFailure(const PipelineKey &key, const ApiError &error)
{
    if (error.isEffectUnknown())
        m_unclear.insert(key);
    if (m_gone.contains(key))
        noteGone();
}

void EventRecorder::noteGone()
{
    QHash<PipelineKey, int> projects; // those that are not listed any more
    const QSet<PipelineKey> gone = std::exchange(m_gone, {});
    for (const PipelineKey &key : gone) {
        const Account *account = m_fleet->account(key.account);
        if (!account || m_fleet->pipelines()->find(key))
            continue; // signed out, or back again
        if (m_fleet->isBusy(key)) {
            m_gone.insert(key); // perhaps a deletion from here, whose end tells
            continue;
        }
        const QList<Project> listed = account->projects();
        const bool isListed =
            std::any_of(listed.cbegin(), listed.cend(),
                        [&key](const Project &project) { return project.id == key.project; });
        if (!isListed) {
            ++projects[{key.account, key.project, {}}];
            continue;
        }
        Event event = eventOf(key, Event::Kind::GoneElsewhere);
        event.began = m_names.value(key).listed;
        if (m_unclear.remove(key))
            event.detail = tr("Gone from the server. A deletion from here got no answer.");
        note(event);
    }
    noteGoneProjects(projects);
}

// Nobody knows whether its pipelines are gone, or only out of sight.
void EventRecorder::noteGoneProjects(const QHash<PipelineKey, int> &projects)
{
    for (auto [project, pipelines] : projects.asKeyValueRange()) {
        Event event = eventOf(project, Event::Kind::GoneElsewhere);
        event.detail =
            tr("A project with %n pipeline(s) is not listed any more.", nullptr, pipelines);
        note(event);
    }
}

} // namespace Sluice
