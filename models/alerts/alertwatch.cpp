// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertwatch.h"

#include "models/fleet/fleet.h"

#include <algorithm>
#include <utility>

namespace Sluice {

using namespace std::chrono_literals;

namespace {

constexpr auto tickInterval = 10s;
constexpr auto timesInterval = 1min;
constexpr auto settledFor = 24h;

// A state that shows that the start had its effect.
bool isStarted(PipelineState state)
{
    return state == PipelineState::Starting || state == PipelineState::Snapshotting ||
           state == PipelineState::Streaming;
}

} // namespace

AlertWatch::AlertWatch(Fleet *fleet, Now now, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_now(std::move(now))
    , m_health(fleet)
{
    m_secondLook.setSingleShot(true);
    m_secondLook.setInterval(rowOf(AlertRule::UnexpectedStop).confirmation);
    connect(&m_secondLook, &QTimer::timeout, this, &AlertWatch::lookAgain);
    m_ticks.setInterval(tickInterval);
    connect(&m_ticks, &QTimer::timeout, this, &AlertWatch::tick);
    m_ticks.start();
    m_times.setInterval(timesInterval);
    connect(&m_times, &QTimer::timeout, this, &AlertWatch::lookAtAllTimes);
    m_times.start();
    watch();
}

void AlertWatch::watch()
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    connect(pipelines, &PipelineModel::statusSeen, this, &AlertWatch::look);
    connect(pipelines, &PipelineModel::clocksChanged, this, &AlertWatch::lookAtAllTimes);
    connect(pipelines, &PipelineModel::statusChanged, this,
            [this](const PipelineKey &key, PipelineState from, PipelineState to,
                   const QDateTime &lastSeen) {
                // What came while nobody looked is in the report of the absence.
                const bool isNew =
                    lastSeen.secsTo(QDateTime::currentDateTimeUtc()) <= PipelineRow::lookSeconds;
                if (from == PipelineState::Snapshotting && to == PipelineState::Streaming && isNew)
                    Q_EMIT snapshotFinished(key);
            });
    connect(pipelines, &PipelineModel::pipelinesRemoved, this,
            [this](const QList<PipelineKey> &keys) {
                for (const PipelineKey &key : keys)
                    m_starts.remove(key);
                m_book.forget(keys, m_now());
                tellChanges();
            });
    connect(m_fleet, &Fleet::commandAccepted, this, &AlertWatch::onCommand);
    connect(m_fleet, &Fleet::accountAboutToBeRemoved, this, [this](const Account *account) {
        m_book.forgetAccount(account->id(), m_now());
        m_mutes.removeAccount(account->id());
        m_starts.removeIf(
            [account](const auto &each) { return each.key().account == account->id(); });
        Q_EMIT mutesChanged();
        tellChanges();
    });
    connect(&m_health, &FleetHealth::raised, this, [this](const Notice &notice) {
        if (notice.kind == Notice::Kind::Information)
            return; // an account that asks to wait is no trouble
        m_book.raise(notice, m_now());
        tellChanges();
    });
    connect(&m_health, &FleetHealth::cleared, this, [this](const QString &key) {
        m_book.ease(key, m_now());
        tellChanges();
    });
}

void AlertWatch::look(const PipelineKey &key)
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    if (!row)
        return;
    const QDateTime now = m_now();
    const QDateTime since = row->since.toUTC();
    const bool isStopped = row->badge() == Badge::StoppedUnexpectedly;
    m_book.look(AlertRule::UnexpectedStop, key, isStopped, now, since);
    m_book.look(AlertRule::UnknownForLong, key, row->state == PipelineState::Unknown, now, since);
    if (isStopped && !m_secondLook.isActive())
        m_secondLook.start();
    lookAtTimes(*row, now);
    onStart(key);
    tellChanges();
}

