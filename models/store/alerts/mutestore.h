// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/mute.h"
#include "models/store/database/storeproblem.h"

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// The alerts that are muted.
class MuteStore
{
public:
    explicit MuteStore(StoreDatabase *database)
        : m_database(database)
    {}

    // Keeps these and no others.
    void put(const QList<Mute> &mutes);
    void removeAccount(const QString &account);
    // Those whose time is not over. A rule that only another version of Sluice knows mutes nothing.
    void all(QObject *context, std::function<void(const StoreResult<QList<Mute>> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
