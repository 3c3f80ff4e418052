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

class AlertWatch;
class EventStore;
class Fleet;
class VersionStore;
struct Alert;
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
        bool isAlone = true; // false: another program watches with the same store
    };

    // All of them outlive it.
    EventRecorder(Fleet *fleet, const Stores &stores, QObject *parent = nullptr);
    ~EventRecorder() override;

    SpanKeeper *spans() { return &m_spans; }

    // Forgets what was kept of this account.
    void forget(const QString &account);
    // Also writes down these alerts, but for the accounts' own, which are events already.
    void follow(const AlertWatch *alerts);

private:
    // What is to be told of a pipeline when it is gone.
    struct Names {
        QString account;
        QString project;
        QString pipeline;
        QDateTime listed = {}; // by an earlier run of the program, and not since
    };

    // A time between two moments.
    struct Pause {
        QDateTime began;
        QDateTime ended;
    };

    void listen();
    void watch();
    void leave(const QString &account);
    Event eventOf(const PipelineKey &key, Event::Kind kind) const;
    Names namesOf(const PipelineKey &key) const;
    void note(const Event &event);
    void onStatus(const PipelineKey &key, PipelineState from, const QDateTime &lastSeen);
    void onFailure(const PipelineKey &key, const QString &what, const ApiError &error);
    void onVersions(const QList<VersionChange> &changes);
    void tellStrange(const PipelineKey &key);
    void onDeleteFailure(const PipelineKey &key, const ApiError &error);
    void onNotice(const Notice &notice);
    void onCleared(const QString &notice);
    void onAlert(const Alert &alert);
    bool wasToldBefore(const Alert &alert) const;
    void onLate(const PipelineKey &key, const QDateTime &lastLook);
    void remember(const QList<PipelineKey> &keys);
    void flush();
    void noteGone();
    void noteGoneProjects(const QHash<PipelineKey, int> &projects);
    void noteLate();
    Event::Gap whyLate(const QString &account) const;

    Fleet *m_fleet;
    Stores m_stores;
    SpanKeeper m_spans;
    WatchTimes m_times;
    FleetHealth m_health;
    QHash<PipelineKey, Names> m_names; // also of those that are gone
    QSet<PipelineKey> m_gone;          // from the model, not told yet
    QSet<PipelineKey> m_unclear;       // a deletion from here got no answer
    QSet<PipelineKey> m_unclearSaves;  // a save from here got no answer
    // New content that may be of a save from here whose answer is on its way, by pipeline.
    QHash<PipelineKey, QList<Event>> m_strange;
    QHash<QString, Event> m_troubles;            // by notice
    QHash<QString, QList<Pause>> m_pastTroubles; // by account
    QHash<QString, QList<Pause>> m_late;         // by account: between two looks, not told yet
    QHash<QString, QDateTime> m_lateTold;        // by account
    QList<Event> m_waiting;
    QTimer m_writeTimer;
    QTimer m_lateTimer;
    QTimer m_pruneTimer;
};

} // namespace Sluice
