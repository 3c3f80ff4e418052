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

// Pipelines that stopped unexpectedly and have not run since. They are kept so that after a restart
// of the program they do not look as if somebody had stopped them.
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
