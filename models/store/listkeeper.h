// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/lists/liststore.h"

#include <QObject>
#include <QSet>

namespace Sluice {

class Account;
class Fleet;

// Keeps what the lists of a fleet's accounts say, and gives it back after a restart, until the
// server answers: projects, pipelines with their last known definitions, names of runners. What a
// list of this run has said already is not touched.
class ListKeeper final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    ListKeeper(Fleet *fleet, ListStore *store, QObject *parent = nullptr);

    // Nothing of an earlier run is told of this account, because all of it begins anew.
    void forget(const QString &account);

private:
    void watch(Account *account);
    void take(const ListStore::Accounts &accounts);
    void recall(Account *account);
    void keepPipelines(const Account &account, const QString &project,
                       const QJsonArray &definitions);

    Fleet *m_fleet;
    ListStore *m_store;
    ListStore::Accounts m_recalled; // of earlier runs; each is given once
    QSet<QString> m_forgotten;
};

} // namespace Sluice
