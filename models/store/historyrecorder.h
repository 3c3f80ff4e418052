// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/store/eventrecorder.h"
#include "models/store/history.h"
#include "models/store/listkeeper.h"
#include "models/store/statekeeper.h"
#include "models/store/timelines.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <functional>

namespace Sluice {

class Account;
class Fleet;
class LocalStore;
struct ApiError;
struct PipelineRow;

// Writes down what a fleet sees and how its operations end. Definitions that are read, created,
// saved and deleted become versions. A pipeline is in the trash before the request to delete it is
// sent. The lists, the states and what happens are kept as well, see ListKeeper, StateKeeper and
// EventRecorder.
class HistoryRecorder final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    HistoryRecorder(Fleet *fleet, LocalStore *store, QObject *parent = nullptr);
    ~HistoryRecorder() override;

    // Nothing of an earlier run is told of this account, because all of it begins anew.
    void forget(const QString &account);

    // Also writes down these alerts.
    void follow(const AlertWatch *alerts);

    SpanKeeper *spans() { return m_events.spans(); }

    History history();

private:
    struct Save {
        QJsonObject before;
        QJsonObject sent;
    };

    void watch(const Account *account);
    void onList(const Account &account, const QString &project, const QJsonArray &definitions);
    void keep(const PipelineRow &row, const std::function<void(const QString &)> &answer);
    void onSaved(const PipelineKey &key, const QJsonObject &before, const QJsonObject &saved);
    void onRead(const PipelineKey &key, const QJsonObject &definition);
    void onSaveFailure(const PipelineKey &key, const Save &save, const ApiError &error);
    bool settleSave(const PipelineKey &key, const QJsonObject &definition);
    void onDeleted(const PipelineKey &key);
    void onDeleteFailure(const PipelineKey &key, const ApiError &error);

    Fleet *m_fleet;
    LocalStore *m_store;
    EventRecorder m_events; // before the states: their recall makes events
    StateKeeper m_states;
    ListKeeper m_lists; // after the states, which its rows come with
    Timelines m_timelines;
    QHash<PipelineKey, QJsonObject> m_deleting; // definitions; the operation has not settled
    QHash<PipelineKey, Save> m_unanswered;      // of unknown effect; the next reading tells
};

} // namespace Sluice
