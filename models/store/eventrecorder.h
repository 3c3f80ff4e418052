// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"
#include "models/fleet/fleethealth.h"
#include "models/store/spankeeper.h"
#include "models/store/watchtimes.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Sluice {

class EventStore;
class Fleet;
class VersionStore;
struct ApiError;
struct PipelineRow;
struct VersionChange;

// The one place where events are made: it listens to a fleet, to the versions of its pipelines and
// to the accounts' health, and writes down what happens.
class EventRecorder final : public QObject
{
    Q_OBJECT

public:
    struct Stores {
        EventStore *events;
        SpanStore *spans;
        VersionStore *versions;
    };

    // All of them outlive it.
    EventRecorder(Fleet *fleet, const Stores &stores, QObject *parent = nullptr);
    ~EventRecorder() override;

    SpanKeeper *spans() { return &m_spans; }

    // Forgets what was kept of this account.
    void forget(const QString &account);

private:
    // What is to be told of a pipeline when it is gone.
    struct Names {
        QString account;
        QString project;
        QString pipeline;
    };

    void listen();
    void leave(const QString &account);
    Event eventOf(const PipelineKey &key, Event::Kind kind) const;
    Names namesOf(const PipelineKey &key) const;
    void note(const Event &event);
    void onStatus(const PipelineKey &key, PipelineState from, const QDateTime &lastSeen);
    void onFailure(const PipelineKey &key, const QString &what, const ApiError &error);
    void onVersions(const QList<VersionChange> &changes);
    void onNotice(const Notice &notice);
    void onCleared(const QString &notice);
    void onLate(const PipelineKey &key, const QDateTime &lastLook);
    void remember(const QList<PipelineKey> &keys);
    void flush();
    void noteGone();
    void noteLate();

    Fleet *m_fleet;
    Stores m_stores;
    SpanKeeper m_spans;
    WatchTimes m_times;
    FleetHealth m_health;
    QHash<PipelineKey, Names> m_names;       // also of those that are gone
    QSet<PipelineKey> m_gone;                // from the model, not told yet
    QSet<PipelineKey> m_deletedHere;         // and gone for that reason
    QHash<QString, Event> m_troubles;        // by notice
    QHash<QString, QDateTime> m_troubleEnds; // by account, of the last one
    QHash<QString, QList<QDateTime>> m_late; // by account: the looks after which none came in time
    QHash<QString, QDateTime> m_lateTold;    // by account
    QList<Event> m_waiting;
    QTimer m_writeTimer;
    QTimer m_lateTimer;
};

} // namespace Sluice