// What becomes a fault because time passes. Of a pipeline that was not looked at in this run, the
// state before may be over.
void AlertWatch::lookAtTimes(const PipelineRow &row, const QDateTime &now)
{
    if (row.recalled)
        return;
    const auto look = [&](AlertRule rule, bool isFaulty, const QDateTime &since) {
        m_book.look(rule, row.key, isFaulty, now, since);
    };
    const double used = row.clock ? row.clock->used(now) : 0;
    const auto passed = [&row](double part) {
        return row.clock ? row.clock->from.addMSecs(
                               qint64(part * double(row.clock->from.msecsTo(row.clock->deadline))))
                         : QDateTime();
    };
    look(AlertRule::LogNearlyUsed, used >= logNearly, passed(logNearly));
    look(AlertRule::LogHalfUsed, used >= logHalf && used < logNearly, passed(logHalf));

    const bool isInSnapshot = row.state == PipelineState::Snapshotting;
    const bool isUsualKnown = isInSnapshot && row.longestSnapshot.count() > 0;
    const QDateTime late =
        isUsualKnown
            ? row.since.toUTC().addDuration(std::max<std::chrono::milliseconds>(
                  snapshotTimes * row.longestSnapshot, row.longestSnapshot + snapshotLeast))
            : QDateTime();
    look(AlertRule::SnapshotForLong, isUsualKnown && now >= late, late);
}

void AlertWatch::lookAtAllTimes()
{
    const QDateTime now = m_now();
    const PipelineModel *pipelines = m_fleet->pipelines();
    for (int row = 0; row < pipelines->rowCount(); ++row)
        lookAtTimes(pipelines->row(row), now);
    tellChanges();
}

// A start that has no effect is a fault from the moment it was accepted.
void AlertWatch::onStart(const PipelineKey &key)
{
    const auto start = m_starts.constFind(key);
    const bool isWaiting = start != m_starts.cend();
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    const bool isConfirmed = isStarted(row->state);
    m_book.look(AlertRule::StartNotConfirmed, key, isWaiting && !isConfirmed, m_now(),
                isWaiting ? *start : QDateTime());
    if (isConfirmed)
        m_starts.remove(key);
}

void AlertWatch::onCommand(const PipelineKey &key, PipelineCommand command)
{
    if (command == PipelineCommand::Start)
        m_starts.insert(key, m_now());
    else
        m_starts.remove(key); // nobody waits for the start any more
    if (m_fleet->pipelines()->find(key))
        onStart(key);
    tellChanges();
}

// Whether it is still so, asked once: who cannot be asked now has a turn like all with a problem.
// Without an answer nothing is told: the account's trouble is.
void AlertWatch::lookAgain()
{
    const QDateTime now = m_now();
    const QHash<PipelineKey, QDateTime> waiting = m_book.unconfirmed(AlertRule::UnexpectedStop);
    m_askedAgain.removeIf([&waiting](const PipelineKey &key) { return !waiting.contains(key); });
    QHash<QString, QList<PipelineKey>> due;
    bool isAnyLeft = false;
    for (auto each = waiting.cbegin(); each != waiting.cend(); ++each) {
        if (m_askedAgain.contains(each.key()))
            continue;
        if (each->secsTo(now) < rowOf(AlertRule::UnexpectedStop).confirmation.count()) {
            isAnyLeft = true;
            continue;
        }
        m_askedAgain.insert(each.key());
        due[each.key().account].append(each.key());
    }
    for (auto account = due.cbegin(); account != due.cend(); ++account) {
        if (StatusPoller *poller = m_fleet->poller(account.key()))
            poller->checkSoon(account.value());
    }
    if (isAnyLeft)
        m_secondLook.start();
}

void AlertWatch::tick()
{
    const QDateTime now = m_now();
    m_book.tick(now);
    const QDateTime oldest = now.addDuration(-settledFor);
    const bool isShorter =
        m_settled.removeIf([&oldest](const Alert &alert) { return alert.settled < oldest; }) > 0;
    if (m_mutes.prune(now)) {
        Q_EMIT mutesChanged();
        Q_EMIT changed();
    } else if (isShorter) {
        Q_EMIT changed();
    }
    tellChanges();
}

