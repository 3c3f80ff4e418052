// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/laststates.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace Sluice {

class Fleet;

// Keeps the states that a fleet sees, and gives them back to its rows after a restart, until the
// first answer of the server. What changes is on disk a moment later, and the time of the last look
// every few minutes and at the end: after a crash a state may look older than it was, never newer.
class StateKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds writeDelay{500};
    static constexpr std::chrono::minutes seenInterval{5};

    // Both outlive it.
    StateKeeper(Fleet *fleet, LastStates *store, QObject *parent = nullptr);
    ~StateKeeper() override;

    // Nothing of an earlier run is told of this account, because all of it begins anew.
    void forget(const QString &account);

    // Writes down soon how this one stands.
    void note(const PipelineKey &key);

private:
    void take(const LastStates::States &states);
    void recall(const QList<PipelineKey> &arrived);
    void write();
    void writeAll();
    void writeAccount(const QString &account);

    Fleet *m_fleet;
    LastStates *m_store;
    LastStates::States m_recalled; // of earlier runs; each is given to its row once
    QSet<QString> m_forgotten;
    QSet<PipelineKey> m_changed; // not on disk yet
    QTimer m_writeTimer;
    QTimer m_seenTimer;
};

} // namespace Sluice
