// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alertbook.h"
#include "models/alerts/alertmutes.h"
#include "models/definition/pipelinestate.h"
#include "models/fleet/fleethealth.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Sluice {

class Fleet;
struct PipelineRow;

// What needs somebody: it tells an AlertBook of each look at the fleet and of the accounts' health,
// asks for the second look that a stop needs, and knows what is muted. It never tells a cause that
// nobody has observed.
class AlertWatch final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>; // UTC

    static constexpr qsizetype mostSettled = 200;
    // Of the time that a source's log reaches back, the parts that are told of when they are over.
    static constexpr double logHalf = 0.5;
    static constexpr double logNearly = 0.8;
    // A snapshot is long when it takes so many times as long as the longest one that was seen, and
    // at least this much longer.
    static constexpr int snapshotTimes = 2;
    static constexpr std::chrono::minutes snapshotLeast{10};

    // fleet outlives it.
    explicit AlertWatch(Fleet *fleet, Now now = &QDateTime::currentDateTimeUtc,
                        QObject *parent = nullptr);

    // The most urgent first: by rule, then the longest.
    QList<Alert> open() const;
    // Those of the last day, the newest first.
    QList<Alert> settled() const;

    bool isMuted(const Alert &alert) const { return m_mutes.isMuted(alert, m_now()); }

    // Pipelines that join it are muted with it.
    bool isMutedAsWhole(const Alert &alert) const { return m_mutes.isMutedAsWhole(alert, m_now()); }

    QDateTime mutedUntil(const Alert &alert) const { return m_mutes.mutedUntil(alert, m_now()); }

    // Also what joins it later, for it has the same cause. until: invalid: until it is over.
    void mute(const Alert &alert, const QDateTime &from, const QDateTime &until);
    // All alerts of one pipeline, and of no other.
    void mutePipeline(const PipelineKey &key, const QDateTime &from, const QDateTime &until);
    void unmute(const Alert &alert);

    const AlertMutes &mutes() const { return m_mutes; }

    // See AlertBook.
    void setAudit(const PipelineKey &key, const AuditFinding &audit);

    // As kept by an earlier run.
    void setMutes(const QList<Mute> &mutes);

    // Asks all its pipelines, or the account's lists, at once.
    void checkNow(const Alert &alert);

    QDateTime now() const { return m_now(); }

Q_SIGNALS:
    // What is open, settled or muted is another set, or reads otherwise.
    void changed();
    void mutesChanged();
    // One to be told of: it is new, or came back, and is not muted.
    void raised(const Sluice::Alert &alert);
    // Muted or not, for the record.
    void opened(const Sluice::Alert &alert);
    void closed(const Sluice::Alert &alert);
    // It streams now, and was in a snapshot at the look before.
    void snapshotFinished(const Sluice::PipelineKey &key);

private:
    void watch();
    void look(const PipelineKey &key);
    void onCommand(const PipelineKey &key, PipelineCommand command);
    void onStart(const PipelineKey &key);
    void lookAtTimes(const PipelineRow &row, const QDateTime &now);
    void lookAtAllTimes();
    void tellChanges();
    Alert newest(const Alert &alert) const;
    bool isNews(AlertBook::Step step, const Alert &alert) const;
    void lookAgain();
    void tick();

    Fleet *m_fleet;
    Now m_now;
    FleetHealth m_health;
    AlertBook m_book;
    AlertMutes m_mutes;
    QList<Alert> m_settled;                 // the newest last
    QHash<PipelineKey, QDateTime> m_starts; // from here, not confirmed yet
    QSet<PipelineKey> m_askedAgain;         // for the second look
    QTimer m_secondLook;
    QTimer m_ticks;
    QTimer m_times; // for what becomes a fault as time passes
};

} // namespace Sluice