void AlertWatch::tellChanges()
{
    const QList<AlertBook::Change> changes = m_book.takeChanges();
    if (changes.isEmpty())
        return;
    using Step = AlertBook::Step;
    bool haveMutesChanged = false;
    for (const auto &[step, alert] : changes) {
        if (step == Step::Settled) {
            m_settled.append(alert);
            if (m_settled.size() > mostSettled)
                m_settled.removeFirst();
            Q_EMIT closed(alert);
        }
        if (step == Step::Opened)
            Q_EMIT opened(alert);
        if (step == Step::Grew)
            haveMutesChanged = m_mutes.onJoined(alert) || haveMutesChanged;
        if (isNews(step, alert) && !isMuted(alert))
            Q_EMIT raised(alert);
        if (step == Step::Settled || step == Step::Eased)
            haveMutesChanged = m_mutes.onOver(alert) || haveMutesChanged;
    }
    if (haveMutesChanged)
        Q_EMIT mutesChanged();
    Q_EMIT changed();
}

// One that joins an alert is told with it, but nobody was told when only some pipelines of it are
// muted, and this is none of them.
bool AlertWatch::isNews(AlertBook::Step step, const Alert &alert) const
{
    if (step != AlertBook::Step::Grew)
        return step == AlertBook::Step::Opened || step == AlertBook::Step::Returned;
    Alert before = alert;
    before.parts.removeLast();
    return isMuted(before);
}

QList<Alert> AlertWatch::open() const
{
    QList<Alert> alerts = m_book.open();
    std::stable_sort(alerts.begin(), alerts.end(), [](const Alert &one, const Alert &other) {
        const bool isOver = one.isRecovering();
        if (isOver != other.isRecovering())
            return !isOver;
        return one.rule != other.rule ? one.rule < other.rule : one.since < other.since;
    });
    return alerts;
}

QList<Alert> AlertWatch::settled() const
{
    QList<Alert> alerts = m_settled;
    std::reverse(alerts.begin(), alerts.end());
    return alerts;
}

// It may have grown since somebody opened a menu on it.
Alert AlertWatch::newest(const Alert &alert) const
{
    const QList<Alert> &open = m_book.open();
    const auto found = std::find_if(open.cbegin(), open.cend(),
                                    [&alert](const Alert &each) { return each.id == alert.id; });
    return found == open.cend() ? alert : *found;
}

void AlertWatch::mute(const Alert &alert, const QDateTime &from, const QDateTime &until)
{
    m_mutes.mute(newest(alert), from, until);
    Q_EMIT mutesChanged();
    Q_EMIT changed();
}

void AlertWatch::mutePipeline(const PipelineKey &key, const QDateTime &from, const QDateTime &until)
{
    m_mutes.add({key, {}, from, until});
    Q_EMIT mutesChanged();
    Q_EMIT changed();
}

void AlertWatch::unmute(const Alert &alert)
{
    m_mutes.unmute(newest(alert));
    Q_EMIT mutesChanged();
    Q_EMIT changed();
}

void AlertWatch::setAudit(const PipelineKey &key, const AuditFinding &audit)
{
    m_book.setAudit(key, audit);
    tellChanges();
}

void AlertWatch::setMutes(const QList<Mute> &mutes)
{
    m_mutes.setAll(mutes);
    Q_EMIT changed();
}

void AlertWatch::checkNow(const Alert &alert)
{
    if (alert.rule == AlertRule::AccountTrouble) {
        if (Account *account = m_fleet->account(alert.account))
            account->refresh();
        if (StatusPoller *poller = m_fleet->poller(alert.account))
            poller->checkAllNow();
        return;
    }
    QList<PipelineKey> keys;
    keys.reserve(alert.parts.size());
    for (const AlertPart &part : alert.parts)
        keys.append(part.key);
    m_fleet->refresh(keys);
}

} // namespace Sluice
