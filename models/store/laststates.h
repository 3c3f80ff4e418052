// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/fleet/table/seenstate.h"
#include "models/store/database/storeproblem.h"

#include <QHash>
#include <QString>

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// The state in which each pipeline was last seen, so that after a restart of the program it is
// shown with its age, and one that stopped meanwhile does not look as if somebody had stopped it.
class LastStates
{
public:
    using States = QHash<PipelineKey, SeenState>;

    explicit LastStates(StoreDatabase *database)
        : m_database(database)
    {}

    // Keeps these in place of what is there; in one transaction. What was not seen for 30 days is
    // dropped with it.
    void put(const States &states);
    void removeAccount(const QString &account);

    void all(QObject *context, std::function<void(const StoreResult<States> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
