// SPDX-License-Identifier: Apache-2.0
#include "models/store/eventrecorder.h"

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
    , m_spans(fleet, stores.spans)
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
    stores.events->prune();
    stores.spans->prune();
}

EventRecorder::~EventRecorder()
{
    flush();
}

void EventRecorder::listen()
{
    const PipelineModel *model = m_fleet->pipelines();
    connect(model, &PipelineModel::statusChanged, this,
            [this](const PipelineKey &key, PipelineState from, PipelineState,
                   const QDateTime &lastSeen) { onStatus(key, from, lastSeen); });
    connect(model, &PipelineModel::pipelinesAdded, this, &EventRecorder::remember);
    connect(model, &PipelineModel::pipelinesEdited, this, &EventRecorder::remember);
    connect(model, &PipelineModel::pipelinesRemoved, this, [this](const QList<PipelineKey> &keys) {
        m_gone.unite(QSet<PipelineKey>(keys.cbegin(), keys.cend()));
        // The deletion from here is told right after.
        QMetaObject::invokeMethod(this, &EventRecorder::noteGone, Qt::QueuedConnection);
    });
    connect(m_fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { leave(account->id()); });
    connect(m_fleet, &Fleet::pipelineDeleted, this,
            [this](const PipelineKey &key) { m_deletedHere.insert(key); });
    connect(m_fleet, &Fleet::commandAccepted, this,
            [this](const PipelineKey &key, PipelineCommand command) {
                Event event = eventOf(key, Event::Kind::CommandSent);
                event.after = command == PipelineCommand::Stop ? u"stop"_s : u"start"_s;
                note(event);
            });
    connect(m_fleet, &Fleet::actionFailed, this, &EventRecorder::onFailure);
    connect(m_fleet, &Fleet::saveFailed, this,
            [this](const PipelineKey &key, const QJsonObject &, const QJsonObject &,
                   const ApiError &error) { onFailure(key, tr("save"), error); });
    connect(m_stores.versions, &VersionStore::stepped, this, &EventRecorder::onVersions);
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
}

EventRecorder::Names EventRecorder::namesOf(const PipelineKey &key) const
{
    if (const PipelineRow *row = m_fleet->pipelines()->find(key))
        return {row->accountName, row->projectName, row->name};
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

void EventRecorder::note(const Event &event)
{
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
        const bool isHere = isOfHere(change.origin);
        // While an action from here is under way, nobody knows whose the new content is.
        if (!isHere && (change.step == VersionChange::Step::First || m_fleet->isBusy(change.key)))
            continue;
        Event event = eventOf(change.key, kindOf(change.origin));
        event.version = change.id;
        note(event);
    }
}

void EventRecorder::onNotice(const Notice &notice)
{
    if (m_troubles.contains(notice.key))
        return; // its words changed
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
    if (!m_fleet->account(event.key.account))
        return; // signed out meanwhile
    m_troubleEnds.insert(event.key.account, event.at);
    note(event);
}

void EventRecorder::onLate(const PipelineKey &key, const QDateTime &lastLook)
{
    m_late[key.account].append(lastLook);
    if (!m_lateTimer.isActive())
        m_lateTimer.start();
}

// What a sleep, a pause or an account out of reach explains is told by these.
void EventRecorder::noteLate()
{
    const QHash<QString, QList<QDateTime>> late = std::exchange(m_late, {});
    for (auto [account, looks] : late.asKeyValueRange()) {
        const QDateTime troubleEnd = m_troubleEnds.value(account);
        QList<QDateTime> unexplained = looks;
        unexplained.removeIf([&](const QDateTime &look) {
            return m_times.isInGap(look) || (troubleEnd.isValid() && look < troubleEnd);
        });
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime told = m_lateTold.value(account);
        if (unexplained.isEmpty() || (told.isValid() && told.addDuration(latePause) > now))
            continue;
        m_lateTold.insert(account, now);
        Event event = eventOf({account, {}, {}}, Event::Kind::NotObserved);
        event.before = gapWord(Event::Gap::Budget);
        event.began = *std::min_element(unexplained.cbegin(), unexplained.cend());
        event.detail = tr("It concerns %n pipeline(s).", nullptr, int(unexplained.size()));
        note(event);
    }
}

void EventRecorder::remember(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        if (m_fleet->pipelines()->find(key))
            m_names.insert(key, namesOf(key));
    }
}

void EventRecorder::noteGone()
{
    const QSet<PipelineKey> gone = std::exchange(m_gone, {});
    for (const PipelineKey &key : gone) {
        const bool isSignedIn = m_fleet->account(key.account) != nullptr;
        const bool isBack = m_fleet->pipelines()->find(key) != nullptr;
        if (isSignedIn && !isBack && !m_deletedHere.remove(key))
            note(eventOf(key, Event::Kind::GoneElsewhere));
    }
}

} // namespace Sluice
