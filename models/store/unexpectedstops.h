// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/store/database/storeproblem.h"

#include <QList>
#include <QString>

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// Pipelines that were seen to stop unexpectedly and have not run since. Kept, so that after a
// restart of the program they do not look like any that was stopped.
class UnexpectedStops
{
public:
    explicit UnexpectedStops(StoreDatabase *database)
        : m_database(database)
    {}

    void add(const PipelineKey &key);
    void remove(const PipelineKey &key);
    void removeAccount(const QString &account);

    void all(QObject *context,
             std::function<void(const StoreResult<QList<PipelineKey>> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
